import type { EntityManager } from '@mikro-orm/postgresql';
import { followShopStatus, isDecisionUnderWay } from '../documents/shopStatuses.ts';
import { issueText } from '../platform/issues.ts';
import { noteCall } from '../shop/connection.ts';
import { kinds } from '../shop/import/kinds.ts';
import { ShopError, type ShopPage, type ShopPort, type TakenOrder } from '../shop/port.ts';
import type { PullKind, PullProblem, ShopPull } from '../shop/pull.entity.ts';
import { beginPull, duePull, endPull, notePage } from '../shop/pulls.ts';
import { openShop, type OpenShop } from '../transports/shop/open.ts';
import type { ActivityDeps } from './deps.ts';
import type { Rehearsing } from './steps.ts';

/** How long one step reads, so that a worker can stop at any time. Milliseconds. */
const STEP = 15_000;
const LONGEST_VALUE = 100;

/** Reading what the shop behind us has. */
export function createShopPullActivities(deps: Pick<ActivityDeps, 'orm' | 'keyRing' | 'http' | 'clock' | 'log'>) {
  const { orm, clock, log } = deps;
  return {
    /** Reads page by page what is due, each page in a transaction with the mark of how far it is. `more`: something is left. */
    async pullShop(): Promise<Rehearsing> {
      const em = orm.em.fork();
      const end = clock().getTime() + STEP;
      for (;;) {
        const shop = await openShop(em, deps);
        const due = shop && (await duePull(em, shop.settings, clock()));
        if (!due) return { more: false };
        await beginPull(em, due, clock());
        const isOver = await pullUntil(deps, shop, due, end);
        if (!isOver) return { more: true };
        log.info({ event: 'shop.pulled', kind: due.kind }, 'The data of the shop were read');
      }
    },
  };
}

/** @returns false when the time is up before the pages are */
async function pullUntil(
  { orm, clock }: Pick<ActivityDeps, 'orm' | 'clock'>,
  { port, settings }: OpenShop,
  { kind, cursor }: ShopPull,
  end: number,
): Promise<boolean> {
  let at = cursor ?? undefined;
  try {
    for (;;) {
      const page = await readPage(port, kind, at);
      await noteCall(orm.em.fork(), undefined, clock());
      const stored = await orm.em.fork().transactional((tx) => storePage(tx, kind, page, clock()));
      if (!stored || !page.more) {
        await endPull(orm.em.fork(), kind, { settings, isLater: !stored, now: clock() });
        return true;
      }
      if (clock().getTime() >= end) return false;
      at = page.cursor;
    }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    await noteCall(orm.em.fork(), error.fault, clock());
    await endPull(orm.em.fork(), kind, { settings, fault: error.fault, now: clock() });
    return true;
  }
}

function readPage(port: ShopPort, kind: PullKind, cursor: string | undefined): Promise<ShopPage<unknown>> {
  return kind === 'statuses' ? port.readStatuses(cursor) : port.readPage(kind, cursor);
}

/** @returns false when the page is to be read again in the next run: a decision that it led to is still being carried out */
async function storePage(tx: EntityManager, kind: PullKind, page: ShopPage<unknown>, now: Date): Promise<boolean> {
  if (kind === 'statuses') return storeStatuses(tx, page as ShopPage<TakenOrder>, now);
  const { schema, save } = kinds[kind];
  const accepted: { readonly item: unknown; readonly row: unknown }[] = [];
  const problems: PullProblem[] = [];
  for (const item of page.items) {
    const result = schema.safeParse(item);
    if (result.success) accepted.push({ item, row: result.data });
    else {
      const issue = result.error.issues[0]!;
      const found = valueAt(item, issue.path);
      problems.push({ ...problemAt(item, issue.path.join('.'), found), reason: issueText(issue, found) });
    }
  }
  const refused = await save(
    tx,
    accepted.map(({ row }) => row),
  );
  for (const { index, column, value, reason } of refused)
    problems.push({ ...problemAt(accepted[index]?.item, column, value), reason });
  await notePage(tx, kind, { cursor: page.cursor, rows: page.items.length, problems });
  return true;
}

async function storeStatuses(tx: EntityManager, page: ShopPage<TakenOrder>, now: Date): Promise<boolean> {
  const problems: PullProblem[] = [];
  let isLater = false;
  for (const order of page.items) {
    const outcome = await tx
      .transactional((inner) => followShopStatus(inner, order, now))
      .catch((error: unknown) => {
        if (isDecisionUnderWay(error)) return 'later' as const;
        throw error;
      });
    if (outcome === 'later') isLater = true;
    else if (outcome !== 'done') {
      problems.push({ row: order.number, column: 'status', value: order.status ?? '', reason: outcome.refused });
    }
  }
  const rows = page.items.length;
  if (!isLater) await notePage(tx, 'statuses', { cursor: page.cursor, rows, problems });
  return !isLater;
}

function problemAt(item: unknown, column: string, found: unknown): Omit<PullProblem, 'reason'> {
  const value = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  return { row: nameOf(item), column, value: cut(value) };
}

/** What a row calls itself: products and prices their article, customers their number. */
function nameOf(item: unknown): string {
  const names = ['articleNumber', 'number'].map((name) => valueAt(item, [name]));
  return cut(names.find((name): name is string => typeof name === 'string') ?? '');
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (Reflect.get(at, name) as unknown) : undefined),
    item,
  );
}

function cut(text: string): string {
  return text.slice(0, LONGEST_VALUE).toWellFormed().replaceAll('\0', '');
}
