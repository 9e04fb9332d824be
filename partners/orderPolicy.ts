import type { BothWays, Bands, CartPolicy, DeviationAction, OrderPolicy } from '../shop/orderPolicy.ts';
import type { UnknownLine } from '../shop/matchPolicy.ts';
import type { Agreement } from './agreement.ts';
import { chargeRules } from './charges.ts';
import { maySendChanges } from './verdict.ts';

type Price = Agreement['price'];
type Resolve = (action: DeviationAction) => DeviationAction;

/** What an agreement makes of deviations. Where the buyer takes no changes, our price is a question, and a rejected line is the order. */
export function orderPolicy(agreement: Agreement): OrderPolicy {
  const { price, charges, deviations, punchOut, matching, cart } = agreement;
  const takesChanges = maySendChanges(agreement);
  const resolve: Resolve = (action) => {
    if (takesChanges) return action;
    if (action === 'ourPrice') return 'hold';
    return action === 'rejectLine' ? 'rejectOrder' : action;
  };
  const resolved = ({ above, below }: BothWays): BothWays => ({
    above: resolvedBands(above, resolve),
    below: resolvedBands(below, resolve),
  });
  const { assortment: outside, minimumValue, wantedDate } = deviations;
  return {
    matching: {
      products: matching.products,
      units: matching.units,
      unknownLine: unknownLine(matching.unknownLine, resolve),
    },
    price: {
      against: price.against,
      breaks: price.breaks,
      line: resolved(lineBands(price)),
      ...(price.order && { order: resolved(price.order) }),
      missing: resolve(price.missing === 'usePriceOfTheDay' ? 'accept' : price.missing),
      zero: price.zero === 'compare' ? 'compare' : resolve(price.zero === 'usePriceOfTheDay' ? 'accept' : price.zero),
      lineAmount: resolve(price.lineAmount),
      total: resolve(price.total),
      basis: price.basis,
      day: price.day,
      oldPriceDays: price.oldPriceDays,
    },
    charges: chargeRules(charges),
    quantity: resolve(deviations.quantity),
    ...(outside !== 'ignore' && punchOut && { assortment: { action: resolve(outside), within: punchOut.assortment } }),
    ...(minimumValue && { minimumValue: { ...minimumValue, action: resolve(minimumValue.action) } }),
    partialDelivery: watched(deviations.partialDelivery, resolve),
    note: watched(deviations.note, resolve),
    attachment: watched(deviations.attachment, resolve),
    wantedDate: { past: watched(wantedDate.past, resolve), tooSoon: watched(wantedDate.tooSoon, resolve) },
    cart: cartPolicy(cart, resolve),
  };
}

/** The bands of lines; the settings from before there were bands are one that is accepted, in both directions. */
function lineBands({ line, tolerancePercent, toleranceAmount, beyond }: Price): BothWays {
  if (line) return line;
  const bands: Bands = {
    bands: [
      {
        percent: tolerancePercent,
        ...(toleranceAmount !== undefined && { perUnit: toleranceAmount }),
        action: 'accept',
      },
    ],
    beyond: beyond === 'reject' ? 'rejectLine' : 'hold',
  };
  return { above: bands, below: bands };
}

function resolvedBands({ bands, beyond }: Bands, resolve: Resolve): Bands {
  return { bands: bands.map((band) => ({ ...band, action: resolve(band.action) })), beyond: resolve(beyond) };
}

function cartPolicy({ promise, ...actions }: Agreement['cart'], resolve: Resolve): CartPolicy {
  return {
    missing: watched(actions.missing, resolve),
    added: watched(actions.added, resolve),
    quantity: watched(actions.quantity, resolve),
    overUsed: watched(actions.overUsed, resolve),
    price: watched(actions.price, resolve),
    unit: watched(actions.unit, resolve),
    expired: watched(actions.expired, resolve),
    promiseEnds: promise === 'untilUsedUp',
  };
}

function unknownLine(setting: Agreement['matching']['unknownLine'], resolve: Resolve): UnknownLine {
  if (setting === 'acceptAsText') return 'asText';
  if (setting === 'ask') return 'hold';
  return resolve('rejectLine') === 'rejectLine' ? 'rejectLine' : 'rejectOrder';
}

function watched(action: DeviationAction | 'ignore', resolve: Resolve): DeviationAction {
  return action === 'ignore' ? 'accept' : resolve(action);
}
