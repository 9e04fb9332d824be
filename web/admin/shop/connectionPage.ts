import { changedFields, recordChange } from '../../../documents/audit.ts';
import { listWaitingOrders, markHandoverStarted, reopenHandover } from '../../../documents/handovers.ts';
import { shopFaultSentence } from '../../../documents/shopFaults.ts';
import { swedishIssue } from '../../../platform/issues.sv.ts';
import { noteCall, readConnection, saveConnection } from '../../../shop/connection.ts';
import type { ShopConnection } from '../../../shop/connection.entity.ts';
import { connectionInput } from '../../../shop/input/connection.ts';
import { ShopError } from '../../../shop/port.ts';
import { businessDay } from '../../../shop/profile.ts';
import { pullKinds, type PullKind, type ShopPull } from '../../../shop/pull.entity.ts';
import { askForPull, listPulls, pulledKinds } from '../../../shop/pulls.ts';
import { openShop } from '../../../transports/shop/open.ts';
import { tryShop, type TriedShop } from '../../../transports/shop/tryShop.ts';
import { tellEngine } from '../../../api/engine.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import type { Cell } from '../lists/views.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import {
  connectionSections,
  readConnectionForm,
  typedOf,
  type ConnectionErrors,
  type ConnectionTyped,
} from './connectionForm.ts';
import { handoverText } from './handoverText.ts';
import type { ShopViews } from './views.ts';

const PATH = '/shop/connection';
/** Orders and problems that the page shows. */
const MOST = 50;
const NONE = connectionInput.parse({});

/** How the shop behind us is reached, and how it goes. */
export async function showConnectionPage(visit: AdminVisit): Promise<AdminAnswer> {
  const connection = await readConnection(visit.em);
  return connectionPage(visit, connection, typedOf(connection?.settings ?? NONE), new Map());
}

async function connectionPage(
  visit: AdminVisit,
  connection: ShopConnection | undefined,
  typed: ConnectionTyped,
  errors: ConnectionErrors,
): Promise<AdminAnswer> {
  const { em, tongue } = visit;
  const { t } = tongue;
  const kept = connection?.sealed == null ? t.shopSecretNone : t.shopSecretKept;
  const hint = visit.form.get('secret') ? t.shopSecretAgain : kept;
  const sections = connectionSections(tongue, typed, errors, hint);
  const orders = await listWaitingOrders(em, { limit: MOST + 1 });
  const view: ShopViews['admin/shop/connection'] = {
    facts: connection ? factsOf(visit, connection) : [],
    sections,
    problems: sections.flatMap(({ fields }) => fields).filter(({ error }) => error !== ''),
    mayTry: connection?.settings.url !== undefined,
    pulls: connection ? pullRows(visit, connection, await listPulls(em)) : [],
    orders: orders.slice(0, MOST).map((order) => ({
      ...order,
      fault: order.fault ? shopFaultSentence(order.fault, tongue.language) : '',
      next: order.nextAttemptAt ?? '',
      state: {
        tone: order.state === 'waiting' ? 'warn' : 'bad',
        text: handoverText(order.state, order.shopNumber != null, t),
      },
      shopNumber: order.shopNumber ?? '',
    })),
    more: orders.length > MOST ? t.shopOrdersMore({ count: MOST }) : '',
  };
  const title = `${t.shopConnection} – ${t.shopTitle}`;
  return page('admin/shop/connection', view, {
    title,
    status: errors.size > 0 ? 422 : 200,
    styles: ['admin-shop.css'],
  });
}

function factsOf(
  { tongue }: AdminVisit,
  { settings, lastAnswerAt, lastFault, lastFaultAt, updatedBy }: ShopConnection,
) {
  const { t, language } = tongue;
  const at = (instant: Date | null | undefined): Cell =>
    instant ? { text: '', at: instant.toISOString() } : { text: t.shopNever };
  const isWrong = lastFaultAt != null && (lastAnswerAt == null || lastFaultAt > lastAnswerAt);
  const isUsed = settings.live !== 'off' || settings.orders !== 'kept' || settings.pull.length > 0;
  const state: Cell = !isUsed
    ? { tone: 'info', text: t.shopConnectionUnused }
    : isWrong
      ? { tone: 'bad', text: t.shopConnectionWrong }
      : lastAnswerAt == null
        ? { tone: 'info', text: t.shopConnectionNew }
        : { tone: 'good', text: t.shopConnectionGood };
  return [
    { label: t.shopConnectionState, cell: state },
    { label: t.shopLastAnswer, cell: at(lastAnswerAt) },
    ...(lastFault && lastFaultAt
      ? [
          { label: t.shopLastFault, cell: { text: shopFaultSentence(lastFault, language) } },
          { label: t.shopLastFaultAt, cell: at(lastFaultAt) },
        ]
      : []),
    { label: t.shopConnectionBy, cell: { text: updatedBy } },
  ];
}

const kindKeys = {
  customers: 'shopCustomers',
  products: 'shopProducts',
  prices: 'shopPrices',
  statuses: 'shopStatuses',
} as const satisfies Record<PullKind, string>;

function pullRows(
  { tongue }: AdminVisit,
  { settings }: ShopConnection,
  pulls: readonly ShopPull[],
): ShopViews['admin/shop/connection']['pulls'] {
  const { t, language } = tongue;
  const known = new Map(pulls.map((pull) => [pull.kind, pull]));
  return pulledKinds(settings).map((kind) => {
    const pull = known.get(kind);
    const reading = pull?.startedAt != null && pull.finishedAt == null;
    return {
      kind,
      name: t[kindKeys[kind]],
      rows: pull?.rows ?? 0,
      refused: pull?.refused ?? 0,
      reading,
      finishedAt: pull?.finishedAt?.toISOString() ?? '',
      dueAt: pull?.dueAt.toISOString() ?? '',
      fault: pull?.fault ? shopFaultSentence(pull.fault, language) : '',
      problems: (pull?.problems ?? []).slice(0, MOST).map(({ reason, ...problem }) => ({
        ...problem,
        reason: language === 'sv' ? swedishIssue(reason) : reason,
      })),
    };
  });
}

/** Stores the connection; what is wrong is shown beside what was typed. */
export async function saveConnectionForm(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, form, tongue, account } = visit;
  const { typed, settings, errors } = readConnectionForm(form, tongue);
  const before = await readConnection(em);
  if (!settings) return connectionPage(visit, before, typed, errors);
  const secret = form.get('secret') ?? '';
  await em.fork().transactional(async (tx) => {
    await saveConnection(tx, deps.keyRing, { settings, by: account.name, ...(secret !== '' && { secret }) });
    const changed = changedFields(before?.settings, { ...settings, ...(secret !== '' && { secretChanged: true }) });
    const subject = { kind: 'shop', id: 'connection', name: settings.url ?? '' };
    if (changed) await recordChange(tx, { actor: account.name, action: 'shop.changed', subject, ...changed });
  });
  return goTo(PATH, { tone: 'good', text: tongue.t.shopConnectionSaved });
}

/** Asks the shop once, as it would be asked, and tells what comes. Nothing of its data is stored. */
export async function tryConnection(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, tongue, now, shop: profile } = visit;
  const { t, language } = tongue;
  const shop = await openShop(em, deps);
  if (!shop) return goTo(PATH);
  const begin = performance.now();
  let tried: TriedShop;
  try {
    tried = await tryShop(em, shop, businessDay(profile ?? { timeZone: 'UTC' }, now));
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    await noteCall(em, error.fault, now);
    return goTo(PATH, { tone: 'bad', text: shopFaultSentence(error.fault, language) });
  }
  await noteCall(em, undefined, now);
  if (!tried.isOurs) return goTo(PATH, { tone: 'warn', text: t.shopTriedCurrency({ currency: tried.currency ?? '' }) });
  return goTo(PATH, { tone: 'good', text: t.shopTried({ milliseconds: Math.round(performance.now() - begin) }) });
}

/** Reads now what would be read later; `all`: from the beginning. */
export async function pullNow(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, form, tongue, account, now } = visit;
  const kind = pullKinds.find((one) => one === form.get('kind'));
  if (!kind) return goTo(PATH);
  const all = form.get('all') === 'yes';
  await em.fork().transactional(async (tx) => {
    await askForPull(tx, kind, all, now);
    const subject = { kind: 'shop', id: 'connection', name: kind };
    await recordChange(tx, { actor: account.name, action: 'shop.started', subject, after: { kind, all } });
  });
  tellEngine(deps, 'a reading of the shop', () => deps.engine.pullShop());
  return goTo(PATH, { tone: 'info', text: tongue.t.shopPullBegun });
}

/** Hands an order over to the shop now. */
export async function handOverAgain(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, tongue, account } = visit;
  const id = idParam(visit);
  await em.fork().transactional(async (tx) => {
    await reopenHandover(tx, id);
    const subject = { kind: 'order', id, name: id };
    await recordChange(tx, { actor: account.name, action: 'order.sentAgain', subject });
  });
  tellEngine(deps, 'an order to hand over again', async () => {
    await deps.engine.handOverOrder(id);
    await markHandoverStarted(deps.orm.em.fork(), id);
  });
  return goTo(PATH, { tone: 'info', text: tongue.t.shopSentAgain });
}
