import { beforeAll, expect, it } from 'vitest';
import { receipt } from '../../api/accessPointContract.ts';
import { noticed, startIntake, type ErrorAnswer, type TestIntake } from './punchin/intake.ts';
import { enveloped } from './punchin/order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

it('an access point gives documents of several partners, gets the receipts of its contract, and repeats without harm', async () => {
  const hub = await intake.partner({ kind: 'hub' });
  const partners = [];
  for (const id of ['5560007777', '5560008888']) {
    const settings = { senders: [{ scheme: '0007', id }] };
    partners.push(await intake.partner({ hubId: hub.id, settings }));
  }
  await noticed();
  const [first, second] = ['5560007777', '5560008888'].map((id) => enveloped(`0007:${id}`, `ap-${id}`, { buyer: id }));
  const given = await intake.post(hub, first!);
  expect(given.status).toBe(202);
  expect(receipt.parse(given.body)).toMatchObject({ state: 'received' });
  const again = await intake.post(hub, first!);
  expect(again.body).toMatchObject({ id: given.body.id, reference: given.body.reference });
  const other = await intake.post(hub, second!);
  expect(await intake.rows('select partner_id from inbound_document where id = ?', other.body.id)).toEqual([
    { partner_id: partners[1]!.id },
  ]);
  const unknown = await intake.post<ErrorAnswer>(hub, enveloped('0007:5560006666', 'ap-3', { buyer: '5560006666' }));
  expect([unknown.status, unknown.body.error.code]).toEqual([403, 'SenderMismatch']);
});
