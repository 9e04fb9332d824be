import type { EntityManager } from '@mikro-orm/postgresql';
import { letThrough } from '../../../documents/deliveryBreakers.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { retryDelivery } from '../../../platform/retryDelivery.ts';
import type { ApiDeps } from '../../deps.ts';
import { askEngine } from '../../engine.ts';

/**
 * Has a document sent now, to the address of the agreement in force.
 * @param by who asked for it
 * @throws Conflict for what was delivered, has nowhere to go, or waits for deliveries to be opened; EngineUnavailable
 */
export async function sendNow(
  { engine }: Pick<ApiDeps, 'engine'>,
  em: EntityManager,
  document: OutboundDocument,
  by: string,
): Promise<void> {
  await letThrough(em, document);
  await askEngine(() => retryDelivery(em, engine, document, by));
}
