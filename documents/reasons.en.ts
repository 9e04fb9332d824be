import type { LiveFault } from '../shop/liveFault.ts';
import type { NamedItem, PriceDeviation, QuantityLimit, ReasonOf, SumDeviation } from '../shop/evaluation.ts';
import { isAgreed } from '../shop/reason.ts';
import { englishCartReasons } from './cartReasons.en.ts';
import { candidatesOf, causesInWords, type CauseWords, type ReasonCatalogue } from './reasons.ts';
import type { Words } from './words.ts';

const RUN_AGAIN = 'and run the checks again';

/** The numbers that the buyer named an item by. */
function numbers(item: NamedItem, w: Words, theirs: string): string {
  const { sellersId, buyersId, gtin, standardId, manufacturersId } = item;
  const named = [
    sellersId && `our article number ${sellersId}`,
    buyersId && `${theirs} article number ${buyersId}`,
    gtin && `GTIN ${gtin}`,
    standardId && `standard number ${standardId}`,
    manufacturersId && `manufacturer's number ${manufacturersId}`,
  ];
  return w.list(named.filter((one) => one !== undefined));
}

const nameOf = ({ name }: NamedItem): string => (name === undefined ? '' : ` ("${name}")`);

const limits: Readonly<Record<QuantityLimit['kind'], string>> = {
  positive: 'it must be more than 0',
  digits: 'it must have at most 15 digits',
  minimum: 'it must be at least',
  maximum: 'it must be at most',
  multiple: 'it must be a multiple of',
};

const limitOf = ({ kind, of }: QuantityLimit): string => [limits[kind], of].filter(Boolean).join(' ');

function askedPrice({ asked, netted, currency, per }: PriceDeviation, w: Words): string {
  const net = netted === undefined ? '' : ` (${w.money(netted, currency)} with the line's discounts and charges)`;
  return `price ${w.money(asked, currency)}${per === undefined ? '' : ` for ${per}`}${net}`;
}

function deviation({ deviationPercent }: Pick<PriceDeviation, 'deviationPercent'>, w: Words): string {
  if (deviationPercent === undefined) return '';
  const isBelow = deviationPercent.startsWith('-');
  return `, ${w.percent(deviationPercent.replace('-', ''))} ${isBelow ? 'below' : 'above'}`;
}

function tolerance(
  { tolerancePercent, toleranceAmount, toleranceSum, currency, shopUnit }: PriceDeviation,
  w: Words,
): string {
  const limits = [
    tolerancePercent !== undefined && w.percent(tolerancePercent),
    toleranceAmount !== undefined && `at most ${w.money(toleranceAmount, currency)} per ${shopUnit}`,
    toleranceSum !== undefined && `at most ${w.money(toleranceSum, currency)} for the line`,
  ].filter((limit) => limit !== false);
  return limits.length > 0 ? limits.join(', and ') : w.percent('0');
}

function sum({ asked, currency, charges: beside }: SumDeviation, w: Words): string {
  const beyond = beside === undefined ? '' : ` with charges and allowances of ${w.money(beside, currency)}`;
  return `the lines come to ${w.money(asked, currency)}${beyond}`;
}

function sumTolerance({ tolerancePercent, toleranceSum, currency }: SumDeviation, w: Words): string {
  const limits = [
    tolerancePercent !== undefined && w.percent(tolerancePercent),
    toleranceSum !== undefined && `at most ${w.money(toleranceSum, currency)}`,
  ].filter((limit) => limit !== false);
  return limits.length > 0 ? limits.join(', and ') : w.percent('0');
}

const causes: CauseWords = {
  unit: ({ unit }) => `our price of one ${unit}`,
  factor: ({ factor, divided }) => (divided ? `our price divided by ${factor}` : `${factor} times our price`),
  vat: ({ percent, included }, w) => `our price ${included ? 'with' : 'without'} ${w.percent(percent)} VAT`,
  discount: ({ amount }, w, currency) => `our price before the discount of ${w.money(amount, currency)}`,
  earlierPrice: ({ until }, w) => `our price until ${w.day(until)}`,
  quantityBreak: ({ quantity, unit }, w) => `our price from ${w.quantity(quantity)} ${unit} on`,
  listPrice: ({ list }) => `the price of list ${list}`,
  cartPrice: ({ cart, until, usedUp }, w) =>
    usedUp
      ? `the price of cart ${cart}, which other orders have used up`
      : `the price that cart ${cart} promised until ${w.day(until)} for what was in it`,
};

/** A sentence of its own about what may be behind a price; empty where nothing is known. */
function looksLike(facts: PriceDeviation, w: Words): string {
  const named = causesInWords(causes, facts, w);
  return named.length > 0 ? ` It looks like ${named.join(', or ')}.` : '';
}

function charges({ facts }: ReasonOf<'ALLOWANCE_CHARGE_PRESENT'>, w: Words): string {
  const named = facts.items.map(
    ({ kind, amount, reason }) =>
      `${kind === 'charge' ? 'a charge' : 'an allowance'} of ${w.money(amount, facts.currency)}${reason ? ` (${reason})` : ''}`,
  );
  return w.list(named);
}

const usable = { decimal: 'a decimal', positive: 'more than 0', vatRate: 'a rate in percent' } as const;

/** English. */
export const englishReasons: ReasonCatalogue = {
  line: (line) => `Line ${line}: `,
  of: {
    ...englishCartReasons,
    CUSTOMER_UNKNOWN: {
      what: ({ facts: { identities } }, w) =>
        identities.length === 0
          ? 'the order names its buyer by no identity.'
          : `no customer that the partner may order for is known by ${w.identities(identities)}.`,
      advice: () => `add the identity to the customer ${RUN_AGAIN}, or name the customer.`,
      note: ({ facts: { identities } }, w) =>
        identities.length === 0
          ? 'the order names the buyer by no identity.'
          : `the buyer is not known to us by ${w.identities(identities)}.`,
    },
    CUSTOMER_AMBIGUOUS: {
      what: ({ facts }, w) => `several customers are known by ${w.identities(facts.identities)}.`,
      advice: (reason) => `name the one that is meant: ${candidatesOf(reason)}.`,
      note: ({ facts }, w) => `several of our customers are known by ${w.identities(facts.identities)}.`,
    },
    SELLER_MISMATCH: {
      what: ({ facts }, w) =>
        `the order is for another seller, ${w.identities(facts.identities)}; ours is ${w.identities(facts.ours)}.`,
      advice: () => 'accept it only if it is meant for you.',
      note: ({ facts }, w) =>
        `the order is for another seller, ${w.identities(facts.identities)}; we are ${w.identities(facts.ours)}.`,
    },
    ORDER_NUMBER_REUSED: {
      what: ({ found, facts: { reference } }) =>
        `order number ${found} came before with other content, in document ${reference}.`,
      advice: () => 'accept it if it is an order of its own; reject it if it is a repeat or a change to the first one.',
      note: ({ found }) => `order number ${found} came before with other content.`,
    },
    ORDER_CHANGE: {
      what: ({ found, facts: { operation } }) =>
        operation === 'delete' ? `this takes order ${found} back.` : `this is a change of order ${found}.`,
      advice: ({ facts: { operation } }) =>
        operation === 'delete'
          ? 'accept it, and the order is cancelled; reject it, and the order stands.'
          : 'accept it, and the order is changed; reject it, and the order stays as it is.',
      note: ({ found, facts: { operation } }) =>
        operation === 'delete' ? `order ${found} is not taken back.` : `order ${found} stays as it was.`,
    },
    ORDER_REPLACES: {
      what: ({ found, facts: { number, status } }) =>
        `it replaces ${found}, which is here as ${number} in status ${status}.`,
      advice: ({ facts: { number } }) => `accept it and say whether ${number} is cancelled or kept, or reject it.`,
      note: ({ found }) => `order ${found}, which it replaces, is not cancelled.`,
    },
    CHANGED_ORDER_UNKNOWN: {
      what: ({ found }) => `order ${found}, which this is about, has not come.`,
      advice: () => `ask the buyer for the order ${RUN_AGAIN} when it is here, or reject this document.`,
      note: ({ found }) => `we do not have order ${found}.`,
    },
    CHANGE_EARLIER_MISSING: {
      what: ({ found }) => `this is change ${found} of the order, and one before it has not come.`,
      advice: () => 'ask the buyer for the missing one; accept this one if it may be carried out without.',
      note: ({ found }) => `change ${found} came without the one before it.`,
    },
    CHANGE_SUPERSEDED: {
      what: ({ found }) => `version ${found} of the order came after a later one, which holds.`,
      advice: () => 'nothing is to be done.',
    },
    CHANGE_TOO_LATE: {
      what: ({ found, facts: { operation, status } }) =>
        `order ${found} can no longer be ${operation === 'delete' ? 'cancelled' : 'changed'}: it is in status ${status}.`,
      advice: () => 'talk to the buyer.',
      note: ({ found, facts: { operation } }) =>
        `order ${found} can no longer be ${operation === 'delete' ? 'cancelled' : 'changed'}: its handling has come too far.`,
    },
    CHANGE_NOT_TAKEN: {
      what: ({ found, facts: { operation } }) =>
        `the agreement takes no ${operation === 'delete' ? 'cancellations' : 'changes'} of orders: order ${found} stays as it is.`,
      advice: () => 'talk to the buyer, or change the agreement.',
      note: ({ found, facts: { operation } }) =>
        `${operation === 'delete' ? 'cancellations' : 'changes'} of orders are not taken: order ${found} stays as it is.`,
    },
    CHANGE_LINE_UNKNOWN: {
      what: ({ facts: { isAdded } }) =>
        isAdded
          ? 'it is to be added, but the order has it already.'
          : 'it is to be changed or deleted, but the order has no such line.',
      advice: () => 'accept it, and the line stands as the buyer wrote it now; or reject it and talk to the buyer.',
    },
    CHANGE_LEAVES_NOTHING: {
      what: () => 'after this change the order would have no lines.',
      advice: () => 'ask the buyer whether the order is to be cancelled.',
    },
    CHANGE_LINE_DELIVERED: {
      what: ({ facts: { delivered, unit } }) =>
        `more of it has been delivered than would be left: ${delivered} ${unit}.`,
      advice: () => 'reject it, or agree with the buyer on a return before you accept it.',
    },
    RULE_FATAL: {
      what: ({ field, facts: { rule, documentLine, text } }) =>
        `line ${documentLine} of the document, ${field}: ${text} (${rule})`,
      advice: () => 'accept the order if it is clear all the same, or ask the buyer to mend it.',
    },
    CURRENCY_UNKNOWN: {
      what: ({ found, expected }) => `the price is in ${found}, the price of the day in ${expected}.`,
      advice: ({ expected }) => `ask the buyer for a price in ${expected}, or reject the line.`,
      note: ({ found, expected }) => `the price is in ${found}, ours is in ${expected}.`,
    },
    DELIVERY_PLACE_UNKNOWN: {
      what: ({ facts: { place } }) =>
        place === undefined
          ? 'the order names no delivery place, and the customer has no delivery address.'
          : `delivery place ${place} is no delivery address of the customer.`,
      advice: () => `add the address to the customer ${RUN_AGAIN}, or accept it for this order.`,
      note: ({ facts: { place } }) =>
        place === undefined ? 'the order names no delivery place.' : `delivery place ${place} is not known to us.`,
    },
    DELIVERY_PLACE_AMBIGUOUS: {
      what: ({ facts: { place } }) =>
        place === undefined
          ? 'the order names no delivery place, and the customer has several delivery addresses.'
          : `delivery place ${place} fits several delivery addresses of the customer.`,
      advice: (reason) => `ask the buyer which one is meant: ${candidatesOf(reason)}.`,
      note: ({ facts: { place } }) =>
        place === undefined
          ? 'the order names no delivery place, and we know several.'
          : `delivery place ${place} fits several addresses that we know.`,
    },
    LINE_NUMBER_REPEATED: {
      what: ({ facts: { position, first } }) =>
        `the order has this line number already on its line ${first}, counted from the top; this is its line ${position}.`,
      advice: () => 'accept it if both lines are meant, or reject the line if it is a repeat.',
      note: ({ facts: { position } }) =>
        `your order has this line number more than once; this is about its line ${position}, counted from the top.`,
    },
    PRODUCT_UNKNOWN: {
      what: ({ facts: { item } }, w) => {
        const known = numbers(item, w, "the buyer's");
        if (known === '') return `the item${nameOf(item)} has no number that an article is found by.`;
        return `no article is known by ${known}${nameOf(item)}.`;
      },
      advice: () => 'name the article that is meant, accept the line as written, or reject it.',
      note: ({ facts: { item } }, w) => {
        const known = numbers(item, w, 'your');
        if (known === '') return `the item${nameOf(item)} has no number that we could find an article by.`;
        return `we have no article with ${known}${nameOf(item)}.`;
      },
    },
    PRODUCT_AMBIGUOUS: {
      what: ({ facts: { item } }, w) => `several articles fit ${numbers(item, w, "the buyer's")}${nameOf(item)}.`,
      advice: (reason) => `name the one that is meant: ${candidatesOf(reason)}.`,
      note: ({ facts: { item } }, w) => `several of our articles fit ${numbers(item, w, 'your')}${nameOf(item)}.`,
    },
    PRODUCT_WITHDRAWN: {
      what: ({ facts: { articleNumber, replacement } }) =>
        `article ${articleNumber} is withdrawn${replacement === undefined ? '' : `; its replacement is ${replacement}`}.`,
      advice: ({ facts: { replacement } }) =>
        replacement === undefined ? 'reject the line, or deliver another article.' : 'deliver it, or reject the line.',
    },
    UNIT_UNKNOWN: {
      what: ({ facts: { unit, articleNumber, known } }) =>
        unit === undefined
          ? `the quantity has no unit; article ${articleNumber} has ${known}.`
          : `unit '${unit}' is not known for article ${articleNumber} (known: ${known}).`,
      advice: () => `add a conversion ${RUN_AGAIN}, or ask the buyer to order in a known unit.`,
    },
    UNIT_CONTRADICTION: {
      what: ({ facts: { articleNumber, unit, theirs, ours } }) =>
        `the order counts one ${unit} of article ${articleNumber} as ${theirs}; we deliver ${ours} in it.`,
      advice: () => 'ask the buyer how much is meant, or accept what we deliver.',
      note: ({ facts: { articleNumber, unit, theirs, ours } }) =>
        `your order counts one ${unit} of article ${articleNumber} as ${theirs}; we deliver ${ours} in it.`,
    },
    QUANTITY_NOT_ALLOWED: {
      what: ({ found, facts: { articleNumber, limit } }) =>
        `quantity ${found} of article ${articleNumber} cannot be delivered: ${limitOf(limit)}.`,
      advice: () => 'change the quantity, or accept it all the same.',
    },
    OUTSIDE_ASSORTMENT: {
      what: ({ facts: { articleNumber } }) => `article ${articleNumber} is outside the assortment of the agreement.`,
      advice: () => 'accept it all the same, or reject the line.',
      note: ({ facts: { articleNumber } }) => `article ${articleNumber} is outside your assortment.`,
    },
    WANTED_DATE_PAST: {
      what: ({ facts: { wanted, earliest } }, w) =>
        `wanted on ${w.day(wanted)}, which is past; it can be delivered from ${w.day(earliest)}.`,
      advice: () => 'promise another date, or ask the buyer.',
    },
    WANTED_DATE_TOO_SOON: {
      what: ({ facts: { wanted, earliest } }, w) =>
        `wanted on ${w.day(wanted)}; it can be delivered from ${w.day(earliest)}.`,
      advice: () => 'promise another date, or accept it all the same.',
    },
    PRICE_ZERO: {
      what: ({ facts: { price, currency, unit } }, w) =>
        `the price is 0; the price of the day is ${w.money(price, currency)} per ${unit}.`,
      advice: () => 'accept it at our price, or ask the buyer.',
      note: ({ facts: { price, currency, unit } }, w) =>
        `the price is 0; our price is ${w.money(price, currency)} per ${unit}.`,
    },
    PRICE_MISSING: {
      what: ({ facts: { price, currency, unit } }, w) =>
        `no price; the price of the day is ${w.money(price, currency)} per ${unit}.`,
      advice: () => 'accept it at that price, or ask the buyer.',
      note: ({ facts: { price, currency, unit } }, w) =>
        `no price; our price is ${w.money(price, currency)} per ${unit}.`,
    },
    PRICE_UNUSABLE: {
      what: ({ field, found, facts: { wanted } }) =>
        `the price cannot be compared: ${field} is ${found}, but must be ${usable[wanted]}.`,
      advice: () => 'change the price, or ask the buyer.',
    },
    PRICE_OF_THE_DAY_MISSING: {
      what: ({ facts: { articleNumber, currency, day } }, w) =>
        `article ${articleNumber} has no price in ${currency} for this customer on ${w.day(day)}.`,
      advice: () => `add a price ${RUN_AGAIN}, or accept the price of the order.`,
      note: ({ facts: { articleNumber, currency } }) => `we have no price in ${currency} for article ${articleNumber}.`,
    },
    LIVE_PRICE_MISSING: {
      what: ({ facts: { articleNumber, fault }, action }) =>
        `${untold[fault.code](articleNumber, 'found' in fault ? fault.found : '')}; ${action === 'hold' ? 'nobody has said what counts instead' : 'the stored price counts'}.`,
      advice: () => `look at the connection to the shop, run the check again when it answers, or accept the line.`,
      note: ({ facts: { articleNumber } }) => `our price of article ${articleNumber} could not be confirmed.`,
    },
    PRICE_DEVIATION: {
      what: ({ facts }, w) =>
        `${askedPrice(facts, w)}, price of the day ${w.money(facts.ours, facts.currency)}${deviation(facts, w)}; ` +
        `the agreement allows ${tolerance(facts, w)}.${looksLike(facts, w)}`,
      advice: () => 'accept it, change it, or reject the line.',
      note: ({ facts }, w) =>
        `${askedPrice(facts, w)}, our price ${w.money(facts.ours, facts.currency)}.${looksLike(facts, w)}`,
    },
    AMOUNT_DEVIATION: {
      what: ({ found, expected, facts: { currency } }, w) =>
        `line amount ${w.money(found, currency)}, but quantity and price make ${w.money(expected, currency)}.`,
      advice: () => 'ask the buyer which is meant, or accept quantity and price.',
    },
    TOTAL_DEVIATION: {
      what: ({ found, expected, facts: { currency } }, w) =>
        `the sum of the lines is ${w.money(found, currency)}, but the line amounts make ${w.money(expected, currency)}.`,
      advice: () => 'ask the buyer which is meant, or accept the lines.',
    },
    ORDER_SUM_DEVIATION: {
      what: ({ facts }, w) =>
        `${sum(facts, w)}, at our prices to ${w.money(facts.ours, facts.currency)}` +
        `${deviation(facts, w)}; the agreement allows ${sumTolerance(facts, w)}.`,
      advice: () => 'accept it, change prices, or reject the order.',
      note: ({ facts }, w) => `${sum(facts, w)}, at our prices to ${w.money(facts.ours, facts.currency)}.`,
    },
    MINIMUM_ORDER_VALUE: {
      what: ({ facts: { value, minimum, currency } }, w) =>
        `the order is worth ${w.money(value, currency)}, and the least is ${w.money(minimum, currency)}.`,
      advice: () => 'accept it all the same, or reject the order.',
    },
    ALLOWANCE_CHARGE_PRESENT: {
      what: (reason, w) => `the order has ${charges(reason, w)}.`,
      advice: () => 'decide whether you agree to it.',
      note: (reason, w) => `the order has ${charges(reason, w)}, which is ${isAgreed(reason) ? '' : 'not '}agreed.`,
    },
    PARTIAL_DELIVERY_FORBIDDEN: {
      what: ({ facts: { articleNumber, ordered, stock } }) =>
        `article ${articleNumber} must come in one delivery of ${ordered}, but there are ${stock}.`,
      advice: () => 'promise a day on which all of it can come, or ask the buyer.',
    },
    NOTE_PRESENT: {
      what: ({ facts: { note } }) => `the order has a note, "${note}".`,
      advice: () => 'read it, and decide.',
    },
    ATTACHMENT_PRESENT: {
      what: ({ facts: { names, count } }, w) =>
        `the order has ${count === 1 ? 'an attachment' : `${count} attachments`}: ${w.list(names)}.`,
      advice: () => 'read what is attached, and decide.',
    },
  },
};

/** What the shop behind us did instead of telling its price. */
const untold: Readonly<Record<LiveFault['code'], (article: string, found: string) => string>> = {
  silent: (article) => `the shop did not tell its price of article ${article}`,
  unknown: (article) => `the shop told no price of article ${article}`,
  currency: (article, found) => `the shop told the price of article ${article} in ${found}`,
  unit: (article, found) =>
    `the shop told the price of article ${article} in the unit ${found}, which the article does not have`,
  price: (article, found) => `the shop told ${found} as the price of article ${article}`,
  stock: (article, found) => `the shop told ${found} as the stock of article ${article}`,
};
