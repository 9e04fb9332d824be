import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { openDatabase } from '../database/open.ts';
import { findAgreement } from '../partners/partners.ts';
import { readCustomer } from '../shop/customerRecords.ts';
import { insertLines } from '../sessions/edit.ts';
import type { ReturnSpec } from '../sessions/returnSpec.ts';
import { createSession } from '../sessions/sessions.ts';
import { writeCartMessage } from '../sessions/writeCartMessage.ts';
import { BUYER } from './articles.ts';
import { BUYER_CODE, seedBuyer } from './buyer.ts';
import { openHouse } from './house.ts';
import type { BenchResult } from './result.ts';
import { median, rounded } from './statistics.ts';

const SHORT = 10;
const LONG = 1_000;
const RUNS = 7;
const url = 'https://srm.buyer.example/hook?ticket=7';

const protocols = {
  oci: { protocol: 'oci', url, target: '_top', controls: [] },
  cxml: {
    ...{ protocol: 'cxml', url, buyerCookie: 'cookie', deploymentMode: 'production', payloadId: '1@buyer.example' },
    ...{ from: [{ domain: 'DUNS', identity: '999999930' }], to: [{ domain: 'DUNS', identity: '999999901' }] },
  },
  'peppol-18a': { protocol: 'peppol', url, document: 'peppol-18a-cart', target: '_top' },
  'peppol-3': { protocol: 'peppol', url, document: 'peppol-3-cart', target: '_top' },
} as const satisfies Readonly<Record<string, ReturnSpec>>;

interface Measured {
  /** Milliseconds for a cart of 1,000 lines. */
  readonly milliseconds: number;
  /** Time per line ÷ time per line of a cart of 10. */
  readonly ratio: number;
}

export interface ReturnResult extends BenchResult {
  readonly bench: 'return';
  /** The largest of the protocols. */
  readonly ratio: number;
  readonly protocols: Readonly<Record<keyof typeof protocols, Measured>>;
}

/** From a cart in the database to the stored form: prices of the day, checks, mapping, the protocol's message; medians. */
export async function returns(): Promise<ReturnResult> {
  const house = await openHouse({ articles: LONG, orders: 0 });
  const orm = await openDatabase({ url: house.system.databaseUrl() });
  try {
    const partnerId = await seedBuyer(orm, house.system.keyRing);
    const measured: Partial<Record<keyof typeof protocols, Measured>> = {};
    for (const name of Object.keys(protocols) as (keyof typeof protocols)[]) {
      const short = await medianOf(orm, partnerId, protocols[name], SHORT);
      const long = await medianOf(orm, partnerId, protocols[name], LONG);
      measured[name] = { milliseconds: rounded(long), ratio: rounded(long / LONG / (short / SHORT)) };
    }
    const all = measured as Record<keyof typeof protocols, Measured>;
    return { bench: 'return', ratio: Math.max(...Object.values(all).map(({ ratio }) => ratio)), protocols: all };
  } finally {
    await orm.close();
    await house.close();
  }
}

async function medianOf(orm: MikroORM, partnerId: string, spec: ReturnSpec, lines: number): Promise<number> {
  const times: number[] = [];
  // the first run warms up
  for (let run = 0; run <= RUNS; run += 1) {
    const em = orm.em.fork();
    const now = new Date();
    const sessionId = await filledSession(em, partnerId, { spec, lines, now });
    const begin = performance.now();
    const answer = await writeCartMessage(orm.em.fork(), { sessionId, attempt: `bench${run}`, kind: 'return' }, now);
    if (run > 0) times.push(performance.now() - begin);
    if (!('messageId' in answer)) throw new Error(`the cart was kept back: ${JSON.stringify(answer)}`);
  }
  return median(times);
}

async function filledSession(
  em: EntityManager,
  partnerId: string,
  { spec, lines, now }: { readonly spec: ReturnSpec; readonly lines: number; readonly now: Date },
): Promise<string> {
  const customer = await readCustomer(em, BUYER.customerNumber);
  const { session } = await createSession(
    em,
    {
      ...{ partnerCode: BUYER_CODE, partnerName: 'Buyer', agreement: await findAgreement(em, partnerId, 'production') },
      ...{ operation: 'create', customer: customer!, language: 'sv', returnSpec: spec, parameters: {} },
    },
    now,
  );
  const { rows } = await sql<{ id: string; unit: string }>`
    select id, unit from product order by article_number limit ${lines}`.execute(em.getKysely());
  const bought = rows.map(({ id, unit }) => ({ productId: id, unit, quantity: '2', note: null, reference: null }));
  await em.transactional((tx) => insertLines(tx, session, bought, now));
  return session.row.id;
}
