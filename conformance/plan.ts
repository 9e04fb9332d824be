import type { Agreement } from '../partners/agreement.ts';
import { openFormats, type SimulatedFormat } from '../simulator/orders.ts';
import { openWays, type Way } from '../simulator/punchOut.ts';
import type { Check, CheckContext, CheckKind, Verdict } from './checks/check.ts';
import { checkAnswer, checkChange, checkDuplicate, checkOrder, checkOutage, checkPrice } from './checks/orders.ts';
import { checkCancel, checkCart, checkEmpty, checkExpiry, checkLogin, checkWrongSecret } from './checks/punchOut.ts';

type PunchOutCheck = (context: CheckContext, way: Way) => Promise<Verdict>;
type OrderCheck = (context: CheckContext, format: SimulatedFormat) => Promise<Verdict>;

const ofWays: Readonly<Partial<Record<CheckKind, PunchOutCheck>>> = {
  login: checkLogin,
  wrongSecret: checkWrongSecret,
  cart: checkCart,
  cancel: checkCancel,
  empty: checkEmpty,
  expiry: checkExpiry,
};

const ofFormats: Readonly<Partial<Record<CheckKind, OrderCheck>>> = {
  order: checkOrder,
  duplicate: checkDuplicate,
  price: checkPrice,
  answer: checkAnswer,
  outage: checkOutage,
  change: (context, format) => checkChange(context, format, 'change'),
  cancellation: (context, format) => checkChange(context, format, 'cancellation'),
};

/** All checks of an agreement, in their order: what one leaves, those after it use. */
export function planChecks(settings: Agreement): Check[] {
  return [
    ...openWays(settings.punchOut).flatMap((way) => checksOf(ofWays, way)),
    ...openFormats(settings).flatMap((format) => checksOf(ofFormats, format)),
  ];
}

function checksOf<What extends string>(
  checks: Readonly<Partial<Record<CheckKind, (context: CheckContext, what: What) => Promise<Verdict>>>>,
  what: What,
): Check[] {
  return Object.entries(checks).map(([kind, check]) => ({
    id: `${kind}.${what}`,
    run: (context) => check(context, what),
  }));
}

/** The kind of a check and what it is about, by its id. */
export function checkOf(id: string): { readonly kind: CheckKind; readonly what: string } {
  const [kind = '', ...what] = id.split('.');
  return { kind: kind as CheckKind, what: what.join('.') };
}
