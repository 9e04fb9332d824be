import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { markStarted, type UnstartedDocument } from '../documents/inbound.ts';
import { findTurns } from '../documents/turns.ts';
import { findAgreement } from '../partners/partners.ts';
import type { Logger } from '../platform/logging.ts';
import type { Engine } from '../platform/temporal.ts';
import { Loop } from './loop.ts';

/** What was stored so recently is being started by whoever stored it. */
const GRACE = 5_000;
/** Milliseconds between two looks while no document is settled here: another worker may have settled some. */
const INTERVAL = 1_000;
/** Steps that may settle a document or send its answer, after which the next one of its partner begins. */
export const SETTLING: ReadonlySet<string> = new Set([
  'placeOrder',
  'holdOrder',
  'refuseDocument',
  'recordDuplicate',
  'applyChange',
  'recordStatus',
  'sendDocument',
]);

type Starting = Pick<Engine, 'startPunchIn'>;

export interface StartQueueDeps {
  readonly orm: MikroORM;
  readonly engine: Starting;
  readonly log: Logger;
  /** Documents of one partner under way at the same time. */
  readonly atOnce: number;
  /** Milliseconds between two looks, at most. */
  readonly interval: number;
}

/** Begins the documents that wait for their turn, and those whose start failed. Every worker does so. */
export class StartQueue extends Loop {
  readonly #deps: StartQueueDeps;

  constructor(deps: StartQueueDeps) {
    const broken = 'Documents that wait for their turn could not be begun; they are next time';
    super({ log: deps.log, pause: Math.min(INTERVAL, deps.interval), broken });
    this.#deps = deps;
  }

  protected override async round(): Promise<undefined> {
    const { orm, engine, atOnce } = this.#deps;
    const due = await findTurns(orm.em.fork(), atOnce, new Date(Date.now() - GRACE));
    await Promise.all(
      due.map(async (document) => {
        await begin(orm.em.fork(), engine, document);
        await markStarted(orm.em.fork(), document.id);
      }),
    );
  }
}

/** Starts the workflow of a stored document with the agreement that it came under; without effect when it was started before. */
export async function begin(em: EntityManager, engine: Starting, document: UnstartedDocument): Promise<void> {
  const { id: inboundDocumentId, partnerId, partnerCode, mode, agreementVersion, number, format } = document;
  const { settings: agreement } = await findAgreement(em, partnerId, mode, agreementVersion);
  await engine.startPunchIn({ inboundDocumentId, partnerId, partnerCode, number, format, agreement });
}
