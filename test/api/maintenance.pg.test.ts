import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { beginMaintenance, endMaintenance } from '../../platform/maintenance.ts';
import { startIntake, type ErrorAnswer, type TestIntake } from './punchin/intake.ts';
import { order } from './punchin/order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

const noticed = () => sleep(2_100);

test('while Roundtrip is maintained every door says until when, in its protocol, and nothing is stored', async () => {
  const partner = await intake.partner();
  const em = intake.api.database.em();
  const until = new Date(Date.now() + 1_800_000);
  await beginMaintenance(em, { until, reason: 'Ny version', by: 'Åsa' });
  await noticed();

  const refused = await intake.post<ErrorAnswer>(partner, order());
  expect([refused.status, refused.body.error.code]).toEqual([503, 'Maintenance']);
  expect(refused.body.error.message).toContain('(Ny version)');
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(1_700);
  expect(wait).toBeLessThanOrEqual(1_800);

  const rest = await intake.api.call<ErrorAnswer>('GET', '/orders');
  expect([rest.status, rest.body.error.code]).toEqual([503, 'Maintenance']);

  const { url } = intake.api;
  const asCxml = { method: 'POST', headers: { 'content-type': 'text/xml' } };
  const body = `<?xml version="1.0"?>\n<cXML payloadID="1" timestamp="2026-11-26T10:00:00Z"><Header/>${' '.repeat(100_000)}</cXML>`;
  const order560 = await fetch(`${url}${partner.path}`, { ...asCxml, body });
  expect([order560.status, Number(order560.headers.get('retry-after')) > 1_700]).toEqual([200, true]);
  expect(await order560.text()).toContain('<Status code="560"');
  const buyer = await fetch(`${url}/punchout/${partner.code}`, {
    method: 'POST',
    body: new URLSearchParams({ HOOK_URL: 'https://x' }),
  });
  expect([buyer.status, buyer.headers.get('retry-after') !== null]).toEqual([503, true]);
  expect(await buyer.text()).toMatch(/being maintained|Underhåll pågår/);
  const cxml = await fetch(`${url}/punchout/${partner.code}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: '<cXML payloadID="1" timestamp="2026-11-26T10:00:00Z"><Header/></cXML>',
  });
  expect(await cxml.text()).toContain('code="560"');
  const page = await fetch(`${url}/shop/${'a'.repeat(43)}/cart`);
  expect(page.status).toBe(503);

  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await intake.rows('select 1 from inbound_document where partner_id = ?', partner.id)).toEqual([]);

  await endMaintenance(em);
  await noticed();
  expect((await intake.post(partner, order())).status).toBe(202);
});
