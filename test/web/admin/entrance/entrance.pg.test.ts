import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSetupLink, LINK_LIFE } from '../../../../accounts/setupLinks.ts';
import { startTestApi, type TestApi } from '../../../kit/api.ts';

const PASSWORD = 'hatten lutar åt väst';
let api: TestApi;
let url: string;

beforeAll(async () => {
  api = await startTestApi();
  url = `${api.url}/admin`;
  return api.close;
});

/** A browser's cookies, and the forms that it sends from our own pages. */
function person(headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (path: string, init: RequestInit) => {
    const sent = { cookie: cookie(), 'sec-fetch-site': 'same-origin', ...headers };
    const answer = await fetch(url + path, { redirect: 'manual', ...init, headers: sent });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    const { status } = answer;
    return { status, location: answer.headers.get('location'), answer, html: await answer.text() };
  };
  return {
    jar,
    get: (path: string) => send(path, {}),
    post: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

async function link(life = 0): Promise<string> {
  const given = { role: 'administrator', createdBy: 'test' } as const;
  return createSetupLink(api.database.em(), given, new Date(Date.now() - life));
}

const both = { password: PASSWORD, again: PASSWORD };

describe('the first run', () => {
  test('leads every address to the set-up, and makes the first administrator by a link once', async () => {
    const visitor = person();
    expect((await visitor.get('/orders')).location).toBe('/admin/setup');
    expect((await visitor.get('/login')).location).toBe('/admin/setup');
    expect((await visitor.get('/setup')).html).toContain('npx roundtrip accounts create --administrator');
    expect((await visitor.post('/setup', { code: 'guessed' })).status).toBe(422);

    const token = await link();
    const pasted = await visitor.post('/setup', { code: ` http://localhost:3000/admin/setup/${token} ` });
    expect(pasted.location).toBe(`/admin/setup/${token}`);
    const weak = await visitor.post(`/setup/${token}`, {
      name: 'Åsa',
      password: 'password1234',
      again: 'password1234',
    });
    expect(weak.status).toBe(422);
    expect(weak.html).toContain('one of the first that others would try');
    expect(weak.html).toContain('value="Åsa"');

    const made = await visitor.post(`/setup/${token}`, { name: 'Åsa', ...both });
    expect([made.status, made.location]).toEqual([303, '/admin/']);
    expect((await visitor.get('/account')).html).toContain('Åsa');
    expect((await person().post(`/setup/${token}`, { name: 'Bo', ...both })).status).toBe(404);
    expect((await person().get('/setup')).location).toBe('/admin/login');
    const paths = api.logged.map(({ path }) => String(path));
    expect(paths).toContain('/admin/setup/:token');
    expect(paths.join()).not.toContain(token);
  });

  test('takes no link that is too old', async () => {
    expect((await person().get(`/setup/${await link(LINK_LIFE + 1_000)}`)).status).toBe(404);
  });
});

describe('the log-in', () => {
  test('leads to the page that was asked for, and nowhere else', async () => {
    for (const [next, led] of [
      ['/account?a=1', '/admin/account?a=1'],
      ['//evil.example', '/admin/'],
      ['https://evil.example', '/admin/'],
      ['/../../x', '/admin/'],
      ['/\\evil.example', '/admin/'],
    ] as const) {
      const { location } = await person().post('/login', { name: 'ÅSA ', password: PASSWORD, next });
      expect(location).toBe(led);
    }
  });

  test('gives cookies that no script reads, and a new session each time', async () => {
    const visitor = person();
    const { answer } = await visitor.post('/login', { name: 'Åsa', password: PASSWORD });
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).toMatch(/Path=\/; (Expires=.*; )?HttpOnly; SameSite=Lax/);
    const first = visitor.jar.get('roundtrip_console');
    await visitor.post('/login', { name: 'Åsa', password: PASSWORD });
    expect(visitor.jar.get('roundtrip_console')).not.toBe(first);
    const old = person({ cookie: `roundtrip_console=${first}` });
    expect((await old.get('/account')).location).toBe('/admin/login?next=%2Faccount&ended=1');
  });

  test('tells an unknown name and a wrong password alike', async () => {
    const [wrong, unknown] = [
      await person().post('/login', { name: 'Åsa', password: 'fel' }),
      await person().post('/login', { name: 'Nobody', password: 'fel' }),
    ];
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Name or password is wrong');
    expect(unknown.html.replace('Nobody', 'Åsa')).toBe(wrong.html);
  });

  test('is refused to another site', async () => {
    const site = person({ 'sec-fetch-site': 'cross-site' });
    const refused = await site.post('/login', { name: 'Åsa', password: PASSWORD });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('load the page again');
    expect(site.jar.size).toBe(0);
  });

  test('ends by itself, and by the button', async () => {
    const visitor = person();
    await visitor.post('/login', { name: 'Åsa', password: PASSWORD });
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/account')).html)![1]!;
    expect((await visitor.post('/logout', { csrf })).location).toBe('/admin/login?left=1');
    expect(visitor.jar.has('roundtrip_console')).toBe(false);
    expect((await visitor.get('/login?left=1')).html).toContain('You are logged out.');
  });
});

describe('guessing', () => {
  test('is limited for a name and for an address, and does not shut out the browser that is known', async () => {
    const known = person();
    await known.post('/login', { name: 'Åsa', password: PASSWORD });
    const guesses = [];
    for (let i = 0; i < 11; i++)
      guesses.push((await person().post('/login', { name: 'åsa', password: `fel ${i}` })).status);
    expect(guesses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(guesses.at(-1)).toBe(429);
    const stranger = await person().post('/login', { name: 'Åsa', password: PASSWORD });
    expect(stranger.status).toBe(429);
    expect(Number(stranger.answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await known.post('/login', { name: 'Åsa', password: PASSWORD })).status).toBe(303);
    // sixty wrong ones of the address stand in the table
    await sql`update login_attempt set points = 60 where key like 'address:%'`.execute(api.database.em().getKysely());
    expect((await person().post('/login', { name: 'Another', password: 'fel' })).status).toBe(429);
    expect((await known.post('/login', { name: 'Åsa', password: PASSWORD })).status).toBe(303);
  });
});
