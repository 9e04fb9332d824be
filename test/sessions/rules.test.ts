import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import { punchOutSettings } from '../../partners/punchOut.ts';
import { auxiliaryId, isAuxiliaryIdOf, parseAuxiliaryId } from '../../sessions/auxiliaryId.ts';
import { afterWorkingDays, offsetOf, promisedUntil } from '../../sessions/days.ts';
import { lineAmount, perUnit, priceIn } from '../../sessions/prices.ts';
import { judgeQuantity } from '../../sessions/quantity.ts';
import { mayBecome, sessionStates } from '../../sessions/states.ts';
import { sessionTimes } from '../../sessions/times.ts';
import { newToken, tokenHash } from '../../platform/tokens.ts';
import { parseWorkflowId, punchOutSessionId } from '../../workflows/ids.ts';

const decimal = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => {
    return plain(new Decimal(digits).div(new Decimal(10).pow(places)));
  });

describe('states', () => {
  test('that are final lead nowhere; a cart may go back again and again', () => {
    expect(sessionStates.filter((state) => sessionStates.every((to) => !mayBecome(state, to)))).toEqual([
      'cancelled',
      'expired',
    ]);
    expect(sessionStates.filter((from) => mayBecome(from, 'returned'))).toEqual([
      'authenticated',
      'shopping',
      'returned',
    ]);
    expect(mayBecome('returned', 'expired')).toBe(false);
  });
});

describe('times', () => {
  test('of an agreement are milliseconds', () => {
    expect(sessionTimes(punchOutSettings.parse({}))).toEqual({ start: 600_000, idle: 3_600_000, life: 28_800_000 });
  });

  test('of the workflow id go both ways', () => {
    const id = punchOutSessionId('umea', '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11');
    expect(parseWorkflowId(id)).toEqual({
      kind: 'punchout',
      partner: 'umea',
      sessionId: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
    });
    expect(parseWorkflowId('punchout:umea')).toBeUndefined();
  });
});

describe('tokens', () => {
  test('have 256 bits and a hash; other texts have none', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokenHash(token)).toHaveLength(32);
    expect(tokenHash(`${token}=`)).toBeUndefined();
    expect(newToken()).not.toBe(token);
  });
});

describe('an auxiliary id', () => {
  const key = {
    sessionId: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
    cartCode: '7F3K-Q2WD',
    line: 3,
    articleNumber: 'Ö-1',
  };

  test('is stable, readable and fits every platform', () => {
    expect(auxiliaryId(key)).toBe(auxiliaryId({ ...key }));
    expect(auxiliaryId(key)).toMatch(/^7F3KQ2WD\.3\.[0-9a-f]{8}$/);
    expect(parseAuxiliaryId(` ${auxiliaryId(key)} `)).toEqual({ cartCode: '7F3K-Q2WD', line: 3 });
  });

  test('names one line of one cart', () => {
    const id = auxiliaryId(key);
    expect(isAuxiliaryIdOf(id, key)).toBe(true);
    for (const other of [{ line: 4 }, { articleNumber: 'Ö-2' }, { sessionId: 'x' }, { cartCode: '7F3K-Q2WE' }]) {
      expect(isAuxiliaryIdOf(id, { ...key, ...other })).toBe(false);
    }
  });

  test('is recognised in no other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parseAuxiliaryId(text) === undefined || /^\S{14,20}$/.test(text.trim())),
    );
  });
});

describe('quantity rules', () => {
  test('suggest a quantity that keeps them', () => {
    const rules = fc.record(
      { minimum: decimal(1, 500), maximum: decimal(1, 5_000), multiple: decimal(1, 50) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        rules,
        decimal(1, 10_000),
        fc.constantFrom('1', '10', '12', '0.5', '200'),
        (rule, quantity, factor) => {
          const found = judgeQuantity(rule, new Decimal(quantity), new Decimal(factor));
          if (found?.suggestion === undefined) return true;
          return judgeQuantity(rule, new Decimal(found.suggestion), new Decimal(factor)) === undefined;
        },
      ),
    );
  });

  test('that nothing can keep suggest nothing', () => {
    expect(judgeQuantity({ minimum: '10', maximum: '5' }, new Decimal(7), new Decimal(1))).toEqual({
      limit: 'minimum',
      of: '10',
    });
    expect(judgeQuantity({ maximum: '25', multiple: '10' }, new Decimal(30), new Decimal(1))).toMatchObject({
      suggestion: '20',
    });
    expect(judgeQuantity({ minimum: '1' }, new Decimal('0.1'), new Decimal(3))).toEqual({
      limit: 'minimum',
      of: '0.33333333',
    });
  });
});

describe('a price in another unit', () => {
  const units = { shopUnit: 'C62', factors: { BX: '12', XBX: '12', PF: '144' } };
  const price = {
    amount: '10',
    currency: 'SEK',
    perShopUnit: '',
    priceList: 'BAS',
    quantityBreak: '0',
    chosenBy: 'base',
  } as const;

  test('is exact where that is possible', () => {
    expect(priceIn({ ...price, unit: 'BX', baseQuantity: '1' }, units, 'C62')).toEqual({
      amount: '10',
      baseQuantity: '12',
    });
    expect(priceIn({ ...price, unit: 'C62', baseQuantity: '100' }, units, 'BX')).toEqual({
      amount: '120',
      baseQuantity: '100',
    });
    expect(priceIn({ ...price, unit: 'C62', baseQuantity: '1' }, units, 'KGM')).toBeUndefined();
  });

  test('gives the same amount for the same goods', () => {
    fc.assert(
      fc.property(
        decimal(1, 100_000),
        fc.constantFrom('C62', 'BX', 'PF'),
        fc.constantFrom('1', '10', '100'),
        fc.integer({ min: 1, max: 500 }),
        (amount, unit, baseQuantity, boxes) => {
          const asked = { ...price, amount, unit, baseQuantity };
          const inBoxes = lineAmount(priceIn(asked, units, 'BX')!, String(boxes));
          const inPieces = lineAmount(priceIn(asked, units, 'C62')!, String(boxes * 12));
          return inBoxes.eq(inPieces) && new Decimal(perUnit(priceIn(asked, units, 'BX')!)).gte(0);
        },
      ),
    );
  });
});

describe('days', () => {
  const week = [1, 2, 3, 4, 5];

  test('of a price promise end on a working day', () => {
    expect(promisedUntil('2026-11-25', 30, week)).toBe('2026-12-25');
    expect(promisedUntil('2026-11-25', 3, week)).toBe('2026-11-30');
    expect(promisedUntil('2026-11-25', 3, [])).toBe('2026-11-28');
    expect(promisedUntil('2026-11-25', 0, week)).toBeUndefined();
  });

  test('of a lead time are working days', () => {
    expect(afterWorkingDays('2026-11-25', 3, week)).toBe('2026-11-30');
    expect(afterWorkingDays('2026-12-31', 1, [])).toBe('2027-01-01');
    expect(afterWorkingDays('2026-11-28', 0, week)).toBe('2026-11-28');
  });

  test('have the offset of their season, never Z', () => {
    expect(offsetOf('Europe/Stockholm', new Date('2026-11-25T09:00:00Z'))).toBe('+01:00');
    expect(offsetOf('Europe/Stockholm', new Date('2026-07-01T09:00:00Z'))).toBe('+02:00');
    expect(offsetOf('UTC', new Date())).toBe('+00:00');
    expect(offsetOf('Asia/Kolkata', new Date())).toBe('+05:30');
  });
});
