import { v7 } from 'uuid';
import { z } from 'zod';
import { mayAct } from '../../../../accounts/roles.ts';
import { languages, type Language } from '../../../../documents/words.ts';
import { isMailAddress } from '../../../../notices/address.ts';
import { customersAddress } from '../../../../notices/answerByMail.ts';
import { orderReply, sendReply } from '../../../../notices/orderReply.ts';
import { businessDay } from '../../../../shop/profile.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { orderInHand, type OrderInHand } from '../order/inHand.ts';
import { orderStyles } from '../styles.ts';
import type { ReplyView } from '../views.ts';

const LONGEST_TEXT = 20_000;
const LONGEST_SUBJECT = 150;
/** Characters of an address that every mail program takes (Windows passes on some 2,000). */
const LONGEST_LINK = 1_900;

const uuid = z.uuid();

/** What stands in the form. */
type Typed = Pick<ReplyView, 'to' | 'subject' | 'text'>;

/** `GET /admin/orders/:id/reply?language=`: a mail that explains the order, ready to be copied, opened or sent. */
export const replyPage = adminPage({
  path: '/orders/:id/reply',
  role: 'reader',
  show: async (visit) => showReply(visit, await orderInHand(visit.em, idParam(visit))),
});

/** `POST /admin/orders/:id/reply`: sends it by mail. */
export const reply = adminForm({
  path: '/orders/:id/reply',
  role: 'operator',
  async act(visit) {
    const { em, deps, form, account, tongue } = visit;
    const inHand = await orderInHand(em, idParam(visit));
    const { order, document } = inHand;
    const { mode } = document;
    const field = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    const typed = { to: field('to'), subject: field('subject'), text: field('text') };
    const errors = errorsOf(visit, typed);
    if (errors.length > 0 || deps.config.smtpUrl === undefined) return showReply(visit, inHand, typed, errors);
    const id = uuid.safeParse(form.get('key')).data ?? v7();
    await sendReply(em, { ...typed, id, order, mode, language: languageOf(form, inHand), actor: account.name });
    return goTo(`/orders/${order.id}`, { tone: 'good', text: tongue.t.orderReplySent({ to: typed.to }) });
  },
});

function errorsOf({ tongue }: AdminVisit, { to, subject, text }: Typed): ReplyView['errors'] {
  const { t } = tongue;
  return [
    ...(isMailAddress(to) ? [] : [{ field: 'to', text: t.orderReplyErrorTo }]),
    ...(subject !== '' && subject.length <= LONGEST_SUBJECT
      ? []
      : [{ field: 'subject', text: t.orderReplyErrorSubject({ most: LONGEST_SUBJECT }) }]),
    ...(text !== '' && text.length <= LONGEST_TEXT
      ? []
      : [{ field: 'text', text: t.orderReplyErrorText({ most: LONGEST_TEXT }) }]),
  ];
}

/** The one that was chosen, or that the agreement answers in. */
function languageOf(chosen: URLSearchParams, { settings }: OrderInHand): Language {
  return languages.find((one) => one === chosen.get('language')) ?? settings.answers.language;
}

async function showReply(
  visit: AdminVisit,
  inHand: OrderInHand,
  typed?: Typed,
  errors: ReplyView['errors'] = [],
): Promise<AdminAnswer> {
  const { deps, root, tongue, query, form, account } = visit;
  const { order } = inHand;
  const language = languageOf(typed ? form : query, inHand);
  const { to, subject, text } = typed ?? (await written(visit, inHand, language));
  const { number, externalNumber, id } = order;
  const path = `${root}/admin/orders/${id}`;
  const link = `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  const view: ReplyView = {
    ...{ number, externalNumber, path, language, to, subject, text, errors },
    key: form.get('key') ?? v7(),
    languages: languages.map((one) => ({ language: one, href: `${path}/reply?language=${one}` })),
    mailto: link.length <= LONGEST_LINK ? link : '',
    maySend: deps.config.smtpUrl !== undefined,
    mayAct: mayAct(account.role, 'operator'),
  };
  const status = errors.length > 0 ? 422 : 200;
  return page('admin/orders/reply', view, { title: tongue.t.orderReply, status, styles: orderStyles });
}

async function written(visit: AdminVisit, { order, document }: OrderInHand, language: Language): Promise<Typed> {
  const { em, account, shop, reader } = visit;
  const from = {
    ...{ language, name: account.name },
    shop: { name: shop?.name ?? '', timeZone: reader.timeZone },
    receivedOn: businessDay(reader, document.receivedAt),
    mode: document.mode,
  };
  return { ...(await orderReply(em, order, from)), to: (await customersAddress(em, order)) ?? '' };
}
