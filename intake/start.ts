import type { MikroORM } from '@mikro-orm/postgresql';
import { markStarted } from '../documents/inbound.ts';
import { mayBegin } from '../documents/turns.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { AgreementInForce } from '../partners/partners.ts';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/logging.ts';
import type { Engine } from '../platform/temporal.ts';

/** What a workflow needs to know of a stored document. */
export interface Startable {
  readonly partner: { readonly id: string; readonly code: string };
  readonly agreement: AgreementInForce;
  /** The buyer's document number. */
  readonly number: string | undefined;
  readonly format: FormatId | undefined;
}

export interface StartDeps {
  readonly orm: MikroORM;
  readonly engine: Pick<Engine, 'startPunchIn'>;
  readonly log: Logger;
  readonly config: Pick<Config, 'partnerOrdersAtOnce'>;
}

/**
 * Starts the workflow of a document whose turn it is; the others wait in the queue. A start that fails, for example because the engine is
 * away, is made up for by the worker.
 */
export async function start(
  { orm, engine, log, config }: StartDeps,
  { partner, agreement, number, format }: Startable,
  { id, reference }: { readonly id: string; readonly reference: string },
): Promise<void> {
  const { id: partnerId, code: partnerCode } = partner;
  try {
    if (!(await mayBegin(orm.em.fork(), { id, partnerId }, config.partnerOrdersAtOnce))) return;
    await engine.startPunchIn({
      ...{ inboundDocumentId: id, partnerId, partnerCode, number, format },
      agreement: agreement.settings,
    });
    await markStarted(orm.em.fork(), id);
  } catch (error) {
    log.warn({ error, reference }, 'The workflow was not started; the worker will do it');
  }
}
