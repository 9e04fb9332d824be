import type { ReasonCode } from '../shop/evaluation.ts';
import type { Language } from './words.ts';

/** What the reasons to wait are called, English and Swedish, where many are counted together. */
const names: Readonly<Record<ReasonCode, readonly [en: string, sv: string]>> = {
  CUSTOMER_UNKNOWN: ['unknown customer', 'okänd kund'],
  CUSTOMER_AMBIGUOUS: ['several customers fit', 'flera kunder passar'],
  SELLER_MISMATCH: ['meant for another seller', 'avser en annan säljare'],
  ORDER_NUMBER_REUSED: ['order number used before', 'ordernumret har använts förut'],
  ORDER_CHANGE: ['change of an order', 'ändring av en order'],
  ORDER_REPLACES: ['replaces another order', 'ersätter en annan order'],
  CHANGED_ORDER_UNKNOWN: ['changes an unknown order', 'ändrar en okänd order'],
  CHANGE_EARLIER_MISSING: ['an earlier change is missing', 'en tidigare ändring saknas'],
  CHANGE_SUPERSEDED: ['a later change is here', 'en senare ändring finns'],
  CHANGE_TOO_LATE: ['changed too late', 'ändras för sent'],
  CHANGE_NOT_TAKEN: ['changes are not agreed', 'ändringar är inte avtalade'],
  CHANGE_LINE_UNKNOWN: ['changes an unknown line', 'ändrar en okänd rad'],
  CHANGE_LEAVES_NOTHING: ['nothing is left of the order', 'inget blir kvar av ordern'],
  CHANGE_LINE_DELIVERED: ['changes a delivered line', 'ändrar en levererad rad'],
  RULE_FATAL: ['breaks a rule of its format', 'bryter mot en regel i sitt format'],
  CURRENCY_UNKNOWN: ['unknown currency', 'okänd valuta'],
  DELIVERY_PLACE_UNKNOWN: ['unknown delivery place', 'okänd leveransplats'],
  DELIVERY_PLACE_AMBIGUOUS: ['several delivery places fit', 'flera leveransplatser passar'],
  LINE_NUMBER_REPEATED: ['line number used twice', 'radnummer förekommer två gånger'],
  PRODUCT_UNKNOWN: ['unknown article', 'okänd artikel'],
  PRODUCT_AMBIGUOUS: ['several articles fit', 'flera artiklar passar'],
  PRODUCT_WITHDRAWN: ['article no longer sold', 'artikeln säljs inte längre'],
  UNIT_UNKNOWN: ['unknown unit', 'okänd enhet'],
  UNIT_CONTRADICTION: ['units contradict each other', 'enheterna motsäger varandra'],
  QUANTITY_NOT_ALLOWED: ['quantity not sold', 'kvantiteten säljs inte'],
  OUTSIDE_ASSORTMENT: ['outside the assortment', 'utanför sortimentet'],
  WANTED_DATE_PAST: ['wanted date has passed', 'önskat datum har passerat'],
  WANTED_DATE_TOO_SOON: ['wanted too soon', 'önskas för tidigt'],
  PRICE_ZERO: ['price is zero', 'priset är noll'],
  PRICE_MISSING: ['price is missing', 'pris saknas'],
  PRICE_UNUSABLE: ['price cannot be read', 'priset kan inte läsas'],
  PRICE_OF_THE_DAY_MISSING: ['no price of the day', 'dagspris saknas'],
  LIVE_PRICE_MISSING: ['no price from the shop', 'pris från butiken saknas'],
  PRICE_DEVIATION: ['price deviation', 'prisavvikelse'],
  AMOUNT_DEVIATION: ['line sum does not add up', 'radsumman stämmer inte'],
  TOTAL_DEVIATION: ['total does not add up', 'totalsumman stämmer inte'],
  ORDER_SUM_DEVIATION: ['order sum deviates', 'ordersumman avviker'],
  MINIMUM_ORDER_VALUE: ['below the minimum order value', 'under minsta ordervärde'],
  ALLOWANCE_CHARGE_PRESENT: ['allowance or charge', 'rabatt eller avgift'],
  PARTIAL_DELIVERY_FORBIDDEN: ['partial delivery forbidden', 'delleverans förbjuden'],
  NOTE_PRESENT: ['note to be read', 'anteckning att läsa'],
  ATTACHMENT_PRESENT: ['attachment to be read', 'bilaga att läsa'],
};

export function reasonName(code: ReasonCode, language: Language): string {
  return names[code][language === 'sv' ? 1 : 0];
}
