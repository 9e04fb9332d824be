import { createHash } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { nameKey } from './accounts.ts';

const WHILE = 15 * 60;

/** Failed log-ins within 15 minutes, after which the next ones are not looked at. A whole office may share an address. */
const limits = { name: 10, browser: 10, address: 60 } as const;
type Counted = keyof typeof limits;

/** Who tries to log in. */
export interface Attempt {
  readonly name: string;
  readonly remoteAddress: string;
  /** Id of the known browser of the account, if it comes from one. */
  readonly browserId: string | undefined;
}

/**
 * Counts log-ins, in the database, so that all processes count together. A known browser of the account is counted by itself: whoever
 * guesses elsewhere does not shut it out.
 */
export class LoginAttempts {
  readonly #limiters: Readonly<Record<Counted, RateLimiterPostgres>>;

  constructor(orm: MikroORM) {
    const storeClient = {
      query: ({ text, values = [] }: { readonly text: string; readonly values?: unknown[] }) =>
        orm.em.fork().getKysely().executeQuery(CompiledQuery.raw(text, values)),
    };
    const limiter = (keyPrefix: Counted) =>
      new RateLimiterPostgres({
        ...{ storeClient, storeType: 'client', tableName: 'login_attempt', tableCreated: true },
        ...{ keyPrefix, points: limits[keyPrefix], duration: WHILE },
      });
    this.#limiters = { name: limiter('name'), browser: limiter('browser'), address: limiter('address') };
  }

  /** Counts an attempt before it is looked at: many at the same moment are counted too. @returns seconds to wait; 0: go on */
  async begin(attempt: Attempt): Promise<number> {
    const waits = await Promise.all(
      keysOf(attempt).map(async ([counted, key]) => {
        try {
          await this.#limiters[counted].consume(key);
          return 0;
        } catch (rejection) {
          if (!(rejection instanceof RateLimiterRes)) throw rejection;
          return Math.max(1, Math.ceil(rejection.msBeforeNext / 1_000));
        }
      }),
    );
    return Math.max(...waits);
  }

  /** It was the right password: nothing is counted against it any more. */
  async succeeded(attempt: Attempt): Promise<void> {
    for (const [counted, key] of keysOf(attempt)) {
      if (counted === 'address') await this.#limiters.address.reward(key);
      else await this.#limiters[counted].delete(key);
    }
  }
}

function keysOf({ name, remoteAddress, browserId }: Attempt): (readonly [Counted, string])[] {
  if (browserId !== undefined) return [['browser', browserId]];
  return [
    ['name', createHash('sha256').update(nameKey(name)).digest('base64url')],
    ['address', remoteAddress],
  ];
}
