import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { WorkflowNotFoundError } from '@temporalio/client';
import { sql } from 'kysely';
import { doubtfulHandovers, doubtHandover, markHandoverStarted, waitingHandovers } from '../documents/handovers.ts';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { OutboundDocument } from '../documents/outbound.entity.ts';
import { Notice } from '../notices/notice.entity.ts';
import { findAgreement } from '../partners/partners.ts';
import { takeInHand } from '../sessions/inHand.ts';
import { PunchOutSession } from '../sessions/session.entity.ts';
import { readConnection } from '../shop/connection.ts';
import {
  deliverDocumentId,
  handOverOrderId,
  parseWorkflowId,
  punchInOrderId,
  punchOutSessionId,
  sendNoticesId,
  type WorkflowRef,
} from '../workflows/ids.ts';
import type { Engine } from './temporal.ts';

/** What is in the database without a workflow that is under way, and what is under way without a row. */
export interface Reconciliation {
  /** Documents that were received and not settled, or wait for a person. */
  readonly documents: number;
  /** Answers that are to be sent: they go out under their old message ids, by which a receiver knows them again. */
  readonly deliveries: number;
  readonly sessions: number;
  readonly notices: number;
  /** Orders, and changes of them, for the shop behind us: it is asked whether it has them before they are sent. */
  readonly handovers: number;
  /** Our numbers of orders that were tried for as long as is worth while: nobody knows whether the shop has them. Nothing is done to them. */
  readonly doubtful: readonly string[];
  /** Ids of workflows under way whose document, order or session is not in the database. Nothing is done to them. */
  readonly withoutRow: readonly string[];
}

/** Rows that are read at a time. */
const BATCH = 500;
/** More ids than a person would look through. */
const MOST_SHOWN = 1_000;

/**
 * Brings the engine to what the database says, after one of them was restored from a backup: starts what has no workflow under way, and
 * names workflows without a row. Done twice it starts nothing more.
 * @param dryRun only counts
 */
export async function reconcile(orm: MikroORM, engine: Engine, dryRun: boolean): Promise<Reconciliation> {
  const work: Work = { em: orm.em.fork(), engine, dryRun };
  return {
    documents: await reconcileDocuments(work),
    deliveries: await reconcileDeliveries(work),
    sessions: await reconcileSessions(work),
    notices: await reconcileNotices(work),
    handovers: await reconcileHandovers(work),
    doubtful: await doubtfulHandovers(work.em, MOST_SHOWN),
    withoutRow: await findWithoutRow(work),
  };
}

interface Work {
  readonly em: EntityManager;
  readonly engine: Engine;
  readonly dryRun: boolean;
}

/** Counts what has no workflow under way, and starts it. */
async function startMissing<T>(
  { engine, dryRun }: Work,
  rows: AsyncIterable<T>,
  { workflowId, start }: { readonly workflowId: (row: T) => string; readonly start: (row: T) => Promise<void> },
): Promise<number> {
  let missing = 0;
  for await (const row of rows) {
    if (await isUnderWay(engine, workflowId(row))) continue;
    missing += 1;
    if (!dryRun) await start(row);
  }
  return missing;
}

async function isUnderWay({ client }: Engine, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Pages by id: what is started while they are read does not move them. */
async function* byId<T extends { id: string }>(read: (after: string) => Promise<T[]>): AsyncGenerator<T> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

const page = { orderBy: { id: 'asc' }, limit: BATCH, disableIdentityMap: true } as const;

function reconcileDocuments(work: Work): Promise<number> {
  const { em, engine } = work;
  const rows = byId((id) =>
    em.find(InboundDocument, { finishedAt: null, state: { $in: ['received', 'waiting'] }, id: { $gt: id } }, page),
  );
  return startMissing(work, rows, {
    workflowId: ({ partnerCode, id }) => punchInOrderId(partnerCode, id),
    start: async ({
      id: inboundDocumentId,
      partner: partnerId,
      partnerCode,
      mode,
      agreementVersion,
      number,
      format,
    }) => {
      const { settings: agreement } = await findAgreement(em, partnerId, mode, agreementVersion);
      await engine.startPunchIn({ inboundDocumentId, partnerId, partnerCode, number, format, agreement }, 'again');
    },
  });
}

function reconcileDeliveries(work: Work): Promise<number> {
  const { em, engine } = work;
  const rows = byId((id) => em.find(OutboundDocument, { state: 'ready', id: { $gt: id } }, page));
  return startMissing(work, rows, {
    workflowId: ({ id }) => deliverDocumentId(id),
    start: async ({ id: outboundDocumentId, format, partner, mode }) => {
      const { settings: agreement } = await findAgreement(em, partner, mode);
      await engine.retryDelivery({ outboundDocumentId, partnerId: partner, format, agreement });
    },
  });
}

function reconcileSessions(work: Work): Promise<number> {
  const { em, engine } = work;
  const rows = byId((id) => em.find(PunchOutSession, { finishedAt: null, id: { $gt: id } }, page));
  return startMissing(work, rows, {
    workflowId: ({ partnerCode, id }) => punchOutSessionId(partnerCode, id),
    start: async (row) => engine.startPunchOutSession(await takeInHand(em, row), 'again'),
  });
}

function reconcileNotices(work: Work): Promise<number> {
  const { em, engine } = work;
  const rows = byId((id) => em.find(Notice, { state: 'ready', id: { $gt: id } }, page));
  return startMissing(work, rows, {
    workflowId: ({ id }) => sendNoticesId(id),
    start: ({ id }) => engine.retryNotice(id),
  });
}

async function reconcileHandovers(work: Work): Promise<number> {
  const { em, engine } = work;
  if ((await readConnection(em))?.settings.orders !== 'pushed') return 0;
  const rows = byId((after) => waitingHandovers(em, { after, limit: BATCH }));
  return startMissing(work, rows, {
    workflowId: ({ id }) => handOverOrderId(id),
    start: async ({ id }) => {
      await doubtHandover(em, id);
      await engine.handOverOrder(id);
      await markHandoverStarted(em, id);
    },
  });
}

async function findWithoutRow({ em, engine }: Work): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId } of engine.client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    if (found.length < MOST_SHOWN && !(await hasRow(em, workflowId))) found.push(workflowId);
  }
  return found;
}

/** Where the row of a workflow is, by the kind of its id (workflows/ids.ts). */
const tables = {
  punchin: 'inbound_document',
  punchout: 'punch_out_session',
  deliver: 'outbound_document',
  notify: 'notice',
  answer: 'orders',
  handover: 'orders',
  catalogue: 'catalogue_export',
} as const;

/** True also for what is not one of ours: there is nothing to hold it against. */
async function hasRow(em: EntityManager, workflowId: string): Promise<boolean> {
  const ref = parseWorkflowId(workflowId);
  if (ref === undefined) return true;
  const { rows } = await sql`select 1 from ${sql.table(tables[ref.kind])} where id = ${idOf(ref)}::uuid`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}

function idOf(ref: WorkflowRef): string {
  if (ref.kind === 'punchin') return ref.inboundDocumentId;
  if (ref.kind === 'punchout') return ref.sessionId;
  if (ref.kind === 'deliver') return ref.outboundDocumentId;
  if (ref.kind === 'catalogue') return ref.exportId;
  return ref.kind === 'notify' ? ref.noticeId : ref.orderId;
}
