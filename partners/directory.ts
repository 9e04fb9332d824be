import type { MikroORM } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { Mode } from './partner.entity.ts';
import { findAtAddress, servedBy, type PartnerAtAddress, type ServedPartner } from './partners.ts';

/** How long a change of an agreement or a revoked secret may go unnoticed by a running process. */
const FRESH_MILLISECONDS = 2_000;

/**
 * Partners by address, remembered for two seconds: a receipt does not wait for a query that gave the same answer a moment ago.
 * Unknown addresses are remembered too, so that guessing them costs the database nothing.
 */
export class PartnerDirectory {
  readonly #addresses: LRUCache<string, { readonly found: PartnerAtAddress | undefined }>;
  readonly #served: LRUCache<string, ServedPartner[]>;

  constructor(orm: MikroORM, freshMilliseconds = FRESH_MILLISECONDS) {
    const options = { max: 10_000, ttl: freshMilliseconds };
    this.#addresses = new LRUCache({
      ...options,
      fetchMethod: async (code) => ({ found: await findAtAddress(orm.em.fork(), code) }),
    });
    this.#served = new LRUCache({
      ...options,
      fetchMethod: (key) => {
        const [hubId, mode] = key.split(' ') as [string, Mode];
        return servedBy(orm.em.fork(), hubId, mode);
      },
    });
  }

  async at(code: string): Promise<PartnerAtAddress | undefined> {
    return (await this.#addresses.fetch(code))?.found;
  }

  async servedBy(hubId: string, mode: Mode): Promise<readonly ServedPartner[]> {
    return (await this.#served.fetch(`${hubId} ${mode}`)) ?? [];
  }
}
