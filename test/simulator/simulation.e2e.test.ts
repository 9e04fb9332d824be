import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { keptSecret } from '../../cli/settings.ts';
import type { CheckResult } from '../../conformance/checks/check.ts';
import { findAtAddress } from '../../partners/partners.ts';
import { buyerOf, type Buyer } from '../../simulator/buyer.ts';
import { listCarts } from '../../simulator/carts.ts';
import { callForm, type PunchOutStart } from '../../simulator/punchOut.ts';
import { readCart } from '../../simulator/readCart.ts';
import { handOver, sendForm } from '../../simulator/shopper.ts';
import { createSimulation, findSimulation } from '../../simulator/simulations.ts';
import { beginPunchOut } from '../../simulator/steps.ts';
import { fillCart, pressContinue } from '../e2e/punchOut.ts';
import { startBrowser } from '../kit/browser.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';

let system: TestSystem;
let buyer: Buyer;
const start: Omit<PunchOutStart, 'way'> = { method: 'post', operation: 'create', target: '_self', shownIn: 'frame' };

beforeAll(async () => {
  system = await startSystem({ DELIVERY_FIRST_RETRY: '200ms' });
  const em = system.database.em();
  const { id: partnerId } = (await findAtAddress(em, 'lindstroms-test'))!;
  const given = { partnerId, hours: 1, by: 'Åsa', address: system.apiUrl };
  const { id } = await createSimulation(em, system.keyRing, given, new Date());
  buyer = buyerOf(await findSimulation(em, id, new Date()), system.keyRing);
  return system.close;
}, 60_000);

test('BACKGROUND_SEARCH is answered at once, into the simulator', async () => {
  const em = system.database.em();
  const begun = { ...start, way: 'oci' as const, function: 'BACKGROUND_SEARCH' as const, about: 'penna' };
  const step = await beginPunchOut(em, buyer, begun, {}, new Date());
  const answer = await sendForm(callForm(buyer, step, begun));
  expect((await handOver(answer.text))?.answer.status).toBe(303);
  const [cart] = await listCarts(em, buyer.simulationId, 1);
  expect(readCart('oci', cart!.fields, buyer.settings.punchOut!).lines.length).toBeGreaterThan(1);
});

test('a buyer shops in the frame of the page, without cookies, and the cart comes back to the page', async () => {
  const em = system.database.em();
  const { id: partnerId } = (await findAtAddress(em, 'lindstroms-test'))!;
  const given = { partnerId, hours: 1, by: 'Åsa', address: system.apiUrl };
  const { token } = await createSimulation(em, system.keyRing, given, new Date());
  const browser = await startBrowser();
  const { page, complaints } = await browser.visit({ language: 'sv' });
  await sleep(2_100);
  for (const shownIn of ['frame', 'sandbox']) {
    await page.goto(`${system.apiUrl}/simulator/${token}`);
    await page.locator('#oci-shown').selectOption(shownIn);
    await page.locator('.card', { hasText: 'OCI' }).locator('button').first().click();
    const shop = page.frameLocator('iframe');
    await fillCart(shop, 'KS-08', '20');
    await pressContinue(shop);
    await page.locator('#came a').waitFor();
  }
  await page.locator('#came a').click();
  await page.locator('text=KS-08').first().waitFor();
  expect(complaints).toEqual([]);
  await browser.close();
}, 60_000);

test('a run of all checks finds nothing wrong with the demo partner, and says so in a file', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'conformance-')), 'report.html');
  const env = {
    ...process.env,
    DATABASE_URL: system.database.url,
    ROUNDTRIP_SECRET_KEYS: keptSecret(dirname(system.received), 'secret-keys'),
    PUBLIC_URL: system.apiUrl,
  };
  const given = ['bin/roundtrip.js', 'conformance', '--partner', 'lindstroms-test', '--out', out, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, given, { env }).catch(
    (error: { stdout: string }) => error,
  );
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CheckResult);
  expect(results.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  const passed = results.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id);
  expect(passed).toEqual(
    expect.arrayContaining([
      ...['login.oci', 'wrongSecret.oci', 'cart.cxml', 'cancel.peppol-3-cart', 'empty.oci', 'expiry.cxml'],
      ...['order.sveorder-2-order', 'duplicate.peppol-3-order', 'price.cxml-order-request'],
      ...['change.cxml-order-request', 'answer.peppol-28a-order', 'outage.cxml-order-request'],
    ]),
  );
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('All is well');
  expect(html).not.toContain('href=');
  const { rows } = await sql<{ state: string }>`select distinct state from inbound_document`.execute(
    system.database.em().getKysely(),
  );
  const states = rows.map(({ state }) => state);
  expect(states).toContain('tested');
  expect(states).not.toContain('placed');
  expect(html).not.toMatch(/<SharedSecret>(?!\*)/);
}, 60_000);
