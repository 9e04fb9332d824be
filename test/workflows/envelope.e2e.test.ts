import { beforeAll, expect, test } from 'vitest';
import { orderXml } from '../../bench/orders.ts';
import { deliverOrder } from '../../documents/tellBuyer.ts';
import type { XmlElement } from '../../formats/xml/element.ts';
import { parseEnvelope } from '../../formats/sbdh/sbdh.parse.ts';
import { DocumentStream } from '../../formats/ubl/stream.ts';
import { tellDueMessages } from '../../platform/tellOrderMessages.ts';
import { deliverySchema } from '../../shop/delivery.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { utf8 } from '../formats/kit.ts';
import { validate } from '../formats/ubl/rules/kit/findings.ts';
import { enveloped } from '../formats/ubl/kit.ts';
import { ARTICLES, TestEngine, until } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

const settings = {
  answers: { acceptance: 'whenClean' },
  envelope: {
    kind: 'sbdh',
    shop: { scheme: '0007', id: '5599001236' },
    partner: { scheme: '0088', id: '7300000001001' },
  },
} as const;

function envelopeOf(document: string): ReturnType<typeof parseEnvelope> {
  const found: XmlElement[] = [];
  const stream = new DocumentStream({ consumers: [{ envelope: (header: XmlElement) => void found.push(header) }] });
  stream.write(utf8(document));
  stream.close();
  return parseEnvelope(found[0]!);
}

test('an answer goes in an envelope that breaks no rule, and is the same on every attempt', async () => {
  const partner = await house.partner(settings);
  house.receiver.willAnswer({ status: 503 });
  const id = await house.receive(partner, clean('E-1'), { number: 'E-1' });
  const { outboundDocumentId } = await house.result(partner, id);
  const answer = await house.answerIs(outboundDocumentId, 'delivered');
  expect(answer).toMatchObject({ attempts: 2, messageId: `urn:uuid:${answer.id}` });
  const body = house.receiver.received.at(-1)!.body;
  expect(validate(utf8(body))).toMatchObject({ format: 'peppol-28a-order-response', valid: true, findings: [] });
  expect(envelopeOf(body)).toMatchObject({
    instanceIdentifier: answer.id,
    sender: { scheme: '0007', id: '5599001236' },
    receiver: { scheme: '0088', id: '7300000001001' },
    processId: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
    countryC1: 'SE',
  });
  expect(Buffer.byteLength(body)).toBe(answer.size);
});

test('an order in an envelope is read, and its parties change places in the answer', async () => {
  const partner = await house.partner(settings);
  const id = await house.receive(partner, enveloped(clean('E-2')), {
    number: 'E-2',
    envelope: {
      sender: { scheme: '0007', id: '5560000001' },
      receiver: { scheme: '0088', id: '7350000000009' },
      instanceIdentifier: 'c3b1f1a0-0001-4000-8000-000000000001',
    },
  });
  const { outboundDocumentId } = await house.result(partner, id);
  await house.answerIs(outboundDocumentId, 'delivered');
  const { sender, receiver } = envelopeOf(house.receiver.received.at(-1)!.body);
  expect(sender).toEqual({ scheme: '0088', id: '7350000000009' });
  expect(receiver).toEqual({ scheme: '0007', id: '5560000001' });
});

test('what follows the answer goes in an envelope, too', async () => {
  const format = 'peppol-3-order';
  const partner = await house.partner({ ...settings, formats: [format] });
  const xml = orderXml({ number: 'E-3', lines: 1, articles: ARTICLES, format });
  const id = await house.receive(partner, xml, { number: 'E-3', format });
  expect(await house.result(partner, id)).toMatchObject({ outcome: 'placed' });
  await house.decide(id, { kind: 'accept', lines: [] });
  const em = house.database.em();
  await until(async () => ((await findOrder(em, { id }))?.status === 'Confirmed' ? true : undefined));
  const delivery = deliverySchema.parse({ despatchedOn: '2026-11-25', lines: [{ position: 1, quantity: '1' }] });
  await deliverOrder(em, { orderId: id, actor: 'operator: Åsa', now: new Date() }, delivery);
  await tellDueMessages(em, house.engine, id);
  const body = await until(async () => house.receiver.received.map((each) => each.body).find(isDespatchAdvice));
  expect(validate(utf8(body))).toMatchObject({ format: 'peppol-3-despatch-advice', valid: true, findings: [] });
  expect(envelopeOf(body)).toMatchObject({
    receiver: { scheme: '0088', id: '7300000001001' },
    processId: 'urn:fdc:peppol.eu:poacc:bis:despatch_advice:3',
  });
});

const isDespatchAdvice = (body: string): boolean => body.includes('<DespatchAdvice ');
