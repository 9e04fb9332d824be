import { isCartUnit } from '../../../formats/ubl/cart.codes.ts';
import { codeLists } from '../../../formats/ubl/generated/bis3.codes.ts';
import { cartUnits, packageUnits, units } from '../../../formats/ubl/generated/bis2.codes.ts';
import { resolveMapping } from '../../mapping/apply.ts';
import { UNITS } from '../../mapping/schema.ts';
import { platformFor } from '../../platforms/platforms.ts';
import { firstLines, of, type LintedLine, type LintInput, type LintRule } from '../input.ts';
import { roles } from '../sent.ts';

/** OCI's own examples write pieces so; Recommendation 20 has H87. */
const PIECE = 'PCE';
const known: readonly ReadonlySet<string>[] = [codeLists.UNECERec20, units, packageUnits, cartUnits, new Set([PIECE])];

/** Units: one finding for each different unit, at its first line. */
export const unitRules: readonly LintRule[] = [
  {
    id: 'LINT-UNIT-UNKNOWN',
    text: 'A unit that is neither in UN/ECE Recommendation 20 and 21 nor in the unit table of the mapping.',
    audience: 'administrator',
    from: 'protocol',
    *check(input) {
      for (const [found, { line }] of ownUnits(input)) {
        if (known.some((list) => list.has(found))) continue;
        const where = { line: line.position, field: roles[input.protocol].unit };
        yield { effect: 'notice', ...where, found, source: 'OCI 4.4, cXML 1', status: 'confirmed' };
      }
    },
  },
  {
    id: 'LINT-UNIT-UNMAPPED',
    text: 'A unit that the system loses or misreads unless it has mapped it. The unit table of the mapping tells which it has.',
    audience: 'administrator',
    from: 'platform',
    *check(input) {
      const { unmappedUnit } = input.facts;
      if (unmappedUnit === undefined) return;
      const { becomes } = unmappedUnit.value;
      for (const [found, { line }] of ownUnits(input)) {
        if (found === becomes) continue;
        const where = { line: line.position, field: roles[input.protocol].unit };
        yield { effect: 'notice', ...where, found, ...(becomes !== undefined && { becomes }), ...of(unmappedUnit) };
      }
    },
  },
  {
    id: 'LINT-UNIT-UNSENDABLE',
    text: 'A unit that the wanted Peppol document cannot hold: packages in 18A.',
    audience: 'buyer',
    from: 'protocol',
    *check({ lines, protocol, document }) {
      if (protocol !== 'peppol' || document === undefined) return;
      const field = roles.peppol.unit;
      const source = document === 'peppol-18a-cart' ? 'Peppol Punch Out 4.3, OP-T77-R001' : 'Peppol Punch Out 5';
      for (const [found, { line }] of firstLines(lines, ({ sent }) => sent.get(field))) {
        if (isCartUnit(document, found)) continue;
        yield { effect: 'refuse', line: line.position, field, found, source, status: 'confirmed' };
      }
    },
  },
];

/** The units that are sent as ours: the mapping says nothing about them. */
function ownUnits({ cart, lines, protocol, settings }: LintInput): Map<string, LintedLine> {
  const field = roles[protocol].unit;
  const { mapping } = platformFor(settings, protocol);
  const resolved = resolveMapping(mapping, settings.mapping, protocol, cart.header.customerNumber);
  const table = resolved.translations.get(UNITS)?.words;
  return firstLines(lines, ({ line, sent }) => {
    const unit = sent.get(field);
    return unit === line.unit && !table?.has(line.unit) ? unit : undefined;
  });
}
