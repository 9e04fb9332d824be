import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RoundtripError } from './errors.ts';
import { Maintenance } from './maintenance.entity.ts';

export interface MaintenanceWish {
  /** When it is likely over. */
  readonly until?: Date | undefined;
  /** One sentence for people, at most 200 characters; partners are told it. */
  readonly reason: string;
  readonly by: string;
}

/** What partners wait where nobody said how long it takes; seconds. */
const USUAL = 300;
/** How long a running process may not notice a change; milliseconds. */
const OLDEST = 2_000;

/** Nothing is taken in until `endMaintenance`, within two seconds in every process. Begun again, it has the new end and reason. */
export async function beginMaintenance(em: EntityManager, { until, reason, by }: MaintenanceWish): Promise<void> {
  await sql`insert into maintenance (id, since, until, reason, started_by)
    values (1, now(), ${until ?? null}, ${reason}, ${by})
    on conflict (id) do update set until = excluded.until, reason = excluded.reason, started_by = excluded.started_by`.execute(
    em.getKysely(),
  );
}

/** @returns what was ended; null where there was none */
export async function endMaintenance(em: EntityManager): Promise<Maintenance | null> {
  const found = await currentMaintenance(em);
  await em.nativeDelete(Maintenance, { id: 1 });
  return found;
}

export async function currentMaintenance(em: EntityManager): Promise<Maintenance | null> {
  return em.findOne(Maintenance, { id: 1 }, { disableIdentityMap: true });
}

/** Turns away what comes from outside while Roundtrip is being maintained. One for each router; asks the database every two seconds. */
export class MaintenanceGuard {
  readonly #orm: MikroORM;
  #asked = -Infinity;
  #answer: Promise<Maintenance | null> = Promise.resolve(null);

  constructor(orm: MikroORM) {
    this.#orm = orm;
  }

  /** @throws Maintenance, with the seconds until it is likely over */
  async pass(now: Date): Promise<void> {
    if (performance.now() - this.#asked > OLDEST) {
      this.#asked = performance.now();
      this.#answer = currentMaintenance(this.#orm.em.fork());
      // A failure is told to whoever waits for it, and asked again by the next one.
      this.#answer.catch(() => (this.#asked = -Infinity));
    }
    const found = await this.#answer;
    if (found === null) return;
    const { until, reason } = found;
    const left = until == null ? USUAL : (until.getTime() - now.getTime()) / 1_000;
    const end = until == null ? '' : ` until about ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    const because = reason === '' ? '' : ` (${reason})`;
    const text = `Roundtrip is being maintained${end}${because}. Nothing was stored: send it again later.`;
    // It may take longer than planned.
    throw new RoundtripError('Maintenance', text, { retryAfter: left > 0 ? left : USUAL });
  }
}
