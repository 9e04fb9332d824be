import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Account } from '../../../../accounts/account.entity.ts';
import { createAccount, disableAccount } from '../../../../accounts/accounts.ts';
import { readConfig } from '../../../../platform/config.ts';
import { startTestApi, type TestApi } from '../../../kit/api.ts';

const SECRET = 'a secret of the provider and the shop';
/** What the provider knows of people, by the name that they type there. */
const people: Record<string, { name: string; roles: string[] }> = {
  asa: { name: 'Åsa Lind', roles: ['shop-admin', 'other'] },
  bo: { name: 'Bo', roles: ['shop-desk'] },
  eva: { name: 'Eva', roles: ['something else'] },
};

let api: TestApi;
let provider: Server;

beforeAll(async () => {
  provider = createServer();
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  api = await startTestApi({
    ...{ oidcIssuer: issuer, oidcClientId: 'roundtrip', oidcClientSecret: SECRET, oidcScope: 'openid profile' },
    ...{ oidcAdministrators: ['shop-admin'], oidcOperators: ['shop-desk'] },
  });
  serve(issuer, `${api.deps.config.publicUrl}/admin/oidc/callback`);
});

afterAll(async () => {
  provider.closeAllConnections();
  provider.close();
  await api.close();
});

/** A provider as organisations run it; whoever is named in the address of its log-in is logged in. */
function serve(issuer: string, callback: string): void {
  const oidc = new Provider(issuer, {
    clients: [
      { client_id: 'roundtrip', client_secret: SECRET, redirect_uris: [callback], grant_types: ['authorization_code'] },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new oidc.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const answer = oidc.callback();
  provider.on('request', (req, res) => {
    const who = req.headers['x-person'] as string;
    const result = who === 'nobody' ? { error: 'access_denied' } : { login: { accountId: who } };
    if (req.url!.startsWith('/interaction/')) void oidc.interactionFinished(req, res, result);
    else void answer(req, res);
  });
}

/** A browser: follows redirects between us and the provider, with the cookies of each. */
function browser(person: string) {
  const jars = new Map<string, Map<string, string>>();
  const visit = async (address: string): Promise<Response> => {
    // our public address is not where the test listens
    const url = new URL(address.replace(api.deps.config.publicUrl, api.url));
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, 'x-person': person } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    return answer;
  };
  /** Until a page, or an address that `stop` is true for. */
  const follow = async (start: string, stop: (address: string) => boolean = () => false) => {
    let address = start;
    for (let i = 0; i < 12; i++) {
      const answer = await visit(address);
      const location = answer.headers.get('location');
      if (location === null) return { address, status: answer.status, html: await answer.text() };
      address = new URL(location, address).href;
      if (stop(address)) return { address, status: answer.status, html: '' };
    }
    throw new Error(`There is no end after ${address}`);
  };
  return { follow };
}

const start = (next = '/account'): string => `${api.deps.config.publicUrl}/admin/oidc?next=${encodeURIComponent(next)}`;
const account = (name: string) => api.database.em().findOne(Account, { name });

describe('the log-in through an identity provider', () => {
  test('makes an account with the role of its claims, on the page that was asked for', async () => {
    const login = await browser('asa').follow(`${api.deps.config.publicUrl}/admin/settings/accounts`);
    expect(login.html).toContain('href="/admin/oidc?next=%2Fsettings%2Faccounts"');
    const page = await browser('asa').follow(start('/settings/accounts'));
    expect([page.status, new URL(page.address).pathname]).toEqual([200, '/admin/settings/accounts']);
    expect(page.html).toContain('Åsa Lind');
    expect(await account('Åsa Lind')).toMatchObject({ role: 'administrator', subject: 'asa', password: null });
  });

  test('gives the role of today each time, and never takes over an account with a password', async () => {
    const own = { name: 'Bo', role: 'administrator', language: 'sv', createdBy: 'test' } as const;
    await createAccount(api.database.em(), own);
    expect((await browser('bo').follow(start())).status).toBe(200);
    const [made] = await api.database.em().find(Account, { subject: 'bo' });
    expect(made!.name).toMatch(/^Bo \(127\.0\.0\.1/);
    expect(made!.role).toBe('operator');
    people['bo']!.roles = ['shop-admin'];
    await browser('bo').follow(start());
    expect((await api.database.em().findOne(Account, { subject: 'bo' }))!.role).toBe('administrator');
  });

  test('says what to do where there is no role, the account is off, or the provider refuses', async () => {
    const stranger = await browser('eva').follow(start());
    expect(stranger.status).toBe(403);
    expect(stranger.html).toContain('gives you no role');
    expect(await account('Eva')).toBeNull();
    expect((await browser('nobody').follow(start())).html).toContain('did not let you in');
    const { id } = (await account('Åsa Lind'))!;
    await disableAccount(api.database.em(), id, 'test', new Date());
    expect((await browser('asa').follow(start())).html).toContain('switched off here');
  });

  test('takes no answer that it did not ask for, and none twice', async () => {
    const isCallback = (address: string) => address.includes('/admin/oidc/callback');
    const asked = browser('bo');
    const { address } = await asked.follow(start(), isCallback);
    expect((await browser('bo').follow(address)).html).toContain('was not begun here');
    const forged = browser('bo');
    await forged.follow(start(), isCallback);
    expect((await forged.follow(address)).html).toContain('could not be trusted');
    expect((await asked.follow(address)).status).toBe(200);
    expect((await asked.follow(address)).html).toContain('was not begun here');
  });
});

test('the settings say what is missing beside the address', () => {
  const env = {
    ...{ DATABASE_URL: 'postgres://localhost/x', ROUNDTRIP_SECRET_KEYS: Buffer.alloc(32).toString('base64') },
    OIDC_ISSUER: 'https://login.example.com',
  };
  expect(() => readConfig(env)).toThrow(
    /OIDC_CLIENT_ID is missing.*\nOIDC_CLIENT_SECRET is missing.*\nOIDC_ADMINISTRATORS/,
  );
});
