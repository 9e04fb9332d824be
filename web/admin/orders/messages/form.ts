import { errorSentence } from '../../../../documents/sentences.ts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { tellEngine } from '../../../../api/engine.ts';
import type { Teller } from '../../../../documents/tellBuyer.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { tellDueMessages } from '../../../../platform/tellOrderMessages.ts';
import { linesAfter, type OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import type { AdminVisit } from '../../visit.ts';
import type { OrderInHand } from '../order/inHand.ts';
import { amountOf } from '../order/lines.ts';
import { orderStyles } from '../styles.ts';
import type { MessageView } from '../views.ts';

/** Lines that a form shows at once. */
const LINES = 50;

/** What of a form cannot be used, by the name of the field; the empty name is the whole form. */
export type Errors = Map<string, string>;

/** A form that says what becomes of lines of an order. */
export interface MessageForm {
  readonly template: 'admin/orders/confirm' | 'admin/orders/deliver';
  readonly title: string;
  /** Is there anything to say about a line? */
  readonly isAbout: (line: OrderLineDetail) => boolean;
}

/** The form, with what was typed into it. */
export async function showForm(
  visit: AdminVisit,
  { order }: OrderInHand,
  { template, title, isAbout }: MessageForm,
  errors: Errors = new Map(),
): Promise<AdminAnswer> {
  const { em, form, query, root } = visit;
  const { id, number, externalNumber } = order;
  const after = Number(/^\d{1,6}$/.exec(query.get('after') ?? form.get('after') ?? '')?.[0] ?? 0);
  const lines = await someLines(em, id, after, isAbout);
  const path = `${root}/admin/orders/${id}`;
  const view: MessageView = {
    ...{ number, externalNumber, path },
    // A form that is sent twice says its message once.
    key: form.get('key') ?? randomUUID(),
    after: String(after),
    next: lines.length > LINES ? `?after=${lines[LINES - 1]!.position}` : '',
    lines: lines.slice(0, LINES).map((line) => lineOf(visit, line)),
    values: Object.fromEntries(form),
    isTyped: form.has('key'),
    errors: [...errors].map(([field, text]) => ({ field, text })),
    errorOf: Object.fromEntries(errors),
  };
  return page(template, view, { title, status: errors.size > 0 ? 422 : 200, styles: orderStyles });
}

function lineOf(
  visit: AdminVisit,
  { position, lineId, line, match, quantities }: OrderLineDetail,
): MessageView['lines'][number] {
  const amount = (quantity: string): string => amountOf(visit, quantity, line.unit);
  return {
    ...{ position, lineId },
    name: line.item.name ?? line.item.description ?? '',
    article: match?.articleNumber ?? '',
    agreed: amount(quantities.agreed),
    delivered: amount(quantities.delivered),
    outstanding: amount(quantities.outstanding),
    agreedNumber: quantities.agreed,
    outstandingNumber: quantities.outstanding,
  };
}

/** A page of the lines that the form is about, and one more where there are more. */
async function someLines(
  em: EntityManager,
  orderId: string,
  after: number,
  isAbout: MessageForm['isAbout'],
): Promise<OrderLineDetail[]> {
  const found: OrderLineDetail[] = [];
  let position = after;
  while (found.length <= LINES) {
    const batch = await linesAfter(em, orderId, position, LINES + 1);
    found.push(...batch.filter(isAbout));
    if (batch.length <= LINES) break;
    position = batch.at(-1)!.position;
  }
  return found.slice(0, LINES + 1);
}

/** Positions of the lines that the form showed. */
export function shownPositions(form: URLSearchParams): number[] {
  const shown = form.getAll('line').filter((text) => /^[1-9]\d{0,5}$/.test(text));
  return shown.slice(0, LINES).map(Number);
}

/** What is wrong with a field, by what it holds. */
export function fieldErrors(
  { tongue }: AdminVisit,
  error: z.ZodError | undefined,
  fieldOf: (path: readonly PropertyKey[]) => string,
): Errors {
  const { t } = tongue;
  const errors: Errors = new Map();
  for (const { path, message } of error?.issues ?? []) {
    const field = fieldOf(path);
    const text = /^(quantity|price)/.test(field)
      ? t.orderErrorNumber
      : /^(from|to|despatchedOn|promised)/.test(field)
        ? t.orderErrorDay
        : message === 'must be changed where the price or the article is another'
          ? t.orderErrorChanged
          : t.orderErrorText;
    if (!errors.has(field)) errors.set(field, text);
  }
  return errors;
}

/** Stores the message, tells its workflow, and goes back to the order; what the order does not allow is said in the form. */
export async function tell(
  visit: AdminVisit,
  inHand: OrderInHand,
  form: MessageForm,
  store: (teller: Teller) => Promise<unknown>,
): Promise<AdminAnswer> {
  const { deps, account, now, tongue } = visit;
  const { id } = inHand.order;
  const idempotencyKey = visit.form.get('key')?.slice(0, 100) || undefined;
  try {
    await store({ orderId: id, actor: account.name, now, idempotencyKey });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return showForm(visit, inHand, form, new Map([['', errorSentence(error.message, tongue.language)]]));
  }
  tellEngine(deps, `messages of order ${id}`, () => tellDueMessages(deps.orm.em.fork(), deps.engine, id));
  return goTo(`/orders/${id}`, { tone: 'good', text: tongue.t.orderMessageStored });
}
