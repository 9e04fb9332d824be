import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '../../database/open.ts';
import { CatalogueExport, numberOf } from '../../documents/catalogueExport.entity.ts';
import { readChunks } from '../../documents/chunks.ts';
import { findOutbound } from '../../documents/outbound.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { createApiKey } from '../../platform/access.ts';
import { BUYER } from '../articles.ts';
import { BUYER_CODE } from '../buyer.ts';
import { startReceiver, type Receiver } from '../receiver.client.ts';
import type { System } from '../system.ts';
import { judgeCatalogues, type CatalogueVerdict, type StoredCatalogue } from './catalogueVerdict.ts';
import { failInTurn, killInTurn, type Chaos } from './chaos.ts';
import { settled } from './evidence.ts';
import { DATABASE, furnish, PATIENCE, startEmpty } from './furnish.ts';
import { Random } from './random.ts';

const RETRY_PAUSE = 300;

export interface CatalogueFaultsResult extends Chaos, CatalogueVerdict {
  /** Catalogues that were asked for. */
  readonly exports: number;
}

interface Options {
  readonly kills: number;
  readonly seed: number;
  /** Empty. */
  readonly dataDir: string;
  /** Articles of a catalogue. */
  readonly articles: number;
}

/** One catalogue after another is sent while every process is killed in turn and the receiver fails: each arrives once, complete. */
export async function runCatalogueFaults(options: Options): Promise<CatalogueFaultsResult> {
  const { kills: wanted, seed, dataDir, articles } = options;
  const system = await startEmpty(dataDir);
  const receiver = await startReceiver(join(dataDir, 'logs', 'receiver.log'));
  try {
    const ask = asker(system, await furnish(system, (orm) => agreeOn(orm, system, receiver), articles));
    await system.startHouse(DATABASE);
    let killed = 0;
    const over = new AbortController();
    const chaos = killInTurn(system, new Random(seed), () => (killed += 4) >= wanted).finally(() => over.abort());
    const failing = failInTurn(receiver, new Random(seed + 1), () => over.signal.aborted);
    const asked: string[] = [];
    while (!over.signal.aborted) asked.push(await oneAfter(ask, asked));
    await Promise.all([chaos, failing]);
    const ended = await settled(system.databaseUrl(), PATIENCE);
    const verdict = judgeCatalogues(asked, await stored(system), await receiver.messages(), articles);
    const lost = [...verdict.lost, ...(ended ? [] : ['some deliveries were never finished'])];
    return { ...(await chaos), ...verdict, lost, exports: asked.length };
  } finally {
    await receiver.program.kill('SIGTERM');
    await system.stop();
  }
}

interface Shown {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

/** Whoever asks may never know whether a request came through: a request that failed answers undefined. */
type Ask = (method: 'GET' | 'POST', path?: string) => Promise<unknown>;

function asker({ apiUrl }: System, { partnerId, key }: { readonly partnerId: string; readonly key: string }): Ask {
  return async (method, path = '') => {
    const answer = await fetch(`${apiUrl}/api/v1/partners/${partnerId}/catalogue-exports${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(method === 'POST' && { body: '{}' }),
    }).catch(() => undefined);
    return answer?.ok ? answer.json().catch(() => undefined) : undefined;
  };
}

/** Asks for a catalogue and follows it to its end. @returns its number */
async function oneAfter(ask: Ask, asked: readonly string[]): Promise<string> {
  const giveUp = Date.now() + PATIENCE;
  let begun: Shown | undefined;
  while (begun === undefined || !OVER.includes(begun.state)) {
    if (Date.now() > giveUp) throw new Error(`a catalogue is still ${begun?.state ?? 'not begun'}`);
    if (begun) await sleep(RETRY_PAUSE);
    const newest = ((await ask('GET', '?limit=1')) as { items: Shown[] } | undefined)?.items;
    // Only when it is known that the one before is the last may another one be asked for.
    if (newest === undefined) await sleep(RETRY_PAUSE);
    else if (newest[0] && !asked.includes(newest[0].number)) [begun] = newest;
    else await ask('POST');
  }
  return begun.number;
}

const OVER: readonly string[] = ['done', 'unchanged', 'refused', 'discarded'];

async function agreeOn(orm: MikroORM, { keyRing }: System, receiver: Receiver) {
  const em = orm.em.fork();
  const partnerId = await createPartner(em, { name: 'Buyer', addresses: { production: BUYER_CODE } });
  const settings = {
    customers: [BUYER.customerNumber],
    punchOut: {},
    // A receiver that hangs is given up after 2 s.
    addresses: { catalogue: { url: receiver.url, timeoutSeconds: 2 } },
    catalogue: { formats: ['peppol-1a' as const] },
  };
  await saveAgreement(em, { partnerId, mode: 'production', by: 'faults', settings });
  const { key } = await createApiKey(em, keyRing, { name: 'faults', scopes: ['admin'], createdBy: 'faults' });
  return { partnerId, key };
}

async function stored(system: System): Promise<StoredCatalogue[]> {
  const orm = await openDatabase({ url: system.databaseUrl() });
  try {
    const em = orm.em.fork();
    const runs = await em.find(CatalogueExport, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
    const found: StoredCatalogue[] = [];
    for (const run of runs) {
      const document = await documentOf(em, run.outboundDocumentId);
      found.push({ number: numberOf(run), state: run.state, ...(document && { document }) });
    }
    return found;
  } finally {
    await orm.close();
  }
}

async function documentOf(em: EntityManager, id: string): Promise<StoredCatalogue['document']> {
  const document = await findOutbound(em, id);
  if (!document) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of readChunks(em, id)) pieces.push(piece);
  const lines = Buffer.concat(pieces)
    .toString()
    .matchAll(/<cac:CatalogueLine>\s*<cbc:ID>([^<]*)</g);
  const { messageId, state, sha256 } = document;
  return { messageId, state, sha256, articles: [...lines].map(([, number]) => number!) };
}
