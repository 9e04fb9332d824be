import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { TestApi } from '../kit/api.ts';
import { startConsole, type ConsoleClient } from '../kit/console.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';
import { createPartner, hidden, readForm } from '../web/admin/partners/forms.ts';

let system: TestSystem;
let anna: ConsoleClient;
beforeAll(async () => {
  system = await startSystem();
  // Of a test API the console's kit needs where it is and its database.
  const console = await startConsole({ url: system.apiUrl, database: system.database } as TestApi);
  anna = await console.signIn('administrator');
  return system.close;
});

interface State {
  readonly state: string;
  readonly answers: readonly { readonly links: { readonly self: string } }[];
}

const order = readFileSync(join(import.meta.dirname, '../../docs/examples/order-4711.xml'));

/** The steps of docs/connect-a-customer.md. */
it('a new partner is connected by forms alone, until its first test order is through', async () => {
  const id = await createPartner(anna, { name: 'Umeå Verkstad AB' });
  const agreement = `/partners/${id}/agreements/test`;
  for (const [section, setting, value] of [
    ['documents', 'customers', 'K1003'],
    ['answers', 'answers.acceptance', 'whenClean'],
  ] as const) {
    const form = await readForm(anna, `${agreement}/sections/${section}`);
    form.delete(setting);
    form.append(setting, value);
    expect((await anna.post(`${agreement}/sections/${section}`, form)).location).toBe(`/admin${agreement}`);
  }
  const { html } = await anna.get(agreement);
  await anna.post(`${agreement}/activate`, { revision: hidden(html, 'revision') });
  const fields = { kind: 'basic', name: 'orders', user: 'umea-verkstad-ab-test', newest: '' };
  const made = await anna.post(`/partners/${id}/credentials/test/add`, fields);
  const secret = /<code id="secret">([^<]+)</.exec(made.html)![1]!;

  const address = `${system.apiUrl}/punchin/umea-verkstad-ab-test`;
  const headers = {
    authorization: `Basic ${Buffer.from(`umea-verkstad-ab-test:${secret}`).toString('base64')}`,
    'content-type': 'application/xml',
  };
  const receipt = await fetch(address, { method: 'POST', headers, body: order });
  expect(receipt.status).toBe(202);
  const { links } = (await receipt.json()) as { links: { self: string } };
  const ask = async () => (await (await fetch(links.self, { headers })).json()) as State;
  await expect.poll(async () => (await ask()).state, { timeout: 15_000 }).toBe('tested');
  const [answer] = (await ask()).answers;
  expect(await (await fetch(answer!.links.self, { headers })).text()).toContain('<OrderResponse');
  expect((await fetch(address, { method: 'POST', headers, body: order })).status).toBe(202);

  const live = await anna.get(`/partners/${id}/go-live`);
  const works = [...live.html.matchAll(/Works<\/span> <strong>([^<]+)</g)].map(([, title]) => title);
  expect(works).toEqual([
    'The partner has logged in with its secret',
    'An order went through',
    'The same order again was recognised',
    'An answer was fetched',
  ]);
}, 60_000);
