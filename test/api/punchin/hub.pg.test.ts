import { beforeAll, describe, expect, it } from 'vitest';
import { updatePartner } from '../../../partners/partners.ts';
import { noticed, startIntake, type ErrorAnswer, type TestIntake } from './intake.ts';
import { enveloped, order } from './order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

describe('the sender', () => {
  it('must be one of the agreement, as buyer or in the envelope', async () => {
    const partner = await intake.partner({ settings: { senders: [{ scheme: 'SE:ORGNR', id: '556000-2222' }] } });
    const wrong = await intake.post<ErrorAnswer>(partner, order({ buyer: '5560009999' }));
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'SenderMismatch']);
    expect(wrong.body.error.details?.[0]?.found).toBe('SE:ORGNR:5560009999');
    expect((await intake.state(partner, wrong.body.error.id!)).body).toMatchObject({ state: 'refused' });
    expect(await intake.refusal(wrong.body.error.reference)).toMatchObject({ failed_check: 'sender' });
    expect((await intake.post(partner, order({ buyer: '5560002222' }))).status).toBe(202);
    expect((await intake.post(partner, enveloped('0007:5560002222', 'e', { buyer: '5560009999' }))).status).toBe(202);
  });
});

const senders = (id: string) => ({ senders: [{ scheme: '0007', id }] });

describe('a hub', () => {
  it('is authenticated itself; the partner is the one whose agreement names the sender', async () => {
    const hub = await intake.partner({ kind: 'hub' });
    const first = await intake.partner({ hubId: hub.id, settings: senders('5560003333') });
    await intake.partner({ hubId: hub.id, settings: senders('5560004444') });
    await intake.partner({ hubId: hub.id, settings: senders('5560004444') });

    const good = await intake.post(hub, enveloped('0007:5560003333', 'h1'));
    expect(good.status).toBe(202);
    expect(good.body.links.self).toBe(`https://orders.example.com${hub.path}/documents/${good.body.id}`);
    expect(
      await intake.rows('select partner_id, hub_id, partner_code from inbound_document where id = ?', good.body.id),
    ).toEqual([{ partner_id: first.id, hub_id: hub.id, partner_code: first.code }]);
    expect((await intake.state(hub, good.body.id)).body).toMatchObject({ state: 'received' });
    expect((await intake.state(first, good.body.id)).body).toMatchObject({ state: 'received' });

    for (const [sender, words] of [
      ['5560004444', /2 partners of this hub/],
      ['5560005555', /No partner of this hub/],
    ] as const) {
      const { status, body } = await intake.post<ErrorAnswer>(
        hub,
        enveloped(`0007:${sender}`, 'h2', { buyer: sender }),
      );
      expect([status, body.error.code]).toEqual([403, 'SenderMismatch']);
      expect(body.error.message).toMatch(words);
      expect((await intake.state(hub, body.error.id!)).body).toMatchObject({
        state: 'refused',
        error: { type: 'SenderMismatch' },
      });
    }
    await updatePartner(intake.api.database.em(), first.id, { enabled: false });
    await noticed();
    const off = await intake.post<ErrorAnswer>(hub, enveloped('0007:5560003333', 'h3'));
    expect([off.status, off.body.error.code]).toEqual([403, 'PartnerDisabled']);
    // It is told on the page of the partner that it is of, and not of the hub.
    expect(await intake.refusal(off.body.error.reference)).toMatchObject({ partner_id: first.id });
    expect((await intake.post<ErrorAnswer>({ ...hub, authorization: first.authorization }, order())).status).toBe(401);
  });
});
