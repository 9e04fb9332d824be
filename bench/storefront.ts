import { Client } from 'pg';
import { openDatabase } from '../database/open.ts';
import { seedAssortment } from './assortment.seed.ts';
import { firstPage, ociLogin, seedBuyer } from './buyer.ts';
import { DATA_DIR } from './house.ts';
import { keptDatabase } from './keptDatabase.ts';
import type { BenchResult } from './result.ts';
import { median, p95, rounded } from './statistics.ts';
import { startServers, type System } from './system.ts';

const SIDES = { few: 1_000, many: 1_000_000 } as const;
type Side = keyof typeof SIDES;
/** Articles that are looked for, each in several ways. */
const ARTICLES = 25;
const WARM_UP = 5;

export interface StorefrontResult extends BenchResult {
  readonly bench: 'storefront';
  /** Search and add to cart with a million products ÷ with a thousand, 95th percentiles; median of the pairs. */
  readonly ratio: number;
  /** Milliseconds, 95th percentiles: both together, and each. */
  readonly few: Figures;
  readonly many: Figures;
}

interface Figures {
  readonly both: number;
  readonly search: number;
  readonly add: number;
}

/** What a buyer waits for in a shop with a million products against one with a thousand, over HTTP, page by page. */
export async function storefront({ pairs }: { readonly pairs: number }): Promise<StorefrontResult> {
  const system = await startServers({ dataDir: DATA_DIR });
  try {
    const databases = { few: await assortment(system, 'few'), many: await assortment(system, 'many') };
    const found: Record<Side, Figures>[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const figures: Partial<Record<Side, Figures>> = {};
      for (const side of pair % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
        await system.stopHouse();
        await system.startHouse(databases[side]);
        figures[side] = await visit(system, side);
        console.log(`pair ${pair + 1}, ${side}: ${JSON.stringify(figures[side])} ms`);
      }
      found.push(figures as Record<Side, Figures>);
    }
    const middle = (side: Side): Figures => ({
      both: median(found.map((pair) => pair[side].both)),
      search: median(found.map((pair) => pair[side].search)),
      add: median(found.map((pair) => pair[side].add)),
    });
    const ratio = rounded(median(found.map(({ few, many }) => many.both / few.both)));
    return { bench: 'storefront', ratio, few: middle('few'), many: middle('many') };
  } finally {
    await system.stop();
  }
}

function assortment(system: System, side: Side): Promise<string> {
  return keptDatabase(system, {
    prefix: `bench_store_${side}_`,
    text: `${SIDES[side]} products`,
    stored: SIDES[side],
    madeBy: ['bench/assortment.seed.ts', 'bench/buyer.ts'],
    fill: async (database) => {
      const url = system.databaseUrl(database);
      await seedAssortment(url, SIDES[side]);
      const orm = await openDatabase({ url });
      await seedBuyer(orm, system.keyRing);
      await orm.close();
    },
  });
}

/** A visit in which every article is looked for in each way, and the first that is found added to the cart. */
async function visit(system: System, side: Side): Promise<Figures> {
  const wanted = await articles(system.databaseUrl(), side);
  const shop = await firstPage(await ociLogin(system.apiUrl));
  for (const article of wanted.slice(0, WARM_UP)) for (const text of waysToAsk(article)) await buy(shop, text);
  const times: { search: number; add: number }[] = [];
  for (const article of wanted) for (const text of waysToAsk(article)) times.push(await buy(shop, text));
  return {
    both: rounded(p95(times.map(({ search, add }) => search + add))),
    search: rounded(p95(times.map(({ search }) => search))),
    add: rounded(p95(times.map(({ add }) => add))),
  };
}

interface Article {
  readonly article_number: string;
  readonly name: string;
  readonly gtin: string;
}

/** Spread over the whole table. */
async function articles(url: string, side: Side): Promise<Article[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const numbers = Array.from({ length: ARTICLES }, (_, index) =>
      Math.floor((SIDES[side] * (index + 0.5)) / ARTICLES),
    );
    const { rows } = await client.query<Article>(
      `select article_number, name ->> 'sv' as name, identifier.value as gtin
       from product join product_identifier identifier on product_id = id and kind = 'gtin'
       where article_number = any(select 'ST-' || lpad(i::text, 7, '0') from unnest($1::int[]) i)`,
      [numbers],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** `Kulspetspenna svart 12 mm modell 7`: as people ask for it. */
function waysToAsk({ article_number: number, name, gtin }: Article): string[] {
  const [kind = '', colour = '', size = ''] = name.split(' ');
  return [
    kind,
    `${kind} ${colour}`,
    `${colour} ${kind.toLowerCase()} ${size} mm`,
    name,
    // A letter is missing, another is doubled.
    kind.slice(0, 4) + kind.slice(5),
    kind.slice(0, -2) + kind.slice(-2, -1) + kind.slice(-2),
    // Still being typed; the last part of the compound, which some 25,000 of the million have; a colour, which 50,000 have.
    kind.slice(0, 6),
    kind.slice(-5),
    colour,
    number,
    number.replace('-', '').toLowerCase(),
    number.slice(0, -2),
    gtin,
  ];
}

/** Milliseconds for the page with the hits, and for adding the first of them; 0 where nothing is found. */
async function buy(shop: string, text: string): Promise<{ search: number; add: number }> {
  const begin = performance.now();
  const page = await fetch(`${shop}/search?q=${encodeURIComponent(text)}`);
  const html = await page.text();
  const found = performance.now();
  if (page.status !== 200) throw new Error(`the search for ${text} was answered ${page.status}`);
  const article = /name="article" value="([^"]+)"/.exec(html)?.[1];
  if (article === undefined) return { search: found - begin, add: 0 };
  const body = new URLSearchParams({ article, quantity: '1', unit: 'C62', key: crypto.randomUUID() });
  const added = await fetch(`${shop}/cart/add`, { method: 'POST', body, headers: { 'hx-request': 'true' } });
  await added.text();
  if (added.status !== 200) throw new Error(`adding ${article} was answered ${added.status}`);
  return { search: found - begin, add: performance.now() - found };
}
