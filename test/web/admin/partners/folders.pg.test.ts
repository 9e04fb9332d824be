import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { setOutgoing } from '../../../../partners/credentials.ts';
import { saveAgreement } from '../../../../partners/partners.ts';
import { Pickups } from '../../../../worker/pickups.ts';
import { order } from '../../../api/punchin/order.ts';
import { AccessPoint } from '../../../kit/accessPoint.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { temporaryFolder } from '../../../kit/folders.ts';
import { startSftpServer, type SftpTestServer } from '../../../kit/sftpServer.ts';
import { createPartner } from './forms.ts';

let [console, anna, reader]: [Console, ConsoleClient, ConsoleClient] = [undefined!, undefined!, undefined!];
let browser: TestBrowser;
let sftp: SftpTestServer;
let [exchange, id] = ['', ''];

beforeAll(async () => {
  exchange = temporaryFolder('exchange');
  console = await startConsole(undefined, { exchangeDirectory: exchange, allowPrivateAddresses: true });
  [sftp, browser] = [await startSftpServer(), await startBrowser()];
  [anna, reader] = [await console.signIn('administrator'), await console.signIn('reader', 'sv')];
  id = await createPartner(anna, { production: 'akero' });
  return async () => {
    await browser.close();
    await sftp.close();
    await console.api.close();
    rmSync(exchange, { recursive: true, force: true });
  };
});

/** What a worker does when the turn of each folder has come. */
async function look(): Promise<void> {
  const { orm, keyRing, engine, log, metrics, config } = console.api.deps;
  const deps = { orm, keyRing, engine, log, metrics, config, exchangeDirectory: exchange, allowPrivate: true };
  await query(console.api.database.url, ['update pickup set next_look_at = now()']);
  await new Pickups({ ...deps, dataDirectory: exchange, interval: 60_000 }).look();
}

async function agree(hostKey = sftp.hostKey): Promise<void> {
  const em = console.api.database.em();
  const of = { partnerId: id, mode: 'production', by: 'test' } as const;
  const { port, user } = sftp;
  const server = { kind: 'sftp', host: '127.0.0.1', port, user, credential: 'filer', hostKey };
  await setOutgoing(em, console.api.deps.keyRing, { ...of, name: 'filer', kind: 'bearer', secret: sftp.password });
  const pickups = [
    { kind: 'folder', folder: 'akero/in', whole: 'renamed' },
    { ...server, folder: 'från-oss' },
  ];
  await saveAgreement(em, { ...of, settings: { pickups, orderResponses: { ...server, folder: 'till-er' } } });
}

it('says that no agreement names a folder', async () => {
  expect((await anna.get(`/partners/${id}/folders`)).html).toContain('No agreement in force names a folder');
});

it('shows how fetching goes, tries the connection, and has a folder looked into at once', async () => {
  for (const folder of [join(sftp.root, 'från-oss'), join(sftp.root, 'till-er'), join(exchange, 'akero/in')])
    mkdirSync(folder, { recursive: true });
  await agree();
  const path = `/partners/${id}/folders`;
  expect((await reader.get(path)).html).toContain('Inte kontrollerad ännu');
  expect((await reader.get(`/partners/${id}`)).html).toContain('3 mappar');
  writeFileSync(join(exchange, 'akero/in', 'order å.xml'), order({ number: 'W-1' }));
  writeFileSync(join(sftp.root, 'från-oss', 'halv.xml'), '<Order');
  await look();
  const { html } = await anna.get(path);
  expect(html).toContain('Last file: order å.xml');
  expect(html).toContain('1 file may still be written');
  expect((await anna.get(`/partners/${id}`)).html).toContain('3 folders, last look');
  const name = `sftp://${sftp.user}@127.0.0.1:${sftp.port}`;
  const tried = await anna.post(`${path}/production/look`, { name: `${name}/till-er` });
  expect(tried.location).toBe(`/admin${path}`);
  expect((await anna.get(path)).html).toContain(`The connection to ${name}/till-er works; 0 files there.`);
  await anna.post(`${path}/production/look`, { name: 'folder:akero/in' });
  const [row] = await query(console.api.database.url, [
    `select next_look_at <= now() as due from pickup where name = 'folder:akero/in'`,
  ]);
  expect(row).toEqual({ due: true });
  expect((await reader.post(`${path}/production/look`, { name: 'folder:akero/in' })).status).toBe(403);
});

it('asks an access point of the partner whether it knows us', async () => {
  const point = await AccessPoint.start({ user: 'nord', password: 'hemligt' });
  const of = { partnerId: id, mode: 'test', by: 'test' } as const;
  const [shop, partner] = ['5599001236', '5560001111'].map((number) => ({ scheme: '0007', id: number }));
  const address = { kind: 'peppol', url: point.url, authentication: 'basic', credential: 'ap' };
  await saveAgreement(console.api.database.em(), {
    ...of,
    settings: { orderResponses: address, envelope: { kind: 'sbdh', shop, partner } },
  });
  const path = `/partners/${id}/folders`;
  const told = async () => {
    await anna.post(`${path}/test/look`, { name: point.url });
    return (await anna.get(path)).html;
  };
  expect(await told()).toContain('the credential ap of the agreement is not there');
  const credential = { ...of, name: 'ap', kind: 'basic', user: 'nord', secret: 'hemligt' } as const;
  await setOutgoing(console.api.database.em(), console.api.deps.keyRing, credential);
  expect(await told()).toContain('The access point knows us.');
  expect((await reader.post(`${path}/test/look`, { name: point.url })).status).toBe(403);
  point.close();
});

it('takes a private key from its file, and shows it to the server', async () => {
  const path = `/partners/${id}/credentials`;
  const form = (fields: Record<string, string | File>) => {
    const data = new FormData();
    for (const [field, value] of Object.entries({ name: 'filer', ...fields })) data.set(field, value);
    return anna.post(`${path}/production/file-server`, data);
  };
  expect((await form({ key: new File(['ssh-ed25519 AAAA'], 'id.pub') })).html).toContain('is no private key');
  const pasted = { name: 'filer', kind: 'bearer', secret: sftp.clientKey.replaceAll('\n', '') };
  expect((await anna.post(`${path}/production/set`, pasted)).html).toContain('a private key is chosen as a file');
  expect((await form({ password: 'x', key: new File([sftp.clientKey], 'id') })).status).toBe(422);
  expect((await form({ key: new File([sftp.clientKey], 'id') })).status).toBe(303);
  expect((await anna.get(path)).html).not.toContain('PRIVATE KEY-----');
  const name = `sftp://${sftp.user}@127.0.0.1:${sftp.port}/till-er`;
  await anna.post(`/partners/${id}/folders/production/look`, { name });
  expect((await anna.get(`/partners/${id}/folders`)).html).toContain(`The connection to ${name} works`);
});

it('says loudly that a server shows another key, here and on the overview', async () => {
  await agree(`SHA256:${'A'.repeat(43)}`);
  for (let times = 0; times < 3; times += 1) await look();
  const visit = await console.browserAs(browser, 'reader', { language: 'sv' });
  const page = await visit.open(`/partners/${id}`);
  await keepScreenshot(page, 'partner-1440-light-sv');
  await page.getByText('1 av 3 mappar går inte att använda').waitFor();
  await page.getByRole('link', { name: 'Visa mapparna' }).click();
  await page.getByText('3 kontroller i rad misslyckades').waitFor();
  expect(await page.textContent('main')).toContain(sftp.hostKey);
  expect(await page.getByRole('button', { name: 'Kontrollera nu' }).count()).toBe(0);
  await keepScreenshot(page, 'folders-1440-light-sv');
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await keepScreenshot(page, 'folders-360-light-sv');
  await visit.close();
  expect((await anna.get('/')).html).toContain('Documents of Åkerö Verkstad cannot be fetched from sftp://');
  const metrics = await (await fetch(`${console.api.url}/metrics`)).text();
  expect(metrics).toContain('roundtrip_looks_total{source="sftp",outcome="failed"} 3');
  expect(metrics).toContain('roundtrip_fetched_documents_total{source="folder",outcome="taken"} 1');
  expect(metrics).toMatch(/roundtrip_partner_pickup_failures\{partner="Åkerö Verkstad",place="sftp:.*"\} 3/);
  const name = `sftp://${sftp.user}@127.0.0.1:${sftp.port}/från-oss`;
  await anna.post(`/partners/${id}/folders/production/look`, { name });
  expect((await anna.get(`/partners/${id}/folders`)).html).toContain('No connection to sftp://');
});
