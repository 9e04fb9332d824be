import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LineTally } from '../../activities/lineTally.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { orderPolicy } from '../../partners/orderPolicy.ts';
import { effectOf } from '../../partners/verdict.ts';
import type { OrderLine } from '../../formats/document/order.ts';
import { comparePrice } from '../../shop/comparison.ts';
import type { PriceOfTheDay } from '../../shop/evaluation.ts';
import { deviationActions, type DeviationAction } from '../../shop/orderPolicy.ts';
import type { OrderBatchLine } from '../../shop/orders.ts';
import { orderHeader } from './fixtures.ts';
import { orderLine } from './lines.ts';
import type { Settings } from './policy.ts';

const ours: PriceOfTheDay = {
  ...{ amount: '10', currency: 'SEK', unit: 'C62', baseQuantity: '1', perShopUnit: '10' },
  ...{ priceList: 'BAS', quantityBreak: '0', chosenBy: 'base' },
};

function settingsWith(action: DeviationAction, changesAllowed: boolean): Settings {
  const bands = { bands: [{ percent: '5', action }], beyond: 'hold' as const };
  return {
    answers: { acceptance: 'whenClean', changesAllowed },
    price: { line: { above: bands, below: bands }, missing: action === 'accept' ? 'usePriceOfTheDay' : action },
  };
}

/** A line as the agreement decides it, like the deciding step does. */
function decide(line: OrderLine, settings: Settings): OrderBatchLine {
  const agreement = agreementSchema.parse(settings);
  const units = { shopUnit: 'C62', factors: {} };
  const policy = orderPolicy(agreement).price;
  const judged = comparePrice(line, {
    articleNumber: 'A',
    units,
    shopQuantity: line.quantity,
    priceOfTheDay: ours,
    policy,
  });
  const effects = judged.reasons.map((reason) => effectOf(reason, agreement));
  const product = { productId: 'p', articleNumber: 'A', name: 'A', by: 'gtin', shopUnit: 'C62' } as const;
  const evaluated = { position: line.position, lineId: line.id, shopQuantity: line.quantity, product, ...judged };
  if (effects.includes('rejectLine')) return { line, evaluated, responseStatus: '27' };
  const isOpen = effects.includes('question') || effects.includes('refuseOrder');
  return judged.change && !isOpen ? { line, evaluated, responseStatus: '30' } : { line, evaluated };
}

/** What becomes of an order of one clean line and this one. */
function outcomeOf(price: string | undefined, settings: Settings): string {
  const tally = new LineTally(agreementSchema.parse(settings), orderHeader());
  const other = orderLine({ position: 2, id: '20', price: { amount: '10' } });
  const line = decide(orderLine(price === undefined ? {} : { price: { amount: price } }), settings);
  tally.add([line, decide(other, settings)]);
  const { questions, refusals } = tally.prices;
  const order = refusals > 0 ? 'refused' : questions > 0 ? 'held' : 'placed';
  return `${order} ${line.responseStatus ?? 'as ordered'}${line.evaluated.reasons.length > 0 ? ', told' : ''}`;
}

// States of a line: at our price, within the band above and below, beyond it, without a price.
const states = { same: '10', above: '10.5', below: '9.5', beyond: '10.51', missing: undefined } as const;

type Row = readonly [DeviationAction, boolean, Readonly<Record<keyof typeof states, string>>];

const placed = 'placed as ordered';
const held = 'held as ordered, told';
const within = (outcome: string) => ({ same: placed, above: outcome, below: outcome, beyond: held, missing: outcome });
const refused = within('refused as ordered, told');

describe('what becomes of an order', () => {
  test.each<Row>([
    ['accept', true, within(placed)],
    ['accept', false, within(placed)],
    ['notify', true, within('placed as ordered, told')],
    ['notify', false, within('placed as ordered, told')],
    ['ourPrice', true, within('placed 30, told')],
    ['ourPrice', false, within(held)],
    ['hold', true, within(held)],
    ['hold', false, within(held)],
    ['rejectLine', true, within('placed 27, told')],
    ['rejectLine', false, refused],
    ['rejectOrder', true, refused],
    ['rejectOrder', false, refused],
  ])('band %s, changes taken: %s', (action, changesAllowed, expected) => {
    const settings = settingsWith(action, changesAllowed);
    const found = Object.entries(states).map(([state, price]) => [state, outcomeOf(price, settings)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('has a row for every action', () => {
    expect(deviationActions).toEqual(['accept', 'notify', 'ourPrice', 'hold', 'rejectLine', 'rejectOrder']);
  });
});

describe('an order of many lines', () => {
  const line = fc.record({
    cents: fc.integer({ min: 0, max: 3000 }),
    quantity: fc.integer({ min: 1, max: 99 }),
    isPriced: fc.boolean(),
    freight: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
  });
  const judged = (lines: readonly OrderLine[], settings: Settings) => {
    const tally = new LineTally(agreementSchema.parse(settings), orderHeader());
    tally.add(lines.map((one) => decide(one, settings)));
    const { prices, rejected, changed, noted, sums } = tally;
    const reasons = tally.orderReasons.map(({ code, action, expected }) => [code, action, expected].join()).toSorted();
    return { prices, rejected, changed, noted, sums, reasons };
  };

  it('is judged the same in whatever order they stand', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...deviationActions),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (given, action, changesAllowed, random) => {
          const order = { above: { bands: [{ percent: '3', action: 'notify' as const }] }, below: {} };
          const base = settingsWith(action, changesAllowed);
          const charges = [{ kind: 'freight', upTo: { percent: '10' }, action: 'tolerated' }] as const;
          const settings: Settings = { ...base, price: { ...base.price, order }, charges: [...charges] };
          const lines = given.map(({ cents, quantity, isPriced, freight }, index) =>
            orderLine({
              ...{ position: index + 1, id: `${index + 1}0`, quantity: `${quantity}` },
              ...(isPriced && { price: { amount: (cents / 100).toFixed(2) } }),
              ...(freight !== undefined && {
                allowanceCharges: [{ charge: true, amount: `${freight}`, reason: 'Frakt' }],
              }),
            }),
          );
          const shuffled = lines
            .map((one) => ({ one, at: random.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
          expect(judged(shuffled, settings)).toEqual(judged(lines, settings));
        },
      ),
    );
  });
});
