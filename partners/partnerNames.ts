import type { EntityManager } from '@mikro-orm/postgresql';
import { Partner } from './partner.entity.ts';

/** What partners are called, by their id. */
export async function partnerNames(em: EntityManager, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const found = await em.find(Partner, { id: { $in: wanted } }, { fields: ['id', 'name'], disableIdentityMap: true });
  return new Map(found.map(({ id, name }) => [id, name]));
}
