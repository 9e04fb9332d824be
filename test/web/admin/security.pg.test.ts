import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayAct, roles, type Role } from '../../../accounts/roles.ts';
import { createSetupLink } from '../../../accounts/setupLinks.ts';
import { createAccount } from '../../../accounts/accounts.ts';
import { createApiKey } from '../../../platform/access.ts';
import { seedDemoPartners } from '../../../partners/demo.ts';
import { createSubscription } from '../../../notices/subscriptions.ts';
import { makePartnerLink } from '../../../partners/partnerLinks.ts';
import { createPartner } from '../../../partners/partners.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { adminRoutes } from '../../../web/admin/pages.ts';
import { startConsole, type Console, type ConsoleClient, type ConsolePage } from '../../kit/console.ts';
import { answer, partnerWith, placed } from '../../kit/placed.ts';
import { customers } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
const SECRETS = {
  ...{ lindstroms: 'hemlig-lindstroms-1', 'lindstroms-test': 'hemlig-lindstroms-2' },
  ...{ bjorkvik: 'hemlig-bjorkvik-3', 'bjorkvik-test': 'hemlig-bjorkvik-4' },
};
const OTHERS = { receiver: 'hemlig-receiver-5', form: 'hemlig-form-6', cxml: 'hemlig-cxml-7' };

let house: Console;
const clients = new Map<Role, ConsoleClient>();
const known: string[] = [...Object.values(SECRETS), ...Object.values(OTHERS)];

beforeAll(async () => {
  house = await startConsole();
  for (const role of roles) clients.set(role, await house.signIn(role));
  await seed();
  return house.api.close;
});

/** What a shop has after a while, with secrets that are known and names that would do harm. */
async function seed(): Promise<void> {
  const { deps, database } = house.api;
  const em = database.em();
  await seedDemo(em);
  const { receiver: receiverSecret, ...punchOutSecrets } = OTHERS;
  const receiverUrl = 'http://127.0.0.1:9/received';
  await seedDemoPartners(em, deps.keyRing, { receiverUrl, receiverSecret, secrets: SECRETS, punchOutSecrets });
  const { key } = await createApiKey(em, deps.keyRing, { name: HOSTILE, scopes: ['admin'], createdBy: HOSTILE });
  const accountId = await createAccount(em, { name: HOSTILE, role: 'reader', language: 'sv', createdBy: HOSTILE });
  known.push(key, await createSetupLink(em, { accountId, role: 'reader', createdBy: 'test' }, new Date()));
  const hook = { recipient: 'webhook', address: 'https://shop.example.com/hook', events: ['order.held'] } as const;
  const { secret } = await createSubscription(em, deps.keyRing, {
    ...{ ...hook, events: [...hook.events], language: 'sv', partner: null, customer: null, by: HOSTILE },
    ...{ digest: 'atOnce', digestMinutes: null, digestAt: null, hourlyLimit: 60, active: true },
  });
  known.push(secret!, ...[...clients.values()].map(({ cookie }) => cookie.split('=')[1]!));
  await createPartner(em, { name: HOSTILE, addresses: { production: 'hostile' } });
  const partnerId = await partnerWith(em, 'kund');
  const shared = { id: someId, partnerId, mode: 'production', note: HOSTILE, days: 7, by: HOSTILE } as const;
  known.push((await makePartnerLink(em, shared, new Date())).token);
  const [customerId = ''] = await customers(em, { number: 'K77', name: HOSTILE });
  const lines = [orderLine({ position: 1 })];
  const number = HOSTILE.slice(0, 50);
  await placed(em, { partnerId, status: 'Waiting', header: { number, note: HOSTILE }, lines });
  const order = await placed(em, { partnerId, customerId, header: { number: `${number}2` }, lines });
  await answer(em, partnerId, order, 'ready');
}

const someId = '01890000-0000-7000-8000-000000000000';
const addressOf = (path: string): string => path.replaceAll(/:\w+/g, someId);
const pages = adminRoutes.filter(({ method }) => method === 'get');
const forms = adminRoutes.filter(({ method }) => method === 'post');

/** Does the work for all, a few at a time, and returns what it says of each. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<string | undefined>): Promise<string[]> {
  const [waiting, said]: [T[], string[]] = [[...items], []];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const found = await work(item);
      if (found !== undefined) said.push(found);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return said;
}

/** What stands in every table, but for when somebody was last seen. */
async function fingerprint(): Promise<string> {
  const db = house.api.database.em().getKysely();
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'console_session' order by 1`.execute(
    db,
  );
  const sums = await Promise.all(
    rows.map(async ({ name }) => {
      const table = sql.table(name);
      const { rows: found } = await sql<{
        sum: string;
      }>`select count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0)
        as sum from ${table} t`.execute(db);
      return `${name} ${found[0]!.sum}`;
    }),
  );
  return sums.join('\n');
}

describe('an address of the console', () => {
  test('leads whoever is not logged in to the log-in', async () => {
    const wrong = await each(adminRoutes, async ({ method, path }) => {
      const init = { method: method.toUpperCase(), redirect: 'manual' } as const;
      const { status, headers } = await fetch(`${house.api.url}/admin${addressOf(path)}`, init);
      const isAsked = status === 303 && headers.get('location')?.startsWith('/admin/login');
      return isAsked ? undefined : `${method} ${path}: ${status}`;
    });
    expect(wrong).toEqual([]);
  });

  test.each(roles)('shows a page to the role %s, or refuses it, as the page says', async (role) => {
    const client = clients.get(role)!;
    const wrong = await each(pages, async ({ path, role: least }) => {
      const { status } = await client.get(addressOf(path));
      const isRight = mayAct(role, least) ? status < 500 && status !== 403 : status === 403;
      return isRight ? undefined : `${path}: ${status}`;
    });
    expect(wrong).toEqual([]);
  });

  test('takes no form from a lower role, without its token, with a forged one, or from another site', async () => {
    const before = await fingerprint();
    const [administrator, operator] = [clients.get('administrator')!, clients.get('operator')!];
    const [own, forged] = [await tokenOf(administrator), await tokenOf(operator)];
    const wrong = await each(forms, async ({ path, role: least }) => {
      const address = addressOf(path);
      const refused: [string, Promise<ConsolePage>][] = [
        ['without', administrator.post(address, { csrf: '' })],
        ['forged', administrator.post(address, forged)],
        ['cross-site', crossSite(administrator, address, own)],
        ...roles
          .filter((role) => !mayAct(role, least))
          .map((role): [string, Promise<ConsolePage>] => [role, clients.get(role)!.post(address)]),
      ];
      const taken: string[] = [];
      for (const [why, sent] of refused) if ((await sent).status !== 403) taken.push(why);
      return taken.length === 0 ? undefined : `${path}: ${taken.join()}`;
    });
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });
});

async function tokenOf(client: ConsoleClient): Promise<{ csrf: string }> {
  const { html } = await client.get('/account');
  return { csrf: /name="csrf" value="([^"]+)"/.exec(html)![1]! };
}

async function crossSite({ cookie }: ConsoleClient, path: string, token: { csrf: string }): Promise<ConsolePage> {
  const headers = { cookie, 'sec-fetch-site': 'cross-site' };
  const init = { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(token) } as const;
  const answer = await fetch(`${house.api.url}/admin${path}`, init);
  return { status: answer.status, headers: answer.headers, html: await answer.text(), location: undefined };
}

/** Pages of one pattern that the crawler looks at. */
const OF_EACH = 2;

/** Every page that links lead to, from the first. */
async function crawl(client: ConsoleClient): Promise<Map<string, ConsolePage>> {
  const [found, seen] = [new Map<string, ConsolePage>(), new Map<string, number>()];
  let next = ['/', '/account', ...pages.map(({ path }) => path).filter((path) => !path.includes(':'))];
  while (next.length > 0) {
    const links: string[] = [];
    await each(next, async (path) => {
      const page = await client.get(path);
      found.set(path, page);
      if (!page.headers.get('content-type')?.startsWith('text/html')) return undefined;
      for (const [, href] of page.html.matchAll(/\shref="\/admin(\/[^"#]*)/g))
        links.push(href!.replaceAll('&amp;', '&'));
      return undefined;
    });
    next = [...new Set(links)].filter((path) => {
      const pattern = path.replace(/\?.*/, '').replace(/[\w-]*\d[\w-]*/g, ':id');
      const count = seen.get(pattern) ?? 0;
      seen.set(pattern, count + 1);
      return count < OF_EACH && !found.has(path);
    });
  }
  return found;
}

describe('the pages', () => {
  let crawled: Map<string, ConsolePage>;
  beforeAll(async () => {
    crawled = await crawl(clients.get('administrator')!);
  });

  test('are whole: no link leads to nothing', () => {
    const broken = [...crawled]
      .filter(([, { status }]) => status >= 400)
      .map(([path, { status }]) => `${path}: ${status}`);
    expect(broken).toEqual([]);
    expect(crawled.size).toBeGreaterThan(30);
  });

  test('show no secret', () => {
    const told = [...crawled].flatMap(([path, { html }]) =>
      known.filter((secret) => html.includes(secret)).map(() => path),
    );
    expect(told).toEqual([]);
  });

  test('are shown in no frame, kept nowhere, and run nothing but our own files', () => {
    const wrong = [...crawled].filter(([, { headers }]) => {
      const policy = headers.get('content-security-policy') ?? '';
      const runsOurs = /script-src 'self'(;|$)/.test(policy) && policy.includes("frame-ancestors 'none'");
      const isStrict = policy.includes("default-src 'none'") && (runsOurs || policy.endsWith('sandbox'));
      const isPrivate = headers.get('cache-control') === 'no-store' && headers.get('referrer-policy') === 'same-origin';
      return !isStrict || !isPrivate || headers.get('x-frame-options') !== 'DENY';
    });
    expect(wrong.map(([path, { headers }]) => `${path}: ${headers.get('content-security-policy')}`)).toEqual([]);
  });

  test('show what others wrote as text', async () => {
    const everything = [
      'q',
      'partner',
      'customer',
      'article',
      'status',
      'name',
      'person',
      'subject',
      'kind',
      'day',
      'from',
      'sort',
      'after',
    ];
    const query = new URLSearchParams(Object.fromEntries(everything.map((name) => [name, HOSTILE])));
    const reflected = new Map<string, ConsolePage>();
    await each(pages, async ({ path }) => {
      const address = `${addressOf(path)}?${query.toString()}`;
      reflected.set(address, await clients.get('administrator')!.get(address));
      return undefined;
    });
    // what stands between quotes is text, however it looks
    const outside = (html: string) =>
      html.replaceAll(/="[^"]*"/g, (value) => (/^="\s*javascript:/i.test(value) ? value : '=""'));
    const harmful = /<script(?! src="")|<img src=x|<[a-z][^<>]*\son[a-z]+\s*=|="\s*javascript:/i;
    const all = [...crawled, ...reflected].filter(([, { headers }]) =>
      headers.get('content-type')?.startsWith('text/html'),
    );
    const wrong = all
      .filter(([, { html }]) => harmful.test(outside(html)))
      .map(([path, { html }]) => `${path}: ${harmful.exec(outside(html))?.[0]}`);
    expect(wrong).toEqual([]);
    const failed = [...reflected].filter(([, { status }]) => status >= 500).map(([path]) => path.split('?')[0]);
    expect(failed).toEqual([]);
    const shown = all.filter(([, { html }]) => html.includes('&lt;script&gt;alert(1)'));
    expect(shown.length).toBeGreaterThan(3);
  });
});
