import type { z } from 'zod';
import { orderDecisionSchema, type OrderDecision } from '../../../../shop/decision.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import { knownArticles } from '../../../../shop/orderDecision.ts';
import { openLinesAfter, type OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { isQuestion } from '../../../../shop/reason.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { AdminVisit } from '../../visit.ts';
import { decimalText, filled } from '../fields.ts';
import type { OrderInHand } from '../order/inHand.ts';
import { linesToDecide, needsArticle, positionsOf } from './formView.ts';
import { ourPriceOf } from './ourPrice.ts';

type Written = z.input<typeof orderDecisionSchema>;
type WrittenLine = NonNullable<Written['lines']>[number];
type Errors = Map<string, string>;

const BATCH = 500;

/** What a form decides: the decision, or what of the form cannot be used, by the name of the field. */
export type ReadDecision = { readonly decision: OrderDecision } | { readonly errors: Errors };

/** Reads the decision form of an order. */
export async function readDecision(visit: AdminVisit, inHand: OrderInHand): Promise<ReadDecision> {
  const { form, em, tongue } = visit;
  const { t } = tongue;
  const errors: Errors = new Map();
  const whole = form.get('decide');
  const shown = whole === 'lines' ? await linesToDecide(em, inHand.order.id, positionsOf(form)) : [];
  const lines = shown.flatMap((line) => readLine(visit, line, errors));
  const rest = whole === 'lines' ? await restOf(visit, inHand, shown, errors) : [];
  const all = [...lines, ...rest];
  const changes = all.some(({ action }) => action !== 'accept');
  const written: Written = {
    kind: whole === 'reject' ? 'reject' : changes ? 'acceptWithChanges' : 'accept',
    ...filled(form, { note: 'note', customer: 'customer', deliveryAddress: 'place' }),
    ...remembered(form, 'customer', 'rememberCustomer'),
    ...remembered(form, 'place', 'rememberDeliveryAddress'),
    ...(whole !== 'reject' && replacedOf(form)),
    lines: all,
  };
  if (written.kind !== 'reject') await checkNamed(visit, inHand, written, errors);
  const parsed = orderDecisionSchema.safeParse(written);
  for (const issue of parsed.error?.issues ?? []) {
    const [field, isDay] = fieldOf(issue.path, all);
    if (!errors.has(field)) errors.set(field, isDay ? t.orderErrorDay : fieldError(visit, field));
  }
  return parsed.success && errors.size === 0 ? { decision: parsed.data } : { errors };
}

/** Of a named answer alone: nothing else can be remembered. */
function remembered(form: URLSearchParams, field: string, name: string): Record<string, unknown> {
  if (form.get(`remember-${field}`) !== '1' || (form.get(field) ?? '').trim() === '') return {};
  const until = (form.get(`until-${field}`) ?? '').trim();
  return { [name]: until === '' ? true : { until } };
}

function replacedOf(form: URLSearchParams): Pick<Written, 'replacedOrder'> {
  const value = form.get('replaced');
  return value === 'cancel' || value === 'keep' ? { replacedOrder: value } : {};
}

function readLine({ form, tongue }: AdminVisit, line: OrderLineDetail, errors: Errors): WrittenLine[] {
  const { position } = line;
  const { t } = tongue;
  const action = form.get(`action-${position}`) ?? '';
  const isOpen = line.responseStatus === null && line.reasons.some(isQuestion);
  if (action === '') {
    if (isOpen) errors.set(`action-${position}`, t.orderErrorChoose({ line: line.lineId }));
    return [];
  }
  const at = (names: Readonly<Record<string, string>>) =>
    filled(form, Object.fromEntries(Object.entries(names).map(([name, field]) => [name, `${field}-${position}`])));
  const note = at({ note: 'note' });
  if (action === 'reject') return [{ position, action, ...note }];
  if (action === 'text') return [{ position, action: 'accept', asText: true, ...note }];
  const article = needsArticle(line) ? at({ articleNumber: 'article' }) : {};
  if (!line.match && !line.freeText && !article['articleNumber']) {
    errors.set(`article-${position}`, t.orderErrorArticle({ line: line.lineId }));
  }
  const base = { position, ...article, ...remembered(form, `article-${position}`, 'remember'), ...note };
  if (action === 'ours') return [{ ...base, action: 'change', price: ourPriceOf(line) }];
  if (action === 'change') {
    const dates = at({ promisedFrom: 'from', promisedTo: 'to', substitute: 'substitute' });
    const { quantity, price } = at({ quantity: 'quantity', price: 'price' });
    return [
      {
        ...base,
        ...dates,
        action,
        ...(quantity !== undefined && { quantity: decimalText(quantity) }),
        ...(price !== undefined && { price: decimalText(price) }),
      },
    ];
  }
  return [{ ...base, action: 'accept', ...at({ rememberPriceUntil: 'priceUntil' }) }];
}

/** What becomes of the lines that wait and that the form does not show. */
async function restOf(
  { em, form, tongue }: AdminVisit,
  { order, takesChanges }: OrderInHand,
  shown: readonly OrderLineDetail[],
  errors: Errors,
): Promise<WrittenLine[]> {
  const open = shown.filter((line) => line.responseStatus === null && line.reasons.some(isQuestion));
  if (order.openLines <= open.length) return [];
  const rest = form.get('rest') ?? '';
  const isAllowed = rest === 'accept' || (takesChanges && (rest === 'ours' || rest === 'reject'));
  if (!isAllowed) errors.set('rest', tongue.t.orderErrorRest);
  if (!isAllowed || rest === 'accept') return [];
  const decided: WrittenLine[] = [];
  let after = open.at(-1)?.position ?? 0;
  for (;;) {
    const batch = await openLinesAfter(em, order.id, after, BATCH);
    for (const line of batch) decided.push(restLine(line, rest));
    if (batch.length < BATCH) return decided;
    after = batch.at(-1)!.position;
  }
}

function restLine(line: OrderLineDetail, rest: string): WrittenLine {
  const { position } = line;
  const price = ourPriceOf(line);
  if (rest === 'reject') return { position, action: 'reject' };
  return price === undefined ? { position, action: 'accept' } : { position, action: 'change', price };
}

/** Numbers that the form names must be ours. */
async function checkNamed(visit: AdminVisit, { order }: OrderInHand, written: Written, errors: Errors): Promise<void> {
  const { em, tongue } = visit;
  const { t } = tongue;
  const { customer, lines = [] } = written;
  if (customer === undefined && !order.customer) errors.set('customer', t.orderErrorCustomer);
  else if (customer !== undefined && !(await readCustomer(em, customer)))
    errors.set('customer', t.orderErrorCustomerUnknown({ number: customer }));
  if (order.reasons.some(({ code }) => code === 'ORDER_REPLACES') && written.replacedOrder === undefined)
    errors.set('replaced', t.orderErrorReplaced);
  try {
    await knownArticles(em, lines);
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    const unknown = new Set(error.details.map(({ found }) => found));
    for (const { position, articleNumber, substitute } of lines) {
      if (unknown.has(articleNumber))
        errors.set(`article-${position}`, t.orderErrorArticleUnknown({ number: articleNumber! }));
      if (unknown.has(substitute))
        errors.set(`substitute-${position}`, t.orderErrorArticleUnknown({ number: substitute! }));
    }
  }
}

const fieldNames: Readonly<Record<string, string>> = {
  promisedFrom: 'from',
  promisedTo: 'to',
  rememberPriceUntil: 'priceUntil',
  remember: 'until-article',
  articleNumber: 'article',
};
const heads: Readonly<Record<string, string>> = {
  deliveryAddress: 'place',
  rememberCustomer: 'until-customer',
  rememberDeliveryAddress: 'until-place',
};
const days = new Set(['from', 'to', 'priceUntil', 'until-article', 'until-customer', 'until-place']);

/** The field that a place of the decision was written in, and whether that holds a day. */
function fieldOf(path: readonly PropertyKey[], lines: readonly WrittenLine[]): [name: string, isDay: boolean] {
  const [head = '', index, name = ''] = path.map(String);
  if (head !== 'lines') {
    const field = heads[head] ?? head;
    return [field, days.has(field)];
  }
  const field = fieldNames[name] ?? name;
  return [`${field}-${lines[Number(index)]?.position ?? ''}`, days.has(field)];
}

function fieldError({ tongue }: AdminVisit, field: string): string {
  const { t } = tongue;
  return /^(quantity|price)-/.test(field) ? t.orderErrorNumber : t.orderErrorText;
}
