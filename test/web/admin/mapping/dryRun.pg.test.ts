import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDryRunActivities } from '../../../../activities/dryRuns.ts';
import { seedShop } from '../../../../bench/seed.ts';
import { stopDryRun } from '../../../../documents/dryRuns.ts';
import { saveDraft } from '../../../../partners/drafts.ts';
import { saveConnection } from '../../../../shop/connection.ts';
import { connectionInput } from '../../../../shop/input/connection.ts';
import { HttpSender } from '../../../../transports/http/send.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { partnerWith, received } from '../../../kit/placed.ts';
import { startShopServer, type ShopServer } from '../../../kit/shopServer.ts';
import { ARTICLES } from '../../../workflows/engine.ts';
import { clean, withOtherPrice, withUnknownArticle, withWrongSum } from '../../../workflows/orders.ts';

let console: Console;
let operator: ConsoleClient;
let http: HttpSender;
let steps: ReturnType<typeof createDryRunActivities>;

beforeAll(async () => {
  console = await startConsole();
  await seedShop(console.api.database.url, ARTICLES);
  operator = await console.signIn('operator');
  http = new HttpSender({ allowPrivateAddresses: true });
  steps = createDryRunActivities({ ...console.api.deps, http, clock: () => new Date() });
  return async () => {
    await http.close();
    await console.api.close();
  };
});

// The workflow asks for one step after the other; here they are asked for at once.
beforeEach(() => {
  vi.spyOn(console.api.deps.engine, 'startDryRun').mockImplementation(async (dryRunId) => {
    for (let more = true; more;) ({ more } = await steps.rehearseDocuments({ dryRunId }));
  });
});

let serial = 0;
const settings = { answers: { acceptance: 'whenClean' as const } };

/** A partner with a version in force, documents, and a draft. @returns the path of its dry run */
async function draftAgainst(draft: Record<string, unknown>, documents: readonly string[]): Promise<string> {
  const em = console.api.database.em();
  const partnerId = await partnerWith(em, `dry-${(serial += 1)}`, settings);
  for (const text of documents) {
    const number = /<cbc:ID>([^<]+)</.exec(text)?.[1] ?? 'broken';
    await received(console.api.database.em(), partnerId, text, {
      number,
      buyer: [{ scheme: '0007', id: '2120002627' }],
    });
  }
  const given = { ...settings, ...draft };
  await saveDraft(em, { partnerId, mode: 'production', settings: given, basedOn: 1, revision: 0, by: 'Bo' });
  return `/partners/${partnerId}/agreements/production/dry-run`;
}

async function rehearsed(path: string, language: 'en' | 'sv' = 'en'): Promise<string> {
  expect((await operator.post(path, { days: '7' })).location).toMatch(/\/dry-run$/);
  const reader = language === 'en' ? operator : await console.signIn('reader', language);
  return (await reader.get(path)).html.replaceAll('\u00a0', ' ');
}

/** Everything that handling a document would write. */
async function written(): Promise<unknown> {
  const { rows } =
    await sql`select (select count(*) from orders)::int as orders, (select count(*) from document_key)::int as keys,
    (select count(*) from timeline_entry)::int as timeline, (select count(*) from outbound_document)::int as answers,
    (select count(*) from inbound_document where state <> 'received')::int as settled`.execute(
      console.api.database.em().getKysely(),
    );
  return rows[0];
}

describe('a dry run', () => {
  test('says what would change and why, and writes nothing but that', async () => {
    const documents = [clean('R-1'), withOtherPrice('R-2'), withUnknownArticle('R-3'), withWrongSum('R-4'), '<Order>'];
    const path = await draftAgainst({ price: { tolerancePercent: '50' } }, documents);
    const before = await written();
    const html = await rehearsed(path);
    expect(await written()).toEqual(before);
    expect(html).toContain('1 document would end otherwise, 4 the same.');
    expect(html).toContain('1: waits for a person → placed');
    expect(html).toMatch(
      />R-2<[\s\S]*waits for a person[\s\S]*<strong>placed, answer 29<\/strong>[\s\S]*No more: Line 1: price /,
    );
    expect(html).not.toContain('>R-1<');
    const all = (await operator.get(`${path}?show=all`)).html;
    for (const number of ['R-1', 'R-2', 'R-3', 'R-4']) expect(all).toContain(`>${number}<`);
    expect(all).toContain('refused');
  });

  test('says what would not be taken at all, in the language of the reader', async () => {
    const path = await draftAgainst({ formats: ['peppol-3a-order'] }, [clean('F-1')]);
    const html = await rehearsed(path, 'sv');
    expect(html).toContain('1 dokument skulle sluta annorlunda');
    expect(html).toContain('Utkastet öppnar inte formatet peppol-28a-order.');
    const senders = await draftAgainst({ senders: [{ scheme: '0007', id: '1' }] }, [clean('S-1')]);
    expect(await rehearsed(senders)).toContain('The draft does not name the sender 0007:2120002627.');
  });

  test('tells a stricter draft by what it asks a person', async () => {
    const draft = { deviations: { minimumValue: { amount: '99999999', currency: 'SEK' } } };
    const html = await rehearsed(await draftAgainst(draft, [clean('M-1')]));
    expect(html).toContain('1: placed → waits for a person');
  });

  test('of a draft that changes nothing says so, and of a partner without orders too', async () => {
    expect(await rehearsed(await draftAgainst({}, [clean('N-1')]))).toContain('Nothing would change: 1 document end');
    expect(await rehearsed(await draftAgainst({}, []))).toContain('has sent no orders in this time');
  });

  test('can be stopped, and keeps what was found so far', async () => {
    const path = await draftAgainst({ formats: [] }, [clean('P-1'), clean('P-2')]);
    vi.spyOn(console.api.deps.engine, 'startDryRun').mockResolvedValue();
    await operator.post(path, { days: '7' });
    expect((await operator.get(path)).html).toContain('hx-trigger="every 2s"');
    await operator.post(`${path}/stop`);
    const stopped = (await operator.get(path)).html;
    expect(stopped).toContain('Stopped after 0 of 2 documents.');
    expect(stopped).not.toContain('every 2s');
    const id = (
      await sql<{ id: string }>`select id from dry_run where stopped_at is not null`.execute(
        console.api.database.em().getKysely(),
      )
    ).rows[0]!.id;
    expect(await steps.rehearseDocuments({ dryRunId: id })).toEqual({ more: false });
    expect(await stopDryRun(console.api.database.em(), id)).toBe(false);
  });

  test('needs a draft without problems, and somebody who may', async () => {
    const wrong = await draftAgainst({ limits: { lines: 'many' } }, []);
    await operator.post(wrong);
    expect((await operator.get(wrong)).html).toContain('The draft has problems.');
    const reader = await console.signIn('reader');
    expect((await reader.get(wrong)).status).toBe(200);
    expect((await reader.post(wrong)).status).toBe(403);
  });

  test('that the engine does not take leaves nothing behind', async () => {
    const path = await draftAgainst({}, [clean('E-1')]);
    vi.spyOn(console.api.deps.engine, 'startDryRun').mockRejectedValue(new Error('away'));
    await operator.post(path);
    const { html } = await operator.get(path);
    expect(html).toContain('the workflow engine does not answer');
    expect(html).not.toContain('id="run"');
  });
});

describe('a dry run where another shop tells prices at the moment', () => {
  let shop: ShopServer;
  beforeAll(async () => {
    shop = await startShopServer();
    return shop.close;
  });

  /** Of an order of today and one of the day before yesterday, which nobody is asked about. */
  async function rehearsedWith(live: 'hold' | 'storedPrice', answer: ShopServer['answer'], timeoutSeconds = 1) {
    const { database, deps } = console.api;
    const settings = { ...connectionInput.parse({ url: shop.url, live }), timeoutSeconds };
    await saveConnection(database.em(), deps.keyRing, { settings, secret: 'hemlig', by: 'test' });
    await sql`delete from live_answer`.execute(database.em().getKysely());
    shop.requests.length = 0;
    shop.answer = answer;
    const path = await draftAgainst({ price: { tolerancePercent: '1' } }, [clean('L-1'), clean('L-2')]);
    await sql`update inbound_document set received_at = received_at - interval '2 days'
      where number = 'L-2' and received_at > now() - interval '1 day'`.execute(database.em().getKysely());
    await rehearsed(path);
    await sql`delete from shop_connection`.execute(database.em().getKysely());
    const { html } = await operator.get(`${path}?show=all`);
    // Both versions of the agreement, and both orders of the partner: what was asked for once is known.
    expect(shop.requests).toHaveLength(1);
    expect(html).toMatch(/>L-2<[\s\S]*placed[\s\S]*>L-1</);
    return { path, html };
  }
  const telling =
    (article: object): ShopServer['answer'] =>
    ({ body }) => {
      const { articleNumbers } = body as { articleNumbers: string[] };
      return { json: { articles: articleNumbers.map((articleNumber) => ({ articleNumber, ...article })) } };
    };

  test.each<[string, ShopServer['answer']]>([
    ['another currency', telling({ currency: 'EUR', prices: [{ amount: '1' }] })],
    ['a negative price', telling({ currency: 'SEK', prices: [{ amount: '-1' }] })],
    ['HTML', () => ({ text: '<!doctype html><p>Underhåll pågår' })],
    ['nothing in time', () => 'hang'],
  ])('has the order wait by hold where it answers %s', async (what, answer) => {
    const { html } = await rehearsedWith('hold', answer, what === 'nothing in time' ? 0.2 : 1);
    expect(html).toMatch(/>L-1<[\s\S]*waits for a person/);
  });

  test('holds the order against what it tells, and against what is stored where that counts', async () => {
    expect((await rehearsedWith('storedPrice', () => ({ status: 500 }))).html).not.toContain('waits for a person');
    const { html } = await rehearsedWith('hold', telling({ currency: 'SEK', prices: [{ amount: '0.5' }] }));
    expect(html).toMatch(/>L-1<[\s\S]*waits for a person/);
  });
});
