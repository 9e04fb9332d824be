import { Decimal, plain } from '../../formats/document/decimal.ts';
import { lintNote, lintSentence } from '../../partners/lint/sentences.ts';
import { acknowledgePrices, removeLine, restoreLine } from '../../sessions/cart.ts';
import { checkCart, type CheckedCart } from '../../sessions/checkCart.ts';
import { readCart, type CartView as Cart, type CartViewLine, type LineProblem } from '../../sessions/cartView.ts';
import type { Message } from '../../accounts/message.ts';
import type { CartLineView, CartView, State } from '../templates.ts';
import { unitName } from '../../documents/unitNames.ts';
import { LINES, pageOf, storeEdits, type Rejected, type RejectedEdits } from './edits.ts';
import { sentMessages } from './home.ts';
import { newKey } from './keys.ts';
import { askForCart } from './live.ts';
import { showPage } from './page.ts';
import { quantityField } from './quantity.ts';
import { asked, goTo, requireChangeable, withQuery, type Visit } from './visit.ts';

/** Something to tell on the cart page beside the cart itself. */
export interface Remarks {
  readonly rejected?: RejectedEdits;
  /** The cart was to be sent and is kept back. */
  readonly keptBack?: true;
  readonly status?: number;
}

/** `GET /shop/:token/cart?page=` */
export async function cart(visit: Visit): Promise<void> {
  await showCart(visit, asked(visit, 'page', 6), {});
}

/** `POST /shop/:token/cart/update`: quantities, units, notes and references of the lines of the page. */
export async function update(visit: Visit): Promise<void> {
  requireChangeable(visit);
  await afterEdits(visit, await storeEdits(visit), { done: 'updated' });
}

/** `POST /shop/:token/cart/remove` */
export async function remove(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const number = lineAsked(visit, 'remove');
  const rejected = await storeEdits(visit, number);
  await removeLine(visit.em, visit.session, number, visit.now);
  await afterEdits(visit, rejected, { done: 'removed', line: String(number) });
}

/** `POST /shop/:token/cart/undo`: puts a removed line back. */
export async function undo(visit: Visit): Promise<void> {
  requireChangeable(visit);
  await restoreLine(visit.em, visit.session, lineAsked(visit, 'undo'), visit.now);
  goTo(visit, 'cart');
}

/** `POST /shop/:token/cart/acknowledge`: the buyer has seen the prices that changed. */
export async function acknowledge(visit: Visit): Promise<void> {
  requireChangeable(visit);
  const rejected = await storeEdits(visit);
  await acknowledgePrices(visit.em, visit.session, visit.now);
  await afterEdits(visit, rejected, {});
}

function lineAsked({ form }: Visit, name: string): number {
  return Number.parseInt(form.get(name) ?? '', 10) || 0;
}

/** On to the cart; what could not be used is shown with what was typed. */
async function afterEdits(visit: Visit, rejected: RejectedEdits, done: Record<string, string>): Promise<void> {
  const page = visit.form.get('page') ?? '';
  if (rejected.size > 0) await showCart(visit, page, { rejected, status: 422 });
  else goTo(visit, withQuery('cart', { page: page === '1' ? '' : page, ...done }));
}

/** The cart, and what the buyer can do about it before it leaves. */
async function check({ em, session, now, changeable }: Visit): Promise<Checked> {
  if (!changeable) return { view: await readCart(em, session, now), findings: [] };
  const { view, findings } = await checkCart(em, session, now);
  const isEmpty = view.lines.length === 0;
  return { view, findings: isEmpty ? [] : findings.filter(({ audience }) => audience === 'buyer') };
}

type Checked = Pick<CheckedCart, 'view' | 'findings'>;

/** The cart page. */
export async function showCart(visit: Visit, askedPage: string, remarks: Remarks): Promise<void> {
  const { session, base, tongue } = visit;
  const { t, language } = tongue;
  const live = await askForCart(visit);
  const { view: shown, findings } = await check(visit);
  const { page, pages } = pageOf(shown, askedPage);
  const at = (number: number) => `${base}/${withQuery('cart', { page: number === 1 ? '' : String(number) })}`;
  const from = (page - 1) * LINES;
  const lines = shown.lines.slice(from, from + LINES);
  const count = shown.lines.length;
  const view: Omit<CartView, 'frame'> = {
    messages: [
      ...keptBack(visit, shown, findings, remarks),
      ...sentMessages(visit),
      ...live.messages,
      ...cartMessages(visit, shown, findings),
    ],
    lines: lines.map((line) => lineView(visit, line, remarks.rejected?.get(line.number), findings)),
    ...{ count, page, total: shown.total, currency: shown.currency, vat: shown.vat, totalWithVat: shown.totalWithVat },
    counted: t.cartLines({ from: from + 1, to: from + lines.length, count }),
    ...(page > 1 && { previous: at(page - 1) }),
    ...(page < pages && { next: at(page + 1) }),
    promise: shown.validUntil === undefined ? t.promiseNone : t.promise({ day: shown.validUntil }),
    readOnly: !shown.isChangeable,
    toAcknowledge: shown.lines.filter(({ problems }) => problems.some(({ code }) => code === 'priceChanged')).length,
    code: session.row.cartCode,
    continueLabel: session.settings.continueLabel?.[language] ?? t.continueDefault,
    mayBeEmpty: session.row.returnSpec.protocol !== 'peppol',
    cancelKey: session.row.operation === 'edit' ? 'cancelEditHint' : 'cancelHint',
    partner: session.partnerName,
    attempt: newKey(),
  };
  const here = withQuery('cart', { page: page === 1 ? '' : String(page) });
  await showPage(visit, 'cart', { title: t.cartTitle, here }, view, remarks.status ?? 200);
}

/** Why the cart was not sent: what stands on the page, or something that only the shop can mend. */
function keptBack({ tongue }: Visit, { lines }: Cart, findings: Checked['findings'], remarks: Remarks): Message[] {
  if (!remarks.keptBack) return [];
  const { t } = tongue;
  const mendable =
    lines.some(({ problems }) => problems.length > 0) || findings.some(({ effect }) => effect === 'refuse');
  const advice = mendable || lines.length === 0 ? t.problemsAdvice : t.problemsElsewhere;
  return [{ tone: 'bad', text: `${t.problemsHeading} ${advice}` }];
}

function cartMessages(visit: Visit, shown: Cart, findings: Checked['findings']): Message[] {
  const { t, language } = visit.tongue;
  const messages: Message[] = [];
  const { operation } = visit.session.row;
  if (operation === 'inspect') messages.push({ tone: 'info', text: t.inspectNotice });
  if (operation === 'edit' && visit.session.row.cartChangedAt === null)
    messages.push({ tone: 'info', text: t.originalNotice({ partner: visit.session.partnerName }) });
  const removed = shown.removed.find(({ number }) => String(number) === asked(visit, 'line', 9));
  if (removed && asked(visit, 'done') === 'removed') messages.push(removedMessage(visit, removed));
  for (const finding of findings) {
    if (finding.number === undefined)
      messages.push({ tone: finding.effect === 'refuse' ? 'bad' : 'warn', text: lintSentence(finding, language) });
  }
  return messages;
}

function removedMessage({ base, tongue }: Visit, { number, name }: Cart['removed'][number]): Message {
  const form = { action: `${base}/cart/undo`, fields: [['undo', String(number)]] as const, button: tongue.t.undo };
  return { tone: 'good', text: tongue.t.lineRemoved({ name }), form };
}

function lineView(
  visit: Visit,
  line: CartViewLine,
  refused: Rejected | undefined,
  findings: Checked['findings'],
): CartLineView {
  const { base, tongue } = visit;
  const { number, articleNumber, name, picture, price, unit, amount, note = '', reference = '' } = line;
  const units = line.units.includes(unit) ? line.units : [unit, ...line.units];
  return {
    ...{ id: String(number), name, articleNumber, unit, note, reference },
    href: `${base}/product/${encodeURIComponent(articleNumber)}`,
    ...(picture !== undefined && { picture }),
    quantity: line.quantity,
    field: refused?.typed ?? quantityField(line.quantity, tongue.language),
    units: units.map((code) => ({ unit: code, chosen: code === unit })),
    ...(price && {
      price: {
        amount: shownPrice(price.amount),
        currency: visit.session.settings.currency,
        quantity: price.baseQuantity,
        unit,
      },
    }),
    ...(amount !== undefined && { sum: amount }),
    state: lineState(visit, line),
    messages: lineMessages(visit, line, refused, findings),
  };
}

/** A price that does not come out even is shown with four decimals. */
function shownPrice(amount: string): string {
  return plain(new Decimal(amount).toDecimalPlaces(4));
}

function lineState({ tongue }: Visit, { inStock, leadTimeDays }: CartViewLine): State {
  if (inStock) return { tone: 'good', text: tongue.t.inStockLine };
  return {
    tone: 'warn',
    text: leadTimeDays === undefined ? tongue.t.onOrder : tongue.t.leadTime({ count: leadTimeDays }),
  };
}

function lineMessages(
  visit: Visit,
  line: CartViewLine,
  refused: Rejected | undefined,
  findings: Checked['findings'],
): CartLineView['messages'] {
  const { language } = visit.tongue;
  return [
    ...(refused ? [{ tone: 'bad', text: refused.text } as const] : []),
    ...line.problems.map((problem) => {
      const tone = problem.code === 'priceChanged' ? ('warn' as const) : ('bad' as const);
      return { tone, text: problemText(visit, line, problem) };
    }),
    ...findings
      .filter((finding) => finding.number === line.number)
      .map((finding) => ({
        tone: finding.effect === 'refuse' ? ('bad' as const) : ('warn' as const),
        text: lintNote(finding, language),
      })),
  ];
}

function problemText({ tongue, session }: Visit, line: CartViewLine, problem: LineProblem): string {
  const { t, w, language } = tongue;
  const { currency } = session.settings;
  const unit = unitName(line.unit, language);
  switch (problem.code) {
    case 'priceChanged': {
      const [before, now] = [w.money(shownPrice(problem.was), currency), w.money(shownPrice(problem.now), currency)];
      return t.changePrice({ before, now, unit });
    }
    case 'priceMissing':
      return t.changePriceGone;
    case 'withdrawn':
      return t.changeWithdrawn + (problem.replacedBy === undefined ? '' : ` ${t.replacedBy} ${problem.replacedBy}.`);
    case 'unitGone':
      return t.changeUnit({ unit });
    case 'notAllowed':
      return t.changeAssortment;
    case 'quantity':
      break;
  }
  const { limit, of, suggestion } = problem;
  const broken = { minimum: t.quantityBelow, maximum: t.quantityAbove, multiple: t.quantityStep }[limit];
  const nearest = suggestion === undefined ? '' : ` ${t.quantitySuggestion({ quantity: suggestion, unit })}`;
  return broken({ quantity: of, unit }) + nearest;
}
