import { z } from 'zod';
import { reasonSentence } from '../../documents/sentences.ts';
import { languages, type Language } from '../../documents/words.ts';
import { confirmedPartSchema } from '../../shop/confirmation.ts';
import { lineDecisionSchema } from '../../shop/decision.ts';
import { pricesChosenBy, reasonCodes, type Reason } from '../../shop/evaluation.ts';
import { deviationActions } from '../../shop/orderPolicy.ts';
import type { OrderDetail, OrderLineDetail, OrderSummary } from '../../shop/orderQueries.ts';
import { orderStatuses, statusesAfter } from '../../shop/orderStatus.ts';
import { present, type Shown } from '../present.ts';
import { instant, listOf, pageOf, pageQuery, period, uuid } from './common.ts';
import { orderHeader, orderLine } from './orderDocument.ts';

export const orderStatus = z.enum(orderStatuses).meta({
  id: 'OrderStatus',
  description: '`Waiting`: held for a person, not yet in `New`. `Tested`: of a test document, never gets there',
});

export const langQuery = z.strictObject({
  lang: z.enum(languages).default('en').meta({ description: 'Language of the sentences' }),
});

export const orderQuery = pageQuery.extend({
  status: listOf(orderStatuses).optional(),
  customer: z.string().min(1).max(100).optional().meta({ description: 'Customer number' }),
  partner: uuid.optional().meta({ description: 'Id of the partner' }),
  externalNumber: z.string().min(1).max(200).optional().meta({ description: "The buyer's order number" }),
  text: z.string().min(1).max(200).optional().meta({ description: 'Words of numbers, references and delivery place' }),
  ...period,
});

export const linesQuery = pageQuery.extend(langQuery.shape);

const candidate = z
  .strictObject({ id: z.string(), number: z.string(), name: z.string(), by: z.string() })
  .meta({ id: 'Candidate', description: 'What a person may choose from, and how it was found' });

const reason = z
  .strictObject({
    code: z.enum(reasonCodes),
    text: z.string().meta({ description: 'One sentence' }),
    line: z.string().optional().meta({ description: "The buyer's line number; absent for the whole order" }),
    field: z.string(),
    found: z.string(),
    expected: z.string(),
    facts: z.looseObject({}).meta({ description: 'The values in the sentence' }),
    action: z
      .enum(deviationActions)
      .optional()
      .meta({ description: 'What the agreement says about it; absent: nothing, so a person decides' }),
    candidates: z.array(candidate).optional(),
  })
  .meta({ id: 'Reason', description: 'What of the order, or of a line, deviates, and what it leads to' });

const text = z.string().optional();
const responseCode = z
  .enum(['27', '29', '30'])
  .optional()
  .meta({ description: 'Our answer: 27 not accepted, 29 accepted, 30 accepted with changes' });

export const orderSummary = z
  .strictObject({
    id: uuid,
    number: z.string().meta({ description: 'Our order number', example: 'SO-100001' }),
    status: orderStatus,
    source: z.string(),
    externalNumber: z.string().meta({ description: "The buyer's order number" }),
    partnerId: uuid,
    inboundDocumentId: uuid,
    agreementVersion: z.int(),
    customer: z.strictObject({ id: uuid, number: z.string(), name: z.string() }).optional(),
    currency: z.string(),
    amount: text.meta({ description: 'Payable amount as sent' }),
    issueDate: text,
    buyersReference: text,
    requisition: text,
    costCentre: text,
    project: text,
    contract: text,
    goodsMark: text,
    deliveryPlace: text,
    wantedFrom: text,
    wantedTo: text,
    lineCount: z.int(),
    openLines: z.int().meta({ description: 'Lines that wait for a decision' }),
    responseCode,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'OrderSummary' });

const matched = z
  .strictObject({
    productId: uuid,
    articleNumber: z.string(),
    name: z.string(),
    by: z.string().meta({ description: 'How it was found' }),
    others: z
      .array(z.strictObject({ by: z.string(), articles: z.array(z.string()) }))
      .optional()
      .meta({ description: 'What the other rungs of the ladder said; no articles: not known' }),
    shopUnit: z.string(),
    unitFactor: text.meta({ description: 'Shop units in one ordered unit; absent when the unit is not known' }),
  })
  .meta({ id: 'MatchedProduct' });

export const priceOfTheDay = z
  .strictObject({
    amount: z.string(),
    currency: z.string(),
    unit: z.string(),
    baseQuantity: z.string(),
    perShopUnit: z.string().meta({ description: 'Net price of one shop unit' }),
    priceList: z.string(),
    validFrom: text,
    validTo: text.meta({ description: 'Last day, of a price from before that the agreement still accepts' }),
    quantityBreak: z.string(),
    chosenBy: z.enum(pricesChosenBy).meta({
      description:
        'What it is the price of; `cart`: a returned cart, `catalogue`: the last that was sent; its number stands as `priceList`',
    }),
    converted: z
      .strictObject({ amount: z.string(), currency: z.string(), rate: z.string(), rateFrom: z.string() })
      .optional()
      .meta({
        description: "What it was before it was converted into the order's currency, and the rate with its first day",
      }),
  })
  .meta({ id: 'PriceOfTheDay' });

const comparison = z
  .strictObject({
    askedPerShopUnit: text,
    ourPerShopUnit: z.string(),
    deviation: text.meta({ description: 'Asked minus ours, per shop unit' }),
    deviationPercent: text,
    sumDeviation: text.meta({ description: 'The deviation for the whole line' }),
    withinTolerance: z.boolean().meta({ description: 'Accepted as ordered' }),
    band: z
      .strictObject({
        direction: z.enum(['above', 'below']),
        percent: text,
        perUnit: text,
        sum: text,
        action: z.enum(deviationActions),
      })
      .optional()
      .meta({ description: 'The band of the agreement that decided; without limits: beyond all bands' }),
    agreed: z
      .strictObject({
        direction: z.enum(['above', 'below']),
        unit: z.string(),
        perShopUnit: z.string(),
        until: z.string(),
        by: z.string(),
        madeAt: z.string(),
      })
      .optional()
      .meta({ description: 'What a person has agreed to before, where that decided' }),
    day: text.meta({ description: 'Business day that our price is of' }),
    vatPercent: text.meta({ description: 'VAT that was put on our price to compare it' }),
  })
  .meta({ id: 'PriceComparison' });

export const shownLine = z
  .strictObject({
    position: z.int(),
    lineId: z.string().meta({ description: "The buyer's line number" }),
    line: orderLine,
    shopQuantity: text.meta({ description: 'Ordered quantity in shop units' }),
    match: matched.optional(),
    priceOfTheDay: priceOfTheDay.optional(),
    comparison: comparison.optional(),
    reasons: z.array(reason),
    freeText: z
      .boolean()
      .meta({ description: "No product of ours: it is delivered in the buyer's words, at the buyer's price" }),
    decision: lineDecisionSchema.meta({ id: 'LineDecision' }).optional(),
    responseStatus: responseCode,
    confirmed: z
      .array(confirmedPartSchema)
      .optional()
      .meta({ description: 'The line part by part, as confirmed last' }),
    quantities: z
      .strictObject({
        agreed: z.string(),
        delivered: z.string(),
        outstanding: z.string().meta({ description: 'Still to come' }),
      })
      .meta({ id: 'LineQuantities', description: 'In the unit of the order line' }),
  })
  .meta({ id: 'ShownOrderLine', description: 'An ordered line, what we make of it, and what was decided' });

export const orderDetail = orderSummary
  .extend({
    header: orderHeader,
    reasons: z.array(reason).meta({ description: 'About the whole order' }),
    deliveryAddressId: uuid.optional(),
    responseNote: text,
    answerDue: instant.optional().meta({ description: 'When the buyer should have an answer at the latest' }),
    buyerDue: instant
      .optional()
      .meta({ description: 'The buyer was answered with changes: until when it should say whether it agrees' }),
    nextStatuses: z.array(orderStatus).meta({ description: 'That may follow' }),
    lines: pageOf(shownLine).meta({ description: 'The first lines; `next` is a cursor of `/orders/{id}/lines`' }),
  })
  .meta({ id: 'OrderDetail' });

export const statusChange = z
  .strictObject({ id: uuid, number: z.string(), from: orderStatus, to: orderStatus })
  .meta({ id: 'StatusChange' });

export function showOrder(order: OrderSummary): Shown<typeof orderSummary> {
  return present(order);
}

export function showOrderDetail(
  order: OrderDetail,
  lines: Shown<typeof orderDetail>['lines'],
  lang: Language,
): Shown<typeof orderDetail> {
  const { header, reasons, deliveryAddressId, responseNote, answerDue, buyerDue, ...summary } = order;
  return {
    ...showOrder(summary),
    header,
    reasons: reasons.map((one) => showReason(one, lang)),
    ...present({ deliveryAddressId, responseNote, answerDue, buyerDue }),
    nextStatuses: statusesAfter(order.status, header.operation !== undefined),
    lines,
  };
}

export function showLine(line: OrderLineDetail, lang: Language): Shown<typeof shownLine> {
  const reasons = line.reasons.map((one) => showReason(one, lang));
  return { ...present(line), reasons };
}

function showReason(one: Reason, lang: Language): Shown<typeof reason> {
  const { candidates, facts, ...rest } = one;
  return {
    ...present(rest),
    facts: { ...facts },
    text: reasonSentence(one, lang),
    ...(candidates && { candidates }),
  };
}
