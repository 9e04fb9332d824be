import { beforeAll, describe, expect, it } from 'vitest';
import { findDraft } from '../../../../partners/drafts.ts';
import { findAtAddress, findAgreement, saveAgreement } from '../../../../partners/partners.ts';
import type { Mode } from '../../../../partners/partner.entity.ts';
import { addIncoming, listCredentials, matchCredential, outgoingSecret } from '../../../../partners/credentials.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { createPartner, hidden } from './forms.ts';

let console: Console;
let anna: ConsoleClient;
beforeAll(async () => {
  console = await startConsole();
  anna = await console.signIn('administrator');
  return console.api.close;
});

const em = () => console.api.database.em();
const save = (partnerId: string, mode: Mode, settings: object) =>
  saveAgreement(em(), { partnerId, mode, settings, by: 'test' });

describe('versions', () => {
  it('are compared, and an old one is put in force as a new one', async () => {
    const id = await createPartner(anna);
    for (const language of ['en', 'sv']) await save(id, 'test', { answers: { language }, customers: ['K1'] });
    const path = `/partners/${id}/agreements/test`;
    const { html } = await anna.get(`${path}/1`);
    expect(html).toContain('What differs from version 2');
    expect(html).toMatch(/Language of notes.*Swedish.*English/s);
    expect(html).toMatch(/What is not as usual.*Customers.*K1/s);
    await anna.post(`${path}/1/roll-back`, { inForce: hidden(html, 'inForce') });
    expect(await findAgreement(em(), id, 'test')).toMatchObject({
      version: 3,
      settings: { answers: { language: 'en' } },
    });
    await anna.post(`${path}/2/roll-back`, { inForce: '2' });
    expect((await findAgreement(em(), id, 'test')).version).toBe(3);
    expect((await anna.get(path)).html).toContain('Another version came into force meanwhile');
    expect((await anna.get(`${path}/9`)).status).toBe(404);
  });

  it('are saved as a file and read from one, which says first what it changes', async () => {
    const [one, other] = [await createPartner(anna), await createPartner(anna)];
    await save(one, 'test', { price: { tolerancePercent: '3' }, cxml: { credential: 'sender' } });
    const file = await anna.get(`/partners/${one}/agreements/test/1/file`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const path = `/partners/${other}/agreements/production`;
    const shown = await anna.post(`${path}/import`, { text: file.html });
    expect(shown.html).toMatch(/Tolerated deviation, in percent.*>0<.*>3</s);
    expect(await findDraft(em(), other, 'production')).toBeUndefined();
    const fields = { text: hidden(shown.html, 'text').replaceAll('&lt;', '<'), revision: '0', confirmed: '1' };
    expect((await anna.post(`${path}/import`, fields)).location).toBe(`/admin${path}`);
    expect(await findDraft(em(), other, 'production')).toMatchObject({
      settings: { price: { tolerancePercent: '3' } },
    });
    for (const text of ['', '{}', 'no JSON', '{"format":"roundtrip-agreement","formatVersion":2}']) {
      expect((await anna.post(`${path}/import`, { text })).status).toBe(422);
    }
  });

  it('of the test agreement go into the production draft, without secrets', async () => {
    const id = await createPartner(anna);
    const path = `/partners/${id}/agreements/production`;
    expect((await anna.get(`${path}/promote`)).status).toBe(404);
    await save(id, 'test', { mode: 'test', customers: ['K7'] });
    const ring = console.api.deps.keyRing;
    const secret = {
      partnerId: id,
      mode: 'test',
      name: 'orders',
      kind: 'basic',
      user: 'u',
      secret: 's',
      by: 't',
    } as const;
    await addIncoming(em(), ring, secret);
    const { html } = await anna.get(`${path}/promote`);
    expect(html).toContain('“orders” has no secret for production yet');
    await anna.post(`${path}/promote`, { revision: hidden(html, 'revision') });
    const draft = await findDraft(em(), id, 'production');
    expect(draft).toMatchObject({ revision: 1, settings: { customers: ['K7'] } });
    await anna.post(`${path}/activate`, { revision: '1' });
    expect((await findAgreement(em(), id, 'production')).settings).toMatchObject({
      mode: 'production',
      customers: ['K7'],
    });
    expect((await listCredentials(em(), ring, id)).map(({ mode }) => mode)).toEqual(['test']);
  });
});

describe('credentials', () => {
  it('are made and shown once, two of a name at most, and a form sent twice makes one', async () => {
    const id = await createPartner(anna, { production: 'shown-once' });
    const path = `/partners/${id}/credentials`;
    const add = async (newest: string) =>
      anna.post(`${path}/production/add`, { kind: 'basic', name: 'orders', user: 'shown-once', newest });
    const made = await add('');
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const secret = /<code id="secret">([^<]+)</.exec(made.html)![1]!;
    const at = await findAtAddress(em(), 'shown-once');
    const presented = { kind: 'basic', user: 'shown-once', secret } as const;
    expect(matchCredential(console.api.deps.keyRing, at!.credentials, presented)).toBeDefined();
    expect((await add('')).status).toBe(303);
    const { html } = await anna.get(path);
    expect(html).not.toContain(secret);
    const rotated = await add(hidden(html, 'newest'));
    expect(rotated.html).toContain('The older secret “orders” works, too');
    const third = await add(hidden((await anna.get(path)).html, 'newest'));
    expect(third.status).toBe(422);
    expect(third.html).toContain('Revoke the older one first');
  });

  it('are revoked once their name is typed', async () => {
    const id = await createPartner(anna);
    const path = `/partners/${id}/credentials`;
    await anna.post(`${path}/test/add`, { kind: 'bearer', name: 'token', newest: '' });
    const ring = console.api.deps.keyRing;
    const [credential] = await listCredentials(em(), ring, id);
    await anna.post(`${path}/${credential!.id}/revoke`, { typed: 'tokn' });
    expect((await listCredentials(em(), ring, id))[0]!.revokedAt).toBeNull();
    await anna.post(`${path}/${credential!.id}/revoke`, { typed: 'token' });
    expect((await listCredentials(em(), ring, id))[0]!.revokedAt).not.toBeNull();
    expect((await anna.get(path)).html).toContain('revoked');
  });

  it('that we show are set and never shown, and no trail has them', async () => {
    const id = await createPartner(anna);
    const path = `/partners/${id}/credentials`;
    const fields = { kind: 'bearer', name: 'inbox', user: '', secret: 'very-secret-token' };
    expect((await anna.post(`${path}/test/set`, fields)).status).toBe(303);
    expect((await anna.get(path)).html).not.toContain('very-secret-token');
    const of = { partnerId: id, mode: 'test', name: 'inbox' } as const;
    expect(await outgoingSecret(em(), console.api.deps.keyRing, of)).toMatchObject({ secret: 'very-secret-token' });
    const [{ trail } = { trail: '' }] = await em()
      .getConnection()
      .execute<{ trail: string }[]>(`select string_agg(audit_entry::text, ' ') as trail from audit_entry`);
    expect(trail).toContain('credential.set');
    expect(trail).not.toContain('very-secret-token');
    expect((await anna.post(`${path}/test/set`, { ...fields, secret: '' })).status).toBe(422);
  });

  it('are seen by readers and changed by administrators alone', async () => {
    const id = await createPartner(anna);
    const reader = await console.signIn('reader');
    const { html, status } = await reader.get(`/partners/${id}/credentials`);
    expect(status).toBe(200);
    expect(html).not.toMatch(/action="[^"]*credentials/);
    expect((await reader.post(`/partners/${id}/credentials/test/add`, {})).status).toBe(403);
  });
});
