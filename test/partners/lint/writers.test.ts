import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OciFieldError } from '../../../formats/oci/error.ts';
import { writeOciForm } from '../../../formats/oci/form.write.ts';
import { lintCart } from '../../../partners/lint/lint.ts';
import { applyMapping, resolveMapping } from '../../../partners/mapping/apply.ts';
import { platformFor } from '../../../partners/platforms/platforms.ts';
import type { CartLine } from '../../../formats/document/cart.ts';
import { cartOf, contextOf, punchOut } from '../cart.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
/** Mostly fine, else one that cannot be sent. */
const mostly = (fine: readonly string[], ...odd: readonly string[]) =>
  fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...fine) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const key = mostly(['SKR-320', 'Å 1', 'x'.repeat(40)], 'Š1', 'a\nb', 'x'.repeat(41));
const decimal = mostly(['1', '0.5', '171.56', '99999999999'], '1.23456789', '171.5607', '123456789012', '0.0000000001');
const line: fc.Arbitrary<Partial<CartLine>> = fc.record({
  name: fc.oneof(text, fc.string({ minLength: 1, maxLength: 60 })),
  description: text,
  sellersId: key,
  buyersId: key,
  materialGroup: text,
  unit: mostly(['C62', 'XBX'], 'EACH'),
  quantity: decimal,
  price: fc.record({ amount: decimal, baseQuantity: fc.constantFrom('1', '1000', '0.5') }),
  note: text,
});

describe('what the lint lets through, OCI writes', () => {
  test('and what it tells as cut is what is sent', () => {
    let refused = 0;
    let cut = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 2 }),
        fc.constantFrom('iso-8859-1', 'utf-8'),
        (lines, charset) => {
          const mapping = { oci: { line: { CUST_FIELD5: { path: 'line.note' } } } };
          const settings = punchOut({ oci: { charset }, mapping });
          const oci = settings.oci!;
          const cart = cartOf(lines);
          const template = platformFor(settings, 'oci').mapping;
          const mapped = applyMapping(resolveMapping(template, settings.mapping, 'oci', 'K1001'), contextOf(cart));
          const findings = lintCart(cart, mapped, { protocol: 'oci', settings });
          const returnTo = { hookUrl: 'https://srm.example/hook', target: '_top', charset: oci.charset, controls: [] };
          const write = () => writeOciForm(cart, mapped, { ...oci, returnTo });
          if (findings.some(({ effect }) => effect === 'refuse')) {
            refused += 1;
            return;
          }
          expect(write).not.toThrow(OciFieldError);
          const told = findings.filter(({ id }) => id === 'LINT-LENGTH');
          const sent = write().cuts.filter(({ field }) => field !== 'PRICE');
          cut += told.length;
          expect(
            told.map(({ line: position, field, becomes }) => ({ position, field, becomes })).toSorted(byPlace),
          ).toEqual(
            sent
              .map(({ position, field, sent: becomes }) => ({ position, field, becomes: shownText(becomes) }))
              .toSorted(byPlace),
          );
        },
      ),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(50);
    expect(cut).toBeGreaterThan(20);
  });
});

interface Placed {
  readonly position: number | undefined;
  readonly field: string | undefined;
}

function byPlace(a: Placed, b: Placed): number {
  return `${a.position} ${a.field}`.localeCompare(`${b.position} ${b.field}`);
}

/** As findings show texts: what does not show, as U+hhhh. */
function shownText(value: string): string {
  return value.replace(
    /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu,
    (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
