import { beforeAll, describe, expect, test } from 'vitest';
import { articleNumber, BUYER, DELIVERY_PLACE, priceInCents, SELLER } from '../../bench/articles.ts';
import { orderXml } from '../../bench/orders.ts';
import { readChunks } from '../../documents/chunks.ts';
import { messagesOf } from '../../documents/orderMessages.ts';
import type { MessageKind, MessageState, OrderMessage } from '../../documents/orderMessage.entity.ts';
import { answersTo } from '../../documents/outbound.ts';
import type { OutboundDocument } from '../../documents/outbound.entity.ts';
import { confirmOrder, deliverOrder, moveOrder } from '../../documents/tellBuyer.ts';
import { writeProfileResponse } from '../../formats/cxml/profileResponse.write.ts';
import { writeResponse } from '../../formats/cxml/response.write.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { tellDueMessages } from '../../platform/tellOrderMessages.ts';
import { confirmationSchema, type Confirmation } from '../../shop/confirmation.ts';
import { deliverySchema } from '../../shop/delivery.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { cxmlOrder } from '../api/punchin/cxmlOrder.ts';
import { ARTICLES, Receiver, TestEngine, until, type TestPartner } from './engine.ts';

let house: TestEngine;
/** Where ship notices go. */
let despatches: Receiver;
beforeAll(async () => {
  house = await TestEngine.start({ SWEEP_INTERVAL: '200ms' });
  despatches = new Receiver();
  await despatches.listen();
  return async () => {
    despatches.close();
    await house.close();
  };
});

type Settings = Parameters<TestEngine['partner']>[0];
const CLEAN = { acceptance: 'whenClean', changesAllowed: true, language: 'sv' } as const;
let serial = 0;

/** A confirmed order of three lines. @returns its id */
async function confirmed(format: 'peppol-28a-order' | 'peppol-3-order', settings: Settings = {}): Promise<string> {
  const partner = await house.partner({ formats: [format], answers: CLEAN, ...settings });
  const number = `B-${(serial += 1)}`;
  const id = await house.receive(partner, orderXml({ number, lines: 3, articles: ARTICLES, format }), {
    number,
    format,
  });
  return accepted(partner, id);
}

async function accepted(partner: TestPartner, id: string): Promise<string> {
  expect(await house.result(partner, id)).toMatchObject({ outcome: 'placed' });
  await house.decide(id, { kind: 'accept', lines: [] });
  await until(async () => ((await findOrder(house.database.em(), { id }))?.status === 'Confirmed' ? true : undefined));
  return id;
}

const teller = (orderId: string) => ({ orderId, actor: 'operator: Åsa', now: new Date() });
const ended: readonly MessageState[] = ['written', 'kept'];

async function tell(orderId: string): Promise<void> {
  await tellDueMessages(house.database.em(), house.engine, orderId);
}

/** The latest message of a kind, when its workflow is done with it, and its document. */
async function latest(
  id: string,
  kind: MessageKind,
): Promise<{ message: OrderMessage; document?: OutboundDocument; text: string }> {
  const message = await until(async () => {
    const last = (await messagesOf(house.database.em(), id, kind)).at(-1);
    return last && ended.includes(last.state) ? last : undefined;
  });
  if (!message.outboundDocumentId) return { message, text: '' };
  const document = await house.answerIs(message.outboundDocumentId, 'delivered');
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), document.id)) chunks.push(chunk);
  return { message, document, text: Buffer.concat(chunks).toString() };
}

function judged(text: string) {
  const validator = new DocumentValidator();
  validator.write(Buffer.from(text));
  const { format, findings } = validator.finish();
  return { format, fatal: findings.filter(({ severity }) => severity === 'fatal').map(({ id }) => id) };
}

const confirm = async (id: string, lines: Confirmation['lines']) => {
  await confirmOrder(
    house.database.em(),
    teller(id),
    confirmationSchema.parse({ lines, note: 'Tack för beställningen' }),
  );
  await tell(id);
  return latest(id, 'confirmation');
};

async function ordered(id: string): Promise<string> {
  const { rows } = await import('kysely').then(({ sql }) =>
    sql<{
      quantity: string;
    }>`select line ->> 'quantity' as quantity from order_line where order_id = ${id} and position = 1`.execute(
      house.database.em().getKysely(),
    ),
  );
  return rows[0]!.quantity;
}

const PACKAGE = { id: 'K1', sscc: '373400000000000018', type: 'CT', grossWeight: { value: '12.5' } };

async function deliver(id: string, quantity: string, final = false) {
  const delivery = deliverySchema.parse({
    ...{ despatchedOn: '2026-11-25', promisedFrom: '2026-11-26', promisedTo: '2026-11-27', trackingId: 'SE123' },
    carrier: { name: 'Åkeri Öst' },
    packages: [PACKAGE],
    lines: [{ position: 1, quantity, packages: [{ packageId: 'K1' }] }],
    final,
  });
  await deliverOrder(house.database.em(), teller(id), delivery);
  await tell(id);
  return latest(id, 'delivery');
}

describe.each([
  ['peppol-28a-order', 'peppol-28a-order-response', 'peppol-30a-despatch-advice'],
  ['peppol-3-order', 'peppol-3-order-response', 'peppol-3-despatch-advice'],
] as const)('an order in %s', (format, response, despatch) => {
  test('is confirmed in parts and corrected, and its goods are announced delivery by delivery', async () => {
    const id = await confirmed(format);
    const quantity = Number(await ordered(id));
    const part = { status: 'accepted', quantity: '1', promisedTo: '2026-12-01' } as const;
    const first = await confirm(id, [
      {
        position: 1,
        parts: [part, { status: 'backordered', quantity: String(quantity - 1), note: 'Kommer på lördag' }],
      },
    ]);
    expect(judged(first.text)).toEqual({ format: response, fatal: [] });
    expect(first.document).toMatchObject({ format: response, responseCode: '30' });
    expect(first.text.match(/<cac:OrderLine>/g)).toHaveLength(4);
    const second = await confirm(id, [{ position: 1, parts: [{ status: 'accepted', quantity: String(quantity) }] }]);
    expect(second.document?.responseCode).toBe('29');

    const some = await deliver(id, '1');
    expect(judged(some.text)).toEqual({ format: despatch, fatal: [] });
    expect(some.text).toContain(PACKAGE.sscc);
    expect(some.text).toContain('Åkeri Öst');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Processing' });
    const rest = await deliver(id, String(quantity - 1), true);
    expect(judged(rest.text)).toEqual({ format: despatch, fatal: [] });
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Shipped' });
    const numbers = (await answersTo(house.database.em(), id)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

test('an order in cXML is confirmed, corrected under the same confirmID, announced at an address of its own, and its status is told', async () => {
  const name = ({ organisationNumber: identity }: { organisationNumber: string }) => ({ domain: 'SE:ORGNR', identity });
  const [from, to] = [name(BUYER), name(SELLER)];
  const partner = await house.partner({
    formats: ['cxml-order-request'],
    cxml: { from: [from], to: [to] },
    answers: CLEAN,
    addresses: { delivery: { url: despatches.url, dtdVersion: '1.2.014' } },
    messages: { statusUpdates: { when: 'onStatus', statuses: ['Shipped'] } },
  });
  const ok = { version: '1.2.014', payloadId: '1@x', timestamp: '2026-03-01T12:00:00Z', language: 'en' } as const;
  const body = writeResponse(ok, { code: 200 });
  const answers = Array.from({ length: 4 }, () => ({ status: 200, body }));
  house.receiver.willAnswer(...answers);
  despatches.willAnswer({ status: 200, body });
  const lines = [{ sellersId: articleNumber(1), quantity: '8', price: (priceInCents(1) / 100).toFixed(2) }];
  const order = { from, to, number: 'X-1', payloadId: '1@kund', addressId: DELIVERY_PLACE.gln, lines, secret: '*' };
  const identifier = ({ domain, identity }: typeof from) => ({ scheme: domain, id: identity });
  const envelope = { sender: identifier(from), receiver: identifier(to), instanceIdentifier: '1@kund' };
  const common = { number: 'X-1', envelope, format: 'cxml-order-request', buyer: [identifier(from)] } as const;
  const id = await accepted(partner, await house.receive(partner, cxmlOrder(order), common));

  const parts = (note: string) => [
    { status: 'accepted', quantity: '3', promisedTo: '2026-12-01' } as const,
    { status: 'backordered', quantity: '5', note } as const,
  ];
  const first = await confirm(id, [{ position: 1, parts: parts('Väntar på leverans') }]);
  expect(judged(first.text)).toEqual({ format: 'cxml-confirmation-request', fatal: [] });
  const numbers = (await answersTo(house.database.em(), id)).map(({ number }) => number);
  expect(first.text).toContain(`confirmID="${numbers[0]}" operation="update"`);
  const sent = await deliver(id, '8');
  expect(judged(sent.text)).toEqual({ format: 'cxml-ship-notice-request', fatal: [] });
  expect(sent.text).toContain('http://xml.cxml.org/schemas/cXML/1.2.014/Fulfill.dtd');
  expect(despatches.received.at(-1)?.body).toContain('<ShipNoticeRequest');
  await tell(id);
  const status = await latest(id, 'status');
  expect(judged(status.text)).toEqual({ format: 'cxml-status-update-request', fatal: [] });
  expect(status.text).toContain('Shipped');
});

test('a confirmation in cXML goes where the profile of the partner says, which is asked for once', async () => {
  const ok = { version: '1.2.014', payloadId: '1@x', timestamp: '2026-03-01T12:00:00Z', language: 'en' } as const;
  const done = { status: 200, body: writeResponse(ok, { code: 200 }) };
  const transactions = [{ requestName: 'ConfirmationRequest', url: despatches.url }];
  const profile = writeProfileResponse(ok, { effectiveDate: '2026-01-01T00:00:00Z', transactions });
  // The first attempt comes while the partner is away.
  house.receiver.willAnswer({ status: 503 }, { status: 200, body: profile });
  despatches.willAnswer(done, done);
  const name = ({ organisationNumber: identity }: { organisationNumber: string }) => ({ domain: 'SE:ORGNR', identity });
  const cxml = { from: [name(BUYER)], to: [name(SELLER)] };
  const addresses = { profile: house.receiver.url };
  const partner = await house.partner({ formats: ['cxml-order-request'], cxml, answers: CLEAN, addresses });
  const lines = [{ sellersId: articleNumber(1), quantity: '8', price: (priceInCents(1) / 100).toFixed(2) }];
  const order = { from: cxml.from[0]!, to: cxml.to[0]!, number: 'X-2', payloadId: '2@kund', lines, secret: '*' };
  const identifier = ({ domain, identity }: { domain: string; identity: string }) => ({ scheme: domain, id: identity });
  const envelope = { sender: identifier(order.from), receiver: identifier(order.to), instanceIdentifier: '2@kund' };
  const common = { number: 'X-2', envelope, format: 'cxml-order-request', buyer: [identifier(order.from)] } as const;
  const xml = cxmlOrder({ ...order, addressId: DELIVERY_PLACE.gln });
  const id = await accepted(partner, await house.receive(partner, xml, common));
  const second = await confirm(id, []);
  expect(second.document?.state).toBe('delivered');
  const asked = house.receiver.received.filter(({ body }) => body.includes('<ProfileRequest'));
  expect(asked).toHaveLength(1);
  const sent = () => despatches.received.filter(({ body }) => body.includes('<ConfirmationRequest'));
  await until(async () => (sent().length === 2 ? true : undefined));
});

test('a confirmation that takes something away waits for the buyer; one that says when it comes does not', async () => {
  const id = await confirmed('peppol-28a-order');
  const quantity = await ordered(id);
  await confirm(id, [{ position: 1, parts: [{ status: 'accepted', quantity, promisedTo: '2026-12-01' }] }]);
  expect((await findOrder(house.database.em(), { id }))?.buyerDue).toBeNull();
  const parts = [{ status: 'rejected' as const, quantity, note: 'Utgått ur sortimentet' }];
  await confirm(id, [{ position: 1, parts }]);
  expect((await findOrder(house.database.em(), { id }))?.buyerDue).toEqual(expect.any(String));
});

test('an order in Order 3 that waits for a person is acknowledged, which accepts nothing', async () => {
  const partner = await house.partner({ formats: ['peppol-3-order'], messages: { receipt: true } });
  const xml = orderXml({ number: 'AB-1', lines: 3, articles: ARTICLES, format: 'peppol-3-order' });
  const id = await house.receive(partner, xml, { number: 'AB-1', format: 'peppol-3-order' });
  await house.result(partner, id);
  const receipt = await latest(id, 'receipt');
  expect(judged(receipt.text)).toEqual({ format: 'peppol-3-order-response', fatal: [] });
  expect(receipt.text).toContain('<cbc:OrderResponseCode>AB<');
  expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'New', responseCode: null });
});

test('a message that waits for a status goes when the order has it, one that never goes is kept, and a cancelled order is answered', async () => {
  const statuses = ['Processing', 'Cancelled'] as const;
  const messages = { confirmations: { when: 'onStatus', statuses }, deliveries: { when: 'never' } } as const;
  const id = await confirmed('peppol-28a-order', {
    messages: { ...messages, confirmations: { ...messages.confirmations, statuses: [...statuses] } },
  });
  const confirmation = confirmationSchema.parse({ note: 'Tack' });
  const planned = await confirmOrder(house.database.em(), teller(id), confirmation);
  expect(planned).toMatchObject({ state: 'planned', dueAt: null });
  const kept = await deliver(id, '1');
  expect(kept.message).toMatchObject({ state: 'kept', outboundDocumentId: null });
  await tell(id);
  expect((await latest(id, 'confirmation')).message.id).toBe(planned.id);
  await moveOrder(house.database.em(), teller(id), 'Cancelled');
  const told = await until(async () => {
    const one = await latest(id, 'confirmation');
    return one.message.id === planned.id ? undefined : one;
  });
  expect(told.document?.responseCode).toBe('27');
  expect(told.text).toContain('Vi har makulerat ordern.');
});
