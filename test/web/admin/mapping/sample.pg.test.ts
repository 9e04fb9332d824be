import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../../documents/audit.entity.ts';
import { findDraft, saveDraft } from '../../../../partners/drafts.ts';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import { createPartner } from '../../../../partners/partners.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';

let console: Console;
let admin: ConsoleClient;

beforeAll(async () => {
  console = await startConsole();
  admin = await console.signIn('administrator');
  return console.api.close;
});

const OCI = `POST https://shop.example/punchout | USERNAME=inkop&PASSWORD=hemligt&HOOK_URL=https%3A%2F%2Fsrm.example%2Fback&OCI_VERSION=5.0`;

/** The hidden field with what was read. */
function readingIn(html: string): string {
  const [, value = ''] = /name="reading" value="([^"]*)"/.exec(html) ?? [];
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('a partner from a pasted sample', () => {
  test('is shown what was taken from where, without the secret, and created with a draft', async () => {
    const read = await admin.post('/partners/new/sample', { sample: OCI });
    expect(read.status).toBe(200);
    expect(read.html).toContain('This is an OCI call.');
    expect(read.html).toMatch(/<code>HOOK_URL<\/code>, line 1/);
    expect(read.html).not.toContain('hemligt');
    const form = new URLSearchParams({
      reading: readingIn(read.html),
      name: 'Umeå Inköp',
      code: 'umea-inkop',
      mode: 'test',
    });
    for (let index = 0; index < 20; index++) form.append('take', String(index));
    const created = await admin.post('/partners/new/sample/create', form);
    expect(created.status).toBe(303);
    const id = /partners\/([0-9a-f-]{36})\/agreements\/test$/.exec(created.location ?? '')?.[1];
    const em = console.api.database.em();
    const draft = await findDraft(em, id!, 'test');
    expect(draft?.settings).toMatchObject({ punchOut: { returnHosts: ['srm.example'], oci: { version: '5.0' } } });
    const [entry] = await em.find(AuditEntry, { subjectId: id! });
    expect(entry).toMatchObject({ actor: admin.name, action: 'partner.created', subjectName: 'Umeå Inköp' });
  });

  test('is asked of the shop: whose identities they are, and what its articles know', async () => {
    await seedDemo(console.api.database.em());
    const order = readFileSync('docs/examples/order-4711.xml', 'utf8').replace(/unitCode="\w+"/, 'unitCode="ST"');
    const { html } = await admin.post('/partners/new/sample', { sample: order });
    expect(html).toContain('This is an order: Order, Peppol BIS 28A (SveOrder BIS).');
    expect(html).toMatch(/<strong>K1003<\/strong>/);
    expect(html).toMatch(/<strong>ST → (C62|PCE|H87|EA)<\/strong>/);
    expect(html).toMatch(/id="name" name="name" value="[^"]+"/);
    expect(html).not.toContain('which is not this shop');
  });

  test('keeps what was typed when name and address cannot be used', async () => {
    const read = await admin.post('/partners/new/sample', { sample: OCI });
    const again = await admin.post('/partners/new/sample/create', {
      ...{ reading: readingIn(read.html), name: '', code: 'Åtta <b>', mode: 'production', take: '1' },
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain('The partner needs a name.');
    expect(again.html).toContain('value="Åtta &lt;b&gt;"');
    expect(again.html.match(/name="take"[^>]* checked/g)).toHaveLength(1);
    const other = { reading: readingIn(read.html), name: 'En till', code: 'umea-inkop', mode: 'test' };
    expect((await admin.post('/partners/new/sample/create', other)).html).toContain('taken by another partner');
  });

  test('shows again what cannot be read, and why', async () => {
    const answer = await admin.post('/partners/new/sample', { sample: '<cXML>\n<a>\n</cXML>' });
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/\(line 3\)/);
    expect(answer.html).toContain('&lt;cXML&gt;');
    const invoice = await admin.post('/partners/new/sample', { sample: '<Invoice xmlns="urn:x"/>' });
    expect(invoice.html).toContain('says nothing about an agreement');
  });

  test('is for administrators alone', async () => {
    const operator = await console.signIn('operator');
    expect((await operator.get('/partners/new/sample')).status).toBe(403);
    expect((await operator.post('/partners/new/sample/create', {})).status).toBe(403);
  });
});

describe('a sample of a partner that is there', () => {
  test('adds what was chosen to the draft, and keeps the rest', async () => {
    const em = console.api.database.em();
    const partnerId = await createPartner(em, { name: 'Region', addresses: {} });
    const settings = { customers: ['K1'], punchOut: { returnHosts: ['old.example'], currency: 'NOK' } };
    await saveDraft(em, { partnerId, mode: 'production', settings, basedOn: 0, revision: 0, by: 'Bo' });
    const path = `/partners/${partnerId}/agreements/production/sample`;
    expect((await admin.get(path)).html).toContain('From a sample – Region');
    const read = await admin.post(path, { sample: OCI });
    const reading = readingIn(read.html);
    const hosts = (JSON.parse(reading) as { taken: { setting: string }[] }).taken.findIndex(
      ({ setting }) => setting === 'punchOut.returnHosts',
    );
    await admin.post(`${path}/take`, { reading, take: String(hosts) });
    const draft = await findDraft(console.api.database.em(), partnerId, 'production');
    expect(draft?.settings).toEqual({
      customers: ['K1'],
      punchOut: { returnHosts: ['old.example', 'srm.example'], currency: 'NOK' },
    });
    expect(draft?.changedBy).toBe(admin.name);
  });
});
