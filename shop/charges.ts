/**
 * Allowances and charges beside prices. Those of a line belong to its price; freight, small-order and packaging charges, wherever they
 * stand, and what stands on the whole order are judged by the rules of the agreement. Pure.
 */
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { AllowanceCharge, OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { ChargedItem, Reason } from './evaluation.ts';
import type { BandLimits, DeviationAction } from './orderPolicy.ts';
import { shortened } from './reason.ts';

export const chargeKinds = ['freight', 'smallOrder', 'packaging', 'otherCharge', 'allowance'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** What becomes of all charges of a kind together, up to the limits; the first rule of the kind whose limits hold applies. */
export interface ChargeRule {
  readonly kind: ChargeKind;
  /** `percent`: of the order's sum at our prices. */
  readonly upTo: Pick<BandLimits, 'percent' | 'sum'>;
  readonly action: DeviationAction;
}

/** UNCL 7161: delivery, freight service, shipping and handling, rush delivery; packing, additional packaging, carton packing. */
const KIND_BY_CODE: Readonly<Record<string, ChargeKind>> = {
  ...{ DL: 'freight', FC: 'freight', SAA: 'freight', AAT: 'freight' },
  ...{ PC: 'packaging', ABL: 'packaging', ABS: 'packaging' },
};
/** Words by which people name them; a small-order charge has no code. */
const KIND_BY_WORD: readonly (readonly [ChargeKind, RegExp])[] = [
  ['smallOrder', /små?order|minimi?order|minimum order|small[ -]order|expeditionsavg/i],
  ['packaging', /emballage|förpackn|packag|packing|packning/i],
  ['freight', /frakt|freight|shipping|leverans|delivery|transport|porto|postage/i],
];

/** By its code, else by its words. */
export function chargeKind({ charge, reasonCode = '', reason = '' }: AllowanceCharge): ChargeKind {
  if (!charge) return 'allowance';
  const byWord = KIND_BY_WORD.find(([, words]) => words.test(reason))?.[0];
  return KIND_BY_CODE[reasonCode.trim()] ?? byWord ?? 'otherCharge';
}

/** Does it count for the whole order, though it stands at a line? */
function isOfOrder(item: AllowanceCharge): boolean {
  return ['freight', 'smallOrder', 'packaging'].includes(chargeKind(item));
}

/** Charges of a line that are judged with those of the order. */
export function orderChargesAt({ allowanceCharges = [] }: OrderLine): readonly AllowanceCharge[] {
  return allowanceCharges.filter(isOfOrder);
}

/** What discounts and charges add to the price of a line: below zero where they take off. Amounts that are none are left to the rules. */
export function nettedAt({ allowanceCharges = [] }: OrderLine): Decimal {
  return signedSum(allowanceCharges.filter((item) => !isOfOrder(item)));
}

/** What a line's amount has beyond price and quantity (Peppol BIS Order 3, PEPPOL-T01-R024). */
export function beyondPrice({ allowanceCharges = [] }: OrderLine): Decimal {
  return signedSum(allowanceCharges);
}

function signedSum(items: readonly AllowanceCharge[]): Decimal {
  return items.reduce((sum, { charge, amount }) => {
    if (!isDecimal(amount)) return sum;
    return charge ? sum.plus(amount.trim()) : sum.minus(amount.trim());
  }, new Decimal(0));
}

export interface ChargesToJudge {
  /** Of lines. */
  readonly ofLines: readonly AllowanceCharge[];
  readonly header: Pick<OrderHeader, 'currency' | 'allowanceCharges'>;
  /** Of the order, at our prices; undefined where a line has none. */
  readonly sum: Decimal | undefined;
  readonly rules: readonly ChargeRule[];
  /** Does the order's sum have bands of its own? Then what has no rule is part of it. */
  readonly isSumJudged: boolean;
}

/** The reasons, one for each action, and what of them is part of the order's sum. */
export function judgeCharges(question: ChargesToJudge): { readonly reasons: Reason[]; readonly netted: Decimal } {
  const { ofLines, header, isSumJudged } = question;
  const items = [...header.allowanceCharges, ...ofLines];
  const byAction = new Map<DeviationAction, ChargedItem[]>();
  let netted = new Decimal(0);
  for (const [kind, ofKind] of Map.groupBy(items, chargeKind)) {
    const rule = ruleOf(kind, ofKind, question);
    const isKnown = ofKind.every(({ amount }) => isDecimal(amount));
    if (!rule && isSumJudged && isKnown && !question.rules.some((one) => one.kind === kind)) {
      netted = netted.plus(signedSum(ofKind));
      continue;
    }
    const action = rule?.action ?? 'hold';
    const told = ofKind.map((item) => chargedItem(item, kind, rule));
    byAction.set(action, [...(byAction.get(action) ?? []), ...told]);
  }
  const reasons = [...byAction].map(([action, of]) => chargesReason(of, action, question));
  return { reasons, netted };
}

function ruleOf(
  kind: ChargeKind,
  items: readonly AllowanceCharge[],
  { rules, sum }: ChargesToJudge,
): ChargeRule | undefined {
  if (!items.every(({ amount }) => isDecimal(amount))) return undefined;
  const size = signedSum(items).abs();
  return rules.find(({ kind: of, upTo }) => {
    if (of !== kind) return false;
    const isInPercent = upTo.percent === undefined || (sum !== undefined && size.lte(sum.times(upTo.percent).div(100)));
    return isInPercent && (upTo.sum === undefined || size.lte(upTo.sum));
  });
}

function chargedItem(
  { charge, amount, reason }: AllowanceCharge,
  of: ChargeKind,
  rule: ChargeRule | undefined,
): ChargedItem {
  return {
    kind: charge ? 'charge' : 'allowance',
    of,
    amount: shortened(amount),
    ...(reason && { reason: shortened(reason) }),
    ...(rule && Object.keys(rule.upTo).length > 0 && { upTo: rule.upTo }),
  };
}

/** Items that a sentence names. */
const MOST_ITEMS = 5;

function chargesReason(all: readonly ChargedItem[], action: DeviationAction, { header, sum }: ChargesToJudge): Reason {
  const { currency } = header;
  const items = all.slice(0, MOST_ITEMS);
  const found = items.map(({ kind, amount, reason }) => `${kind} ${amount} ${currency} ${reason ?? ''}`.trim());
  return {
    code: 'ALLOWANCE_CHARGE_PRESENT',
    field: 'AllowanceCharge',
    found: found.join('; '),
    expected: action === 'hold' || action === 'rejectOrder' ? 'none' : 'what the agreement allows',
    facts: { currency, items, ...(sum && { orderSum: plain(sum) }) },
    action,
  };
}
