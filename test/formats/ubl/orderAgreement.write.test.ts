import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../formats/document/decimal.ts';
import type { OrderAgreement, OrderAgreementLine } from '../../../formats/document/orderAgreement.ts';
import { writeOrderAgreement } from '../../../formats/ubl/orderAgreement.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { partiesOf } from '../emitted/parties.ts';
import { utf8 } from '../kit.ts';
import { validate } from './rules/kit/findings.ts';

const agreement: OrderAgreement = {
  number: 'AVTAL-2026-1',
  salesOrderId: 'SO-100017',
  issueDate: '2026-03-02',
  issueTime: '08:20:00',
  note: 'Handlat i butiken av Åsa',
  currency: 'SEK',
  customerReference: 'REF-Åsa-17',
  contract: 'RAM-7',
  ...partiesOf('full'),
  promisedDelivery: { startDate: '2026-03-09', endDate: '2026-03-10' },
  lines: [
    {
      id: '1',
      quantity: '3',
      unit: 'LTR',
      price: { amount: '71.50' },
      vatPercent: '25',
      item: { name: 'Väggfärg, täckande', sellersId: 'VF-100' },
    },
    { id: '2', quantity: '1', unit: 'C62', price: { amount: '99' }, vatPercent: '6', item: { name: 'Färglära' } },
  ],
};

describe('an order agreement', () => {
  it('as a file', () => {
    expectGolden('ubl/orderAgreement.3.xml', writeOrderAgreement(agreement));
  });

  it('names the agreement that it changes, else none', () => {
    const reference = (text: string): string => /<cac:OrderReference>\s*<cbc:ID>(.*?)</.exec(text)![1]!;
    expect(reference(writeOrderAgreement(agreement))).toBe('NA');
    expect(reference(writeOrderAgreement({ ...agreement, changes: 'AVTAL-0' }))).toBe('AVTAL-0');
  });

  it('is refused without lines', () => {
    expect(() => writeOrderAgreement({ ...agreement, lines: [] })).toThrow('a line at least');
  });
});

const decimal = (most: number, decimals: number): fc.Arbitrary<string> =>
  fc.nat(most * 10 ** decimals).map((value) => new Decimal(value).dividedBy(10 ** decimals).toFixed());
const line: fc.Arbitrary<Omit<OrderAgreementLine, 'id'>> = fc.record({
  quantity: decimal(10_000, 3),
  unit: fc.constantFrom('C62', 'LTR'),
  price: fc.record({ amount: decimal(100_000, 4), baseQuantity: fc.constantFrom('1', '3', '7', '100', '1000') }),
  vatPercent: fc.constantFrom('0', '6', '12', '25', '25.00', '12.5'),
  item: fc.constant({ name: 'Färg', sellersId: 'F-1' }),
});

describe('the totals', () => {
  it('add up by the rules, whatever was ordered', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (all) => {
        const lines = all.map((each, index) => ({ ...each, id: `${index + 1}` }));
        expect(validate(utf8(writeOrderAgreement({ ...agreement, lines }))).findings).toEqual([]);
      }),
    );
  });
});
