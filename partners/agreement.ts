import { z } from 'zod';
import type { FormatId } from '../formats/document/order.ts';
import { bis3Releases } from '../formats/ubl/rules/releases.ts';
import { cartSettings } from './cart.ts';
import { catalogueSettings } from './catalogue.ts';
import { chargeSettings } from './charges.ts';
import { changeFormats, changeSettings } from './changes.ts';
import { cxmlOrderSettings } from './cxml.ts';
import { envelopeSettings } from './envelope.ts';
import { intakeSettings, mlrSettings } from './intake.ts';
import { mailSettings } from './mail.ts';
import { matchingSettings } from './matching.ts';
import { deliveryAddress, messageAddresses } from './messageAddress.ts';
import { messageSettings } from './messages.ts';
import { sendingSettings } from './sending.ts';
import { deviationActions, priceDays, priceSources } from '../shop/orderPolicy.ts';
import { pickups } from './pickups.ts';
import { punchOutSettings } from './punchOut.ts';

/** A decimal as text, so that nothing is lost on the way: `2.5`. */
const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal such as 2 or 2.5');
const plainDate = z.iso.date();
const identifier = z.strictObject({ scheme: z.string().min(1).max(40), id: z.string().min(1).max(100) });

/** What a fatal finding of a layer leads to: answer 27, wait for a person, or go on and tell the administrator. */
const onFatal = z.enum(['refuse', 'hold', 'accept']);

/** What a deviation leads to that has no bands; `ignore`: it is not looked for. */
const otherAction = z.enum(['notify', 'hold', 'rejectLine', 'rejectOrder']);
const orderAction = z.enum(['accept', 'notify', 'hold', 'rejectOrder']);
const watchedAction = z.enum(['ignore', 'notify', 'hold', 'rejectLine', 'rejectOrder']);
const readAction = z.enum(['ignore', 'notify', 'hold']);
const absentPrice = z.enum(['usePriceOfTheDay', 'notify', 'ourPrice', 'hold', 'rejectLine', 'rejectOrder']);

/**
 * A band of deviations: up to so much percent of our price, for one shop unit, for the whole line; all limits that are given must hold.
 * `ourPrice` is a change of the order: where `answers` takes none, a person decides.
 */
const lineBand = z.strictObject({
  percent: decimal.optional(),
  perUnit: decimal.optional(),
  sum: decimal.optional(),
  action: z.enum(deviationActions),
});
const orderBand = z.strictObject({ percent: decimal.optional(), sum: decimal.optional(), action: orderAction });
const MOST_BANDS = 20;

/** The first band whose limits hold applies; `beyond` where none does. */
const lineBands = z.strictObject({
  bands: z.array(lineBand).max(MOST_BANDS).default([]),
  beyond: z.enum(deviationActions).default('hold'),
});
const orderBands = z.strictObject({
  bands: z.array(orderBand).max(MOST_BANDS).default([]),
  beyond: orderAction.default('hold'),
});

/** Prices of an order against the customer's (docs/shop.md). The default tolerates nothing and asks a person. */
const priceSettings = z
  .strictObject({
    /** One band for both directions: tolerated deviation of the net price of one shop unit, percent and amount; both must hold. */
    tolerancePercent: decimal.default('0'),
    toleranceAmount: decimal.optional(),
    /** What happens beyond the tolerance. */
    beyond: z.enum(['hold', 'reject']).default('hold'),
    /** Bands in place of the tolerance: above our price and below it. */
    line: z.strictObject({ above: lineBands.prefault({}), below: lineBands.prefault({}) }).optional(),
    /** The same for the order's sum at the prices that would be accepted, against its sum at ours. Absent: not judged. */
    order: z.strictObject({ above: orderBands.prefault({}), below: orderBands.prefault({}) }).optional(),
    /** What happens to a line without a price. */
    missing: absentPrice.default('usePriceOfTheDay'),
    /** What happens to a price of 0 where ours is another; `compare`: a deviation like any other. */
    zero: z.enum(['compare', ...absentPrice.options]).default('compare'),
    /** A line amount that does not follow from quantity and price. */
    lineAmount: otherAction.default('hold'),
    /** A sum of the order that does not follow from its lines. */
    total: z.enum(['notify', 'hold', 'rejectOrder']).default('notify'),
    /** Are the buyer's prices without VAT or with it? Ours are without. */
    basis: z.enum(['net', 'gross']).default('net'),
    /** What a price is held against, in this order: the first that has one counts. */
    against: z
      .array(z.enum(priceSources))
      .min(1)
      .refine((sources) => new Set(sources).size === sources.length, 'must name each source once')
      .default(['day']),
    /** Is a quantity break reached by the quantity of a line, or by all of the article in the order? */
    breaks: z.enum(['line', 'article']).default('line'),
    /** Of which business day our price is; that of the checks where the order does not tell. */
    day: z.enum(priceDays).default('checking'),
    /** So many days after a change of our price the old one is right, too. */
    oldPriceDays: z.number().int().min(0).max(365).default(0),
  })
  .refine(
    ({ line, tolerancePercent, toleranceAmount, beyond }) =>
      line === undefined || (Number(tolerancePercent) === 0 && toleranceAmount === undefined && beyond === 'hold'),
    { path: ['line'], message: 'must not stand beside tolerancePercent, toleranceAmount or beyond: bands say it all' },
  );

/** Formats that an agreement may open for orders. */
export const orderFormats = [
  'peppol-28a-order',
  'peppol-3a-order',
  'peppol-3-order',
  'sveorder-2-order',
  'cxml-order-request',
] as const satisfies readonly FormatId[];

/** The settings one by one; `agreementSchema` also looks at what belongs together. */
export const agreementSettings = z.strictObject({
  /** Documents of a test agreement are fully answered and stop before status New. */
  mode: z.enum(['production', 'test']).default('production'),
  /** Which formats of orders, and of changes of orders, may come in. */
  formats: z.array(z.enum([...orderFormats, ...changeFormats])).default(['peppol-28a-order', 'peppol-3a-order']),
  /** Which documents about ours may come in, and what senders of documents are told that are not agreed. */
  intake: intakeSettings.prefault({}),
  /** Which message level responses are sent. */
  mlr: mlrSettings.prefault({}),
  /** How orders in cXML come in and are answered. */
  cxml: cxmlOrderSettings.prefault({}),
  /** Customer numbers that the partner may order for. Empty: every customer. */
  customers: z.array(z.string()).default([]),
  /** Identities that the partner's documents may carry as buyer or envelope sender. Empty: not checked. */
  senders: z.array(identifier).default([]),
  answers: z
    .strictObject({
      /** When the order response is sent. `none`: never. `whenClean`: at once when nothing waits. `afterPerson`: after a decision. */
      acceptance: z.enum(['none', 'whenClean', 'afterPerson']).default('afterPerson'),
      /** May we answer "accepted with changes" (30)? Otherwise a change is a rejection or a hold. */
      changesAllowed: z.boolean().default(false),
      /** Language of the notes in an answer: the buyer's people read them. */
      language: z.enum(['en', 'sv']).default('en'),
      /** Is a refused document answered by an order response 27 (when its number could be read)? */
      refusals: z.boolean().default(true),
    })
    .prefault({}),
  rules: z
    .strictObject({
      structure: onFatal.default('refuse'),
      rules: onFatal.default('refuse'),
      /** Is the optional core layer run at all? Its findings are warnings. */
      core: z.boolean().default(true),
      /** From which day on which release of the rules of BIS 3 applies. Before the first, and where there is none: the newest. */
      releases: z
        .array(z.strictObject({ from: plainDate, bis3: z.enum(bis3Releases) }))
        .max(20)
        .default([]),
      waivers: z.array(z.strictObject({ rule: z.string(), reason: z.string().min(1), until: plainDate })).default([]),
    })
    .prefault({}),
  /** Mail to customers whose process has no answers. */
  mail: mailSettings.prefault({}),
  /** How products, customers and delivery places are found. */
  matching: matchingSettings.prefault({}),
  price: priceSettings.prefault({}),
  /** Freight and other charges, and allowances, beside prices. */
  charges: chargeSettings,
  /** Other deviations of an order from what is offered. */
  deviations: z
    .strictObject({
      /** A quantity below the minimum, above the maximum, or no multiple. */
      quantity: otherAction.default('hold'),
      /** An article outside the assortment of `punchOut`. */
      assortment: watchedAction.default('ignore'),
      /** Least value of an order, at our prices. */
      minimumValue: z
        .strictObject({
          amount: decimal,
          currency: z.string().regex(/^[A-Z]{3}$/),
          action: z.enum(['notify', 'hold', 'rejectOrder']).default('hold'),
        })
        .optional(),
      /** A line that must come whole (PartialDeliveryIndicator false), of more than is in stock. */
      partialDelivery: watchedAction.default('ignore'),
      /** Words of the buyer, at the order or at a line: does a person read them before it is accepted? */
      note: readAction.default('ignore'),
      /** Attachments of the order. */
      attachment: readAction.default('ignore'),
      /** May a person have another article delivered than the one that was ordered? Some platforms forbid it of what comes from a cart. */
      substitution: z.enum(['allowed', 'notFromCart', 'never']).default('allowed'),
      wantedDate: z
        .strictObject({
          /** Before the day of the checks. */
          past: watchedAction.default('ignore'),
          /** Sooner than `noticeDays` allow. */
          tooSoon: watchedAction.default('ignore'),
          /** Working days of the shop between the day of the checks and the first day of delivery. */
          noticeDays: z.number().int().min(0).max(365).default(0),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Orders against the returned carts that they come from. */
  cart: cartSettings.prefault({}),
  /** What becomes of changes and cancellations of orders. */
  changes: changeSettings.prefault({}),
  delivery: z.strictObject({ unknownPlace: z.enum(['oneOff', 'hold', 'refuse']).default('hold') }).prefault({}),
  limits: z
    .strictObject({
      bytes: z.number().int().min(1_000).max(50_000_000).default(50_000_000),
      lines: z.number().int().min(1).max(50_000).default(20_000),
      requestsPerMinute: z.number().int().min(1).max(100_000).default(6_000),
    })
    .prefault({}),
  /** CIDR ranges that may call; empty: all. */
  allowedAddresses: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
  /** How documents in UBL are packed. */
  envelope: envelopeSettings.prefault({ kind: 'none' }),
  /** Where answers go, in each format. Absent: they are kept for the partner to fetch and for the administrator to see. */
  orderResponses: deliveryAddress.optional(),
  /** Where types of documents go that go elsewhere. */
  addresses: messageAddresses.prefault({}),
  /** What happens when an address does not take what it is sent. */
  sending: sendingSettings.prefault({}),
  /** Folders that the partner puts documents into, and from which they are fetched. */
  pickups,
  /** Confirmations, deliveries and status updates: which are sent, and when. */
  messages: messageSettings.prefault({}),
  /** Catalogues that are sent. */
  catalogue: catalogueSettings.prefault({}),
  /** Absent: nobody punches out. */
  punchOut: punchOutSettings.optional(),
  /** A hold reminds and then stays; hours. */
  hold: z
    .strictObject({
      remindAfterHours: z.number().positive().default(8),
      deadlineHours: z.number().positive().default(72),
    })
    .prefault({}),
});

/**
 * A partner's agreement: one version of its settings, immutable once stored.
 * Defaults are the cautious ones of the design: receipt at once, acceptance after a person, price tolerance zero, no changes sent.
 */
export const agreementSchema = agreementSettings.superRefine(({ envelope, orderResponses, addresses }, context) => {
  const { delivery, status, mlr, catalogue } = addresses;
  const isByPeppol = [orderResponses, delivery, status, mlr, catalogue].some((address) => address?.kind === 'peppol');
  if (!isByPeppol || envelope.kind === 'sbdh') return;
  context.addIssue({ code: 'custom', path: ['envelope'], message: 'must be there to send by Peppol' });
});

/** A validated agreement with all defaults filled in. */
export type Agreement = z.output<typeof agreementSchema>;
