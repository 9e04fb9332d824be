import { beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../documents/audit.entity.ts';
import { endpoints } from '../../api/v1/endpoints.ts';
import { kindKeys, verbKeys } from '../../web/admin/audit/actions.ts';
import { seedDemo } from '../../shop/demo/seed.ts';
import { startTestApi, type TestApi } from '../kit/api.ts';

/** Their changes stand in decisions, messages, timelines and quarantine, or are recorded by what they call. */
const elsewhere = [
  'postCatalogueExport',
  'postCatalogueDecision',
  ...['postDecision', 'postBuyerAgreement', 'postConfirmation', 'postDelivery', 'postOrderStatus'],
  ...['postRetry', 'postRetryAll', 'postCancel', 'postCancelSession', 'postSendAgain', 'postTestNotice'],
  ...['postRunAgain', 'postRunAllAgain', 'postDiscard', 'postImport', 'postApiKey', 'deleteApiKey'],
];

let api: TestApi;
let partnerId = '';

beforeAll(async () => {
  api = await startTestApi();
  await seedDemo(api.database.em());
  const made = await api.call<{ id: string }>('POST', '/partners', {
    body: { name: 'Åkers Bruk', addresses: { production: 'akers' } },
  });
  partnerId = made.body.id;
  return api.close;
});

/** The last entry of the trail. */
async function last(): Promise<AuditEntry> {
  const [entry] = await api.database.em().find(AuditEntry, {}, { orderBy: { id: 'desc' }, limit: 1 });
  return entry!;
}

const count = (): Promise<number> => api.database.em().count(AuditEntry);

describe('a change over REST', () => {
  test('is recorded by every address that makes one', () => {
    const writing = endpoints.filter(({ method }) => method !== 'get');
    const silent = writing.filter(({ audit }) => audit === undefined).map(({ id }) => id);
    expect(silent.filter((id) => !elsewhere.includes(id))).toEqual([]);
    expect(elsewhere.filter((id) => !silent.includes(id))).toEqual([]);
  });

  test('is told with what differs, by the name of the API key', async () => {
    expect(await last()).toMatchObject({ action: 'partner.created', subjectName: 'Åkers Bruk', actor: 'Test' });
    await api.call('PATCH', `/partners/${partnerId}`, { body: { paused: true } });
    expect(await last()).toMatchObject({
      action: 'partner.changed',
      subjectId: partnerId,
      before: { paused: false },
      after: { paused: true },
    });
  });

  test('leaves no entry where nothing changed, or where it was refused', async () => {
    const before = await count();
    await api.call('PATCH', `/partners/${partnerId}`, { body: { paused: true } });
    await api.call('PATCH', `/partners/${partnerId}`, { body: { hubId: partnerId } });
    await api.call('DELETE', '/products/NONE');
    expect(await count()).toBe(before);
  });

  test('of the shop says whether the thing was added, changed or removed', async () => {
    const body = { name: { sv: 'Skruv' }, unit: 'C62' };
    await api.call('PUT', '/products/A1', { body });
    expect(await last()).toMatchObject({ action: 'product.added', subjectId: 'A1', before: null });
    await api.call('PUT', '/products/A1', { body: { ...body, name: { sv: 'Mutter' } } });
    expect(await last()).toMatchObject({
      action: 'product.changed',
      before: { name: { sv: 'Skruv' } },
      after: { name: { sv: 'Mutter' } },
    });
    await api.call('PUT', '/price-lists/BAS', { body: { currency: 'SEK' } });
    await api.call('DELETE', '/price-lists/BAS');
    expect(await last()).toMatchObject({ action: 'priceList.removed', subjectId: 'BAS', after: null });
  });

  test('of an agreement or a credential tells no secret', async () => {
    await api.call('POST', `/partners/${partnerId}/agreements/production`, { body: { settings: {} } });
    expect(await last()).toMatchObject({ action: 'agreement.activated', subjectId: partnerId });
    const credential = { direction: 'in', mode: 'production', name: 'main', kind: 'basic', user: 'akers' };
    const made = await api.call<{ id: string; secret: string }>('POST', `/partners/${partnerId}/credentials`, {
      body: credential,
    });
    const added = await last();
    expect(added).toMatchObject({ action: 'credential.added', after: { name: 'main', user: 'akers' } });
    expect(JSON.stringify(added)).not.toContain(made.body.secret);
    await api.call('DELETE', `/partners/${partnerId}/credentials/${made.body.id}`);
    expect(await last()).toMatchObject({ action: 'credential.revoked', before: { name: 'main' }, after: null });
  });

  test('of a subscription is told with its settings', async () => {
    const body = { recipient: 'administrator', address: 'asa@example.com', language: 'sv', events: ['order.held'] };
    const { body: made } = await api.call<{ id: string }>('POST', '/subscriptions', { body });
    expect(await last()).toMatchObject({ action: 'subscription.created', subjectId: made.id });
    await api.call('DELETE', `/subscriptions/${made.id}`);
    expect(await last()).toMatchObject({ action: 'subscription.removed', subjectName: 'asa@example.com' });
  });

  test('has words in the console', async () => {
    const entries = await api.database.em().find(AuditEntry, {});
    for (const { action } of entries) {
      const [kind = '', verb = ''] = action.split('.');
      expect([kind in kindKeys, verb in verbKeys], action).toEqual([true, true]);
    }
  });
});
