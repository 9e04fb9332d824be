import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_KEPT, purgeQuarantine } from '../../../documents/quarantine.ts';
import { addIncoming, cxmlUser } from '../../../partners/credentials.ts';
import { saveAgreement } from '../../../partners/partners.ts';
import { cxmlOrder } from '../punchin/cxmlOrder.ts';
import { noticed, startIntake, type ErrorAnswer, type TestIntake, type TestPartner } from '../punchin/intake.ts';
import { enveloped, order } from '../punchin/order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly told: string;
  readonly document: { readonly state: string; readonly error: { readonly type: string } };
  readonly sender: readonly { readonly id: string }[];
  readonly handledDocumentId?: string;
}
interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly documentId?: string;
  readonly state?: string;
  readonly error?: { readonly type: string };
}

const list = async ({ id }: TestPartner): Promise<readonly Shown[]> =>
  (await intake.api.call<{ items: Shown[] }>('GET', `/quarantine?partner=${id}`)).body.items;
const runAgain = async (id: string) => intake.api.call<Result>('POST', `/quarantine/${id}/run-again`);
const inbound = (partnerId: string) =>
  intake.rows<{ id: string; state: string; number: string }>(
    'select id, state, number from inbound_document where partner_id = ? order by id',
    partnerId,
  );
const senders = (id: string) => ({ senders: [{ scheme: '0007', id }] });

function agree({ id }: TestPartner, settings: object): Promise<unknown> {
  return saveAgreement(intake.api.database.em(), { partnerId: id, mode: 'production', settings, by: 'test' });
}

describe('a document from somebody whom no partner of the hub names', () => {
  it('is refused, kept whole, and becomes an ordinary document once the set-up is mended', async () => {
    const hub = await intake.partner({ kind: 'hub' });
    const partner = await intake.partner({ hubId: hub.id, settings: senders('5560000001') });
    const sent = enveloped('0007:5560000002', 'q-1', { number: 'Ö-1', buyer: '5560000002' });
    const refused = await intake.post<ErrorAnswer>(hub, sent);
    expect(refused.status).toBe(403);
    const [kept] = await list(hub);
    expect(kept).toMatchObject({ id: refused.body.error.id, state: 'kept', told: 'refusal' });
    expect(kept!.document).toMatchObject({ state: 'refused', number: 'Ö-1', error: { type: 'SenderMismatch' } });
    expect(kept!.sender.map(({ id }) => id)).toContain('5560000002');
    const bytes = await intake.api.call<string>('GET', `/quarantine/${kept!.id}/bytes`);
    expect(bytes.body).toBe(sent);
    expect((await runAgain(kept!.id)).body).toMatchObject({ outcome: 'kept', error: { type: 'SenderMismatch' } });

    await agree(partner, senders('5560000002'));
    const all = await Promise.all([runAgain(kept!.id), runAgain(kept!.id)]);
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { body } = all.find(({ status }) => status === 200)!;
    expect(body).toMatchObject({ outcome: 'handled', state: 'received' });
    expect(await inbound(partner.id)).toEqual([{ id: body.documentId, state: 'received', number: 'Ö-1' }]);
    expect(await intake.api.call('GET', `/quarantine/${kept!.id}`)).toMatchObject({
      body: { state: 'handled', handledDocumentId: body.documentId },
    });
    expect((await intake.state(hub, kept!.id)).body).toMatchObject({ id: body.documentId, state: 'received' });
    const stored = await intake.api.call<string>('GET', `/documents/in/${body.documentId}/bytes`);
    expect(stored.body).toBe(sent);
  });

  it('is a duplicate when equal bytes came meanwhile', async () => {
    const hub = await intake.partner({ kind: 'hub' });
    const partner = await intake.partner({ hubId: hub.id, settings: senders('5560000011') });
    const sent = enveloped('0007:5560000012', 'q-2', { buyer: '5560000012' });
    await intake.post(hub, sent);
    await agree(partner, senders('5560000012'));
    await noticed();
    const meanwhile = await intake.post(hub, sent);
    expect(meanwhile.status).toBe(202);
    const [kept] = await list(hub);
    expect((await runAgain(kept!.id)).body).toMatchObject({ outcome: 'handled', state: 'duplicate' });
    expect((await inbound(partner.id)).map(({ state }) => state)).toEqual(['received', 'duplicate']);
  });

  it('is kept once, however often it is sent, and gets a receipt where the hub says so', async () => {
    const hub = await intake.partner({ kind: 'hub', settings: { intake: { quarantine: 'receipt' } } });
    const sent = enveloped('0007:5560000022', 'q-3', { buyer: '5560000022' });
    const first = await intake.post(hub, sent);
    expect([first.status, first.body.state]).toEqual([202, 'received']);
    expect((await intake.state(hub, first.body.id)).body).toMatchObject({ state: 'received', error: null });
    await intake.post(hub, sent);
    const kept = await list(hub);
    expect(kept).toMatchObject([{ id: first.body.id, told: 'receipt' }]);
    const discarded = await intake.api.call('POST', `/quarantine/${kept[0]!.id}/discard`, {
      body: { reason: 'Ett prov av accesspunkten' },
    });
    expect(discarded.body).toMatchObject({ state: 'discarded', discardReason: 'Ett prov av accesspunkten' });
    expect((await intake.state(hub, first.body.id)).body).toMatchObject({ state: 'refused' });
    expect((await runAgain(kept[0]!.id)).status).toBe(409);
  });
});

describe('a document that is not agreed', () => {
  it('of several the ones that can be taken are, and each has its result', async () => {
    const partner = await intake.partner({ settings: { formats: ['peppol-3-order'] } });
    const known = await intake.post<ErrorAnswer>(partner, order({ number: 'K-1' }));
    expect(known.body.error.code).toBe('DocumentUnsupported');
    await intake.post(partner, order({ number: 'K-2', customization: 'urn:okänd:profil' }));
    expect(await list(partner)).toHaveLength(2);
    await agree(partner, {});
    const { body } = await intake.api.call<{ results: Result[] }>('POST', '/quarantine/run-again', {
      body: { partner: partner.id },
    });
    expect(body.results).toMatchObject([
      { outcome: 'handled', state: 'received' },
      { outcome: 'kept', error: { type: 'DocumentUnsupported' } },
    ]);
    expect((await list(partner)).map(({ state }) => state)).toEqual(['kept', 'handled']);
  });

  it('in cXML is kept without its secret, and is taken when the format is opened', async () => {
    const names = [{ domain: 'DUNS', identity: '123456789' }];
    const partner = await intake.partner();
    const sent = cxmlOrder({
      from: names[0]!,
      to: { domain: 'DUNS', identity: '2' },
      secret: 'hemligt',
      number: 'C-7',
    });
    expect((await intake.post<ErrorAnswer>(partner, sent)).status).toBe(415);
    const [kept] = await list(partner);
    const bytes = await intake.api.call<string>('GET', `/quarantine/${kept!.id}/bytes`);
    expect(bytes.body).toContain('<SharedSecret>*******</SharedSecret>');
    await agree(partner, { formats: ['cxml-order-request'], cxml: { from: names, to: [] } });
    expect((await runAgain(kept!.id)).body).toMatchObject({ outcome: 'handled', state: 'received' });
    expect((await inbound(partner.id)).at(-1)).toMatchObject({ number: 'C-7', state: 'received' });
  });

  it('from an unknown buyer of a cXML hub is kept too', async () => {
    const [hubName, buyer] = [
      { domain: 'NetworkID', identity: 'AN-HUB' },
      { domain: 'NetworkID', identity: 'AN-NY' },
    ];
    const settings = { formats: ['cxml-order-request'], cxml: { from: [hubName], to: [] } };
    const hub = await intake.partner({ kind: 'hub', settings });
    const partner = await intake.partner({ hubId: hub.id, settings });
    const given = { partnerId: hub.id, mode: 'production', name: 'cXML', kind: 'cxml', by: 'test' } as const;
    await addIncoming(intake.api.database.em(), intake.api.deps.keyRing, {
      ...given,
      user: cxmlUser(hubName),
      secret: 'hemligt',
    });
    const sent = cxmlOrder({ from: buyer, to: hubName, sender: hubName, secret: 'hemligt', number: 'C-8' });
    const response = await fetch(intake.api.url + hub.path, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: sent,
    });
    expect(await response.text()).toContain('code="401"');
    const [kept] = await list(hub);
    expect(kept!.document).toMatchObject({ number: 'C-8', error: { type: 'SenderMismatch' } });
    await agree(partner, { ...settings, cxml: { from: [buyer], to: [] } });
    expect((await runAgain(kept!.id)).body).toMatchObject({ outcome: 'handled' });
    expect(await inbound(partner.id)).toMatchObject([{ number: 'C-8', state: 'received' }]);
  });

  it('beyond the room of its partner leaves its head alone; after 90 days it is forgotten', async () => {
    const partner = await intake.partner({ settings: { formats: ['peppol-3-order'] } });
    await intake.post(partner, order({ number: 'R-1' }));
    await intake.rows(`update quarantined_document set size = ? where owner_id = ?`, MOST_KEPT.bytes, partner.id);
    await intake.post(partner, order({ number: 'R-2' }));
    expect(await list(partner)).toHaveLength(1);
    const [first, second] = await intake.rows<{ id: string; complete: boolean }>(
      'select id, complete from inbound_document where partner_id = ? order by id',
      partner.id,
    );
    expect([first!.complete, second!.complete]).toEqual([true, false]);
    expect(await purgeQuarantine(intake.api.database.em(), new Date(0))).toBe(0);
    await intake.rows('update quarantined_document set kept_at = ? where owner_id = ?', new Date(0), partner.id);
    expect(await purgeQuarantine(intake.api.database.em(), new Date(1))).toBe(1);
    expect(await list(partner)).toEqual([]);
    expect(await intake.rows('select 1 from document_chunk where document_id = ?', first!.id)).toEqual([]);
  });
});

it('a stranger, and what cannot be read, are not kept here', async () => {
  const partner = await intake.partner();
  await intake.post({ ...partner, authorization: 'Bearer nej' }, order());
  await intake.post(partner, order().slice(0, -10));
  expect(await list(partner)).toEqual([]);
});
