import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUYER, DELIVERY_PLACE, SELLER } from '../../bench/articles.ts';
import { orderChunks, orderXml } from '../../bench/orders.ts';
import { benchFormats } from '../../bench/orders/spec.ts';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { parseOrderRequest } from '../../formats/cxml/orderRequest.parse.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { hasGs1CheckDigit, isOrganisationNumber } from '../../shop/identity.ts';

const amounts = (xml: string, element: string): number[] =>
  [...xml.matchAll(new RegExp(`<cbc:${element} currencyID="SEK">(\\d+)\\.(\\d\\d)<`, 'g'))].map(
    ([, whole, cents]) => Number(whole) * 100 + Number(cents),
  );

test('the sums of an order are right (BII2-T01-R014, R017, R018)', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 5_000 }),
      (number, lines, articles) => {
        const xml = orderXml({ number, lines, articles });
        const [header, ...ofLines] = amounts(xml, 'LineExtensionAmount');
        expect(ofLines).toHaveLength(lines);
        expect(header).toBe(ofLines.reduce((sum, amount) => sum + amount, 0));
        const [tax] = amounts(xml, 'TaxAmount');
        expect(tax).toBe(amounts(xml, 'TotalTaxAmount').reduce((sum, amount) => sum + amount, 0));
        expect(amounts(xml, 'PayableAmount')).toEqual([header! + tax!]);
      },
    ),
  );
});

test('the same number gives the same bytes, another number another order', () => {
  const spec = { number: 'A-1', lines: 5, articles: 100 };
  expect(orderXml(spec)).toBe(orderXml(spec));
  expect(orderXml({ ...spec, number: 'A-2' }).replaceAll('A-2', 'A-1')).not.toBe(orderXml(spec));
});

test('a line is as large as those of real orders: 46 elements, about 2.6 kB', () => {
  const [, line] = orderChunks({ number: 'A-1', lines: 1, articles: 100 });
  expect(line!.match(/<c[ab]c:/g)).toHaveLength(46);
  expect(line!.length).toBeGreaterThan(2_500);
  expect(line!.length).toBeLessThan(2_800);
});

test('the parties have well-formed numbers', () => {
  for (const party of [SELLER, BUYER]) expect(isOrganisationNumber(party.organisationNumber)).toBe(true);
  for (const place of [SELLER, BUYER, DELIVERY_PLACE]) expect(hasGs1CheckDigit(place.gln)).toBe(true);
});

test.each(benchFormats.filter((format) => !format.startsWith('cxml')))('an order in %s breaks no rule', (format) => {
  const validator = new DocumentValidator({ core: false });
  for (const chunk of orderChunks({ format, number: 'Å-1', lines: 12, articles: 100 }))
    validator.write(Buffer.from(chunk));
  const result = validator.finish();
  expect(result.format).toBe(format);
  expect(result.findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
});

test('an order in cXML raises no finding and no question', () => {
  const xml = orderXml({ format: 'cxml-order-request', number: 'A-1', lines: 12, articles: 100 });
  const { findings, questions, lines } = parseOrderRequest(parseCxml(Buffer.from(xml)), {
    timeZone: 'Europe/Stockholm',
  });
  expect([...findings, ...questions]).toEqual([]);
  expect(lines).toHaveLength(12);
});
