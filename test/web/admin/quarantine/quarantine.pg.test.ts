import { beforeAll, describe, expect, test } from 'vitest';
import { saveAgreement } from '../../../../partners/partners.ts';
import { startIntake, type ErrorAnswer, type TestIntake, type TestPartner } from '../../../api/punchin/intake.ts';
import { enveloped } from '../../../api/punchin/order.ts';
import { startConsole, type ConsoleClient } from '../../../kit/console.ts';

let intake: TestIntake;
let reader: ConsoleClient;
let operator: ConsoleClient;
let hub: TestPartner;
let partner: TestPartner;
let serial = 0;

beforeAll(async () => {
  intake = await startIntake();
  const console_ = await startConsole(intake.api);
  [reader, operator] = [await console_.signIn('reader'), await console_.signIn('operator')];
  hub = await intake.partner({ kind: 'hub' });
  partner = await intake.partner({ hubId: hub.id, settings: senders('5560000001') });
  return intake.close;
});

const senders = (id: string) => ({ senders: [{ scheme: '0007', id }] });

/** A document whose sender no agreement names. @returns its id */
async function unknown(number: string): Promise<string> {
  serial += 1;
  const sent = enveloped('0007:5560000002', `console-${serial}`, { number, buyer: '5560000002' });
  const { body } = await intake.post<ErrorAnswer>(hub, sent);
  return body.error.id!;
}

describe('the quarantine', () => {
  test('says why it is empty', async () => {
    const { html } = await operator.get('/quarantine');
    expect(html).toContain('Nothing is in quarantine.');
    expect(html).not.toContain('run-again');
  });

  test('lists what waits with the reason, and says what can be done', async () => {
    const id = await unknown('Ö-1');
    const list = await reader.get('/quarantine?state=kept');
    expect(list.html).toContain('Ö-1');
    expect(list.html).toContain('Its sender is in no agreement, or in several.');
    expect((await reader.get('/quarantine?state=handled')).html).not.toContain('Ö-1');
    const { html } = await reader.get(`/quarantine/${id}`);
    expect(html).toContain('0007:5560000002');
    expect(html).toContain('add the sender to the agreement');
    expect(html).toContain('&lt;');
    expect(html).not.toContain('/discard"');
    expect((await reader.post(`/quarantine/${id}/run-again`)).status).toBe(403);
  });

  test('keeps what still cannot be taken, and lets it go once the agreement is mended', async () => {
    const id = await unknown('Ö-2');
    expect((await operator.post(`/quarantine/${id}/run-again`)).location).toBe(`/admin/quarantine/${id}`);
    expect((await operator.get(`/quarantine/${id}`)).html).toContain(
      'It still cannot be taken in: No partner of this hub',
    );
    const settings = { senders: [...senders('5560000001').senders, ...senders('5560000002').senders] };
    const em = intake.api.database.em();
    await saveAgreement(em, { partnerId: partner.id, mode: 'production', settings, by: 'test' });
    const results = await operator.post('/quarantine/run-again');
    expect(results.html).toContain('What became of each');
    expect(results.html.match(/Run again/g)!.length).toBeGreaterThanOrEqual(2);
    const gone = await operator.get(`/quarantine/${id}`);
    expect(gone.html).toContain('an ordinary document');
    expect((await operator.post(`/quarantine/${id}/run-again`)).location).toBe(`/admin/quarantine/${id}`);
    expect((await operator.get(`/quarantine/${id}`)).html).toContain('was run again already');
    await saveAgreement(em, { partnerId: partner.id, mode: 'production', settings: senders('5560000001'), by: 'test' });
  });

  test('lets a person say for which partner of the hub a document is', async () => {
    const id = await unknown('Ö-3');
    const { html } = await operator.get(`/quarantine/${id}`);
    expect(html).toContain(`value="${partner.id}"`);
    const other = await intake.partner({});
    await operator.post(`/quarantine/${id}/run-again`, { partner: other.id });
    expect((await operator.get(`/quarantine/${id}`)).html).toContain(
      'did not come through a hub that serves this partner',
    );
    const done = await operator.post(`/quarantine/${id}/run-again`, { partner: partner.id });
    expect(done.location).toMatch(/^\/admin\/documents\/in\//);
    const rows = await intake.rows<{ number: string }>(
      'select number from inbound_document where partner_id = ? and number = ?',
      partner.id,
      'Ö-3',
    );
    expect(rows).toEqual([{ number: 'Ö-3' }]);
  });

  test('lets a person put a document aside with a reason, and take that back', async () => {
    const id = await unknown('Ö-4');
    const wrong = await operator.post(`/quarantine/${id}/discard`, { reason: ' ' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Say why: others will wonder.');
    await operator.post(`/quarantine/${id}/discard`, { reason: '<b>Skräp</b>' });
    const { html } = await operator.get(`/quarantine/${id}`);
    expect(html).toContain('Put aside');
    expect(html).toContain('&lt;b&gt;Skräp');
    expect(html).toContain(`/quarantine/${id}/restore`);
    await operator.post(`/quarantine/${id}/restore`);
    const back = await operator.get(`/quarantine/${id}`);
    expect(back.html).toContain('The document waits again.');
    expect(back.html).toContain('took that back');
    await operator.post(`/quarantine/${id}/restore`);
    expect((await operator.get(`/quarantine/${id}`)).html).toContain('The document is not put aside.');
    const changes = await intake.rows<{ action: string }>(
      'select action from audit_entry where subject_id = ? order by id',
      id,
    );
    expect(changes.map(({ action }) => action)).toEqual(['quarantine.discarded', 'quarantine.restored']);
  });
});
