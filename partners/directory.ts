import type { MikroORM } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import type { Mode } from './partner.entity.ts';
import { findAtAddress, servedBy, type PartnerAtAddress, type ServedPartner } from './partners.ts';

/** How long a change of an agreement or a revoked secret may go unnoticed by a running process. */
const OLDEST = 2_000;

interface Remembered<T> {
  readonly value: T;
  /** performance.now() when it was asked for. */
  readonly at: number;
}

/**
 * Partners by address, remembered for two seconds: a receipt does not wait for a query that gave the same answer a moment ago. What is
 * asked for steadily is renewed in the background at half that age. Unknown addresses are remembered too, so that guessing them costs
 * the database little.
 */
export class PartnerDirectory {
  readonly #oldest: number;
  readonly #addresses: LRUCache<string, Remembered<PartnerAtAddress | undefined>>;
  readonly #served: LRUCache<string, Remembered<ServedPartner[]>>;

  constructor(orm: MikroORM, oldest = OLDEST) {
    this.#oldest = oldest;
    const options = { max: 10_000, ttl: oldest / 2, allowStale: true };
    this.#addresses = new LRUCache({
      ...options,
      fetchMethod: (code) => remember(findAtAddress(orm.em.fork(), code)),
    });
    this.#served = new LRUCache({
      ...options,
      fetchMethod: (key) => {
        const [hubId, mode] = key.split(' ') as [string, Mode];
        return remember(servedBy(orm.em.fork(), hubId, mode));
      },
    });
  }

  at(code: string): Promise<PartnerAtAddress | undefined> {
    return this.#fresh(this.#addresses, code);
  }

  servedBy(hubId: string, mode: Mode): Promise<readonly ServedPartner[]> {
    return this.#fresh(this.#served, `${hubId} ${mode}`);
  }

  async #fresh<T>(cache: LRUCache<string, Remembered<T>>, key: string): Promise<T> {
    const found = await cache.fetch(key);
    if (found !== undefined && performance.now() - found.at < this.#oldest) return found.value;
    return (await cache.forceFetch(key, { forceRefresh: true, allowStale: false })).value;
  }
}

/** The age counts from the question, not from the answer. */
async function remember<T>(answer: Promise<T>): Promise<Remembered<T>> {
  const at = performance.now();
  return { at, value: await answer };
}
