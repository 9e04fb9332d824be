import { beforeAll, describe, expect, test } from 'vitest';
import { articleNumber, BUYER, DELIVERY_PLACE, priceInCents, SELLER } from '../../bench/articles.ts';
import { readChunks } from '../../documents/chunks.ts';
import { nextOf } from '../../documents/next.ts';
import { answersTo } from '../../documents/outbound.ts';
import { writeResponse } from '../../formats/cxml/response.write.ts';
import type { StatusCode } from '../../formats/cxml/status.ts';
import { cxmlUser, setOutgoing } from '../../partners/credentials.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { cxmlOrder, type CxmlOrderOptions } from '../api/punchin/cxmlOrder.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { TestEngine, until, type TestPartner } from './engine.ts';
import { clean } from './orders.ts';

const NAMES = {
  from: { domain: 'SE:ORGNR', identity: BUYER.organisationNumber },
  to: { domain: 'SE:ORGNR', identity: SELLER.organisationNumber },
};
const SECRET = 'vår hemlighet & <mer>';
const KEY = Buffer.alloc(32, 7);

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start({ ROUNDTRIP_SECRET_KEYS: KEY.toString('base64') });
  return house.close;
});

let serial = 0;
const nextNumber = (): string => `X-${(serial += 1)}`;

async function partner(
  answers: object = { acceptance: 'whenClean', changesAllowed: true },
  changes: object = {},
): Promise<TestPartner> {
  const cxml = { from: [NAMES.from], to: [NAMES.to], credential: 'cXML' };
  const made = await house.partner({ formats: ['cxml-order-request'], cxml, answers, changes });
  const given = { partnerId: made.id, mode: 'production', name: 'cXML', kind: 'cxml', by: 'test' } as const;
  const ring = new KeyRing([KEY]);
  await setOutgoing(house.database.em(), ring, { ...given, user: cxmlUser(NAMES.to), secret: SECRET });
  return made;
}

async function receive(
  to: TestPartner,
  number: string,
  options: Partial<CxmlOrderOptions> = {},
  edit: (xml: string) => string = (xml) => xml,
): Promise<string> {
  const payloadId = options.payloadId ?? `${number}.1@kund.example`;
  const price = (priceInCents(1) / 100).toFixed(2);
  const lines = [
    { sellersId: articleNumber(1), quantity: '4', price },
    { sellersId: articleNumber(1), quantity: '8', price },
  ];
  const common = { ...NAMES, number, payloadId, addressId: DELIVERY_PLACE.gln, lines, secret: '********' };
  const identifier = ({ domain, identity }: typeof NAMES.from) => ({ scheme: domain, id: identity });
  const envelope = { sender: identifier(NAMES.from), receiver: identifier(NAMES.to), instanceIdentifier: payloadId };
  return house.receive(to, edit(cxmlOrder({ ...common, ...options })), {
    ...{ number, envelope, format: 'cxml-order-request', buyer: [identifier(NAMES.from)] },
  });
}

const answerOf = (code: StatusCode): string =>
  writeResponse({ version: '1.2.014', payloadId: '1@x', timestamp: '2026-03-01T12:00:00Z', language: 'en' }, { code });

async function textOf(outboundDocumentId: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), outboundDocumentId)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a confirmation', () => {
  test('is tried again until the receiver says in cXML that it has it; the secret is put in for sending alone', async () => {
    house.receiver.willAnswer(
      { status: 200, body: answerOf(500) },
      { status: 200, body: '<html>OK</html>' },
      { status: 200, body: answerOf(200) },
    );
    const before = house.receiver.received.length;
    const from = await partner();
    const id = await receive(from, nextNumber());
    const { outcome, outboundDocumentId } = await house.result(from, id);
    expect(outcome).toBe('placed');
    expect(await house.answerIs(outboundDocumentId, 'delivered')).toMatchObject({
      attempts: 3,
      format: 'cxml-confirmation-request',
      responseCode: '29',
    });
    const stored = await textOf(outboundDocumentId!);
    expect(stored).toContain('type="accept"');
    expect(stored).not.toContain('SharedSecret');
    const [sent] = house.receiver.received.slice(before);
    expect(sent?.body).toBe(
      stored.replace(/(<Sender>[^]*?<\/Identity>)/, '$1<SharedSecret>vår hemlighet &amp; &lt;mer&gt;</SharedSecret>'),
    );
    expect(sent?.headers['content-type']).toBe('text/xml; charset=UTF-8');
  });

  test('that is refused stops and calls a person', async () => {
    house.receiver.willAnswer({ status: 200, body: answerOf(401) });
    const from = await partner();
    const id = await receive(from, nextNumber());
    const { outboundDocumentId } = await house.result(from, id);
    const answer = await house.answerIs(outboundDocumentId, 'refusedByReceiver');
    expect(answer.lastError).toBe('The receiver answered with cXML status 401 (Unauthorized).');
  });

  test('answers each line where something changes, and a later one takes its place', async () => {
    house.receiver.willAnswer({ status: 200, body: answerOf(200) }, { status: 200, body: answerOf(200) });
    const from = await partner();
    const number = nextNumber();
    const id = await receive(from, number, {}, (xml) => xml.replace(articleNumber(1), 'FINNS-EJ'));
    await house.reached(id, 'waiting');
    await house.decide(id, {
      kind: 'acceptWithChanges',
      lines: [{ position: 1, action: 'reject', note: 'Utgången' }],
    });
    const first = await textOf((await house.result(from, id)).outboundDocumentId!);
    expect(first).toContain('type="except"');
    expect(first.match(/<ConfirmationItem /g)).toHaveLength(2);
    expect(first).toContain('Utgången');
    await house.decide(id, { kind: 'reject', note: 'Slut i lagret', lines: [] });
    const [, second] = await until(async () => {
      const answers = await answersTo(house.database.em(), id);
      return answers.length === 2 ? answers : undefined;
    });
    const later = await textOf(second!.id);
    const confirmId = /confirmID="([^"]*)"/.exec(first)![1]!;
    expect(later).toContain(`confirmID="${confirmId}" operation="update" type="reject"`);
    const payloadId = /payloadID="([^"]*)"/.exec(first)![1]!;
    expect(later).toContain(`<DocumentReference payloadID="${payloadId}"`);
    expect(later).toContain(`<DocumentReference payloadID="${number}.1@kund.example"`);
  });
});

async function standing(id: string) {
  const em = house.database.em();
  const lines = await linesAfter(em, id, 0, 10);
  return { order: await findOrder(em, { id }), lines: lines.map(({ line }) => line.quantity) };
}

describe('an order in cXML', () => {
  test.each(['update', 'delete'] as const)(
    'of type %s whose order never comes waits for a person, who rejects it',
    async (type) => {
      const from = await partner(undefined, { waitHours: 0.000_000_1 });
      const id = await receive(from, nextNumber(), { type });
      await house.reached(id, 'waiting');
      const order = await findOrder(house.database.em(), { id });
      expect(order?.reasons).toEqual([
        expect.objectContaining({ code: 'CHANGED_ORDER_UNKNOWN', facts: { operation: type } }),
      ]);
      await expect(house.decide(id, { kind: 'accept', lines: [] })).rejects.toMatchObject({ type: 'RequestInvalid' });
      house.receiver.willAnswer({ status: 200, body: answerOf(200) });
      await house.decide(id, { kind: 'reject', lines: [] });
      expect((await house.result(from, id)).outcome).toBe('refused');
    },
  );

  test('is replaced by a higher version, whose missing lines go; a lower one that comes late is refused', async () => {
    const automatic = { change: 'automatic', cancel: 'automatic' };
    const from = await partner(undefined, automatic);
    const number = nextNumber();
    const price = (priceInCents(1) / 100).toFixed(2);
    house.receiver.willAnswer(...[1, 2, 3, 4].map(() => ({ status: 200, body: answerOf(200) })));
    const id = await receive(from, number);
    expect((await house.result(from, id)).outcome).toBe('placed');
    const version = (at: number, type: 'update' | 'delete', quantity: string) =>
      receive(
        from,
        number,
        { type, payloadId: `${number}.${at}@kund.example`, lines: [{ sellersId: articleNumber(1), quantity, price }] },
        (xml) => xml.replace('orderID=', `orderVersion="${at}" orderID=`),
      );
    const third = await version(3, 'update', '6');
    expect(await house.result(from, third)).toMatchObject({ outcome: 'applied', orderId: id });
    const second = await version(2, 'update', '9');
    expect((await house.result(from, second)).outcome).toBe('refused');
    const { lines, order } = await standing(id);
    expect(lines).toEqual(['6']);
    expect(order).toMatchObject({ status: 'New', lineCount: 1 });
    const [confirmation] = await answersTo(house.database.em(), third);
    expect(await textOf(confirmation!.id)).toContain(`<DocumentReference payloadID="${number}.3@kund.example"`);
    const taken = await version(4, 'delete', '6');
    expect((await house.result(from, taken)).outcome).toBe('applied');
    expect((await standing(id)).order).toMatchObject({ status: 'Cancelled' });
  });

  test('with a question of its format waits, and says which', async () => {
    const from = await partner();
    const id = await receive(from, nextNumber(), {}, (xml) => xml.replace(/(<Total><Money[^>]*>)[^<]*/, '$11.00'));
    await house.reached(id, 'waiting');
    const order = await findOrder(house.database.em(), { id });
    expect(order?.reasons).toEqual([
      expect.objectContaining({ code: 'RULE_FATAL', facts: expect.objectContaining({ rule: 'CXML-ORDER-TOTAL' }) }),
    ]);
  });

  test('of more lines than are remembered is placed with all of them', async () => {
    house.receiver.willAnswer({ status: 200, body: answerOf(200) });
    const from = await partner();
    const price = (priceInCents(2) / 100).toFixed(2);
    const lines = Array.from({ length: 1_200 }, () => ({ sellersId: articleNumber(2), quantity: '1', price }));
    const id = await receive(from, nextNumber(), { lines });
    expect((await house.result(from, id)).outcome).toBe('placed');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ lineCount: 1_200, status: 'New' });
  });

  test('whose payloadID comes again with the same content is a duplicate, with other content a conflict', async () => {
    house.receiver.willAnswer({ status: 200, body: answerOf(200) });
    const from = await partner();
    const number = nextNumber();
    const first = await receive(from, number);
    expect((await house.result(from, first)).outcome).toBe('placed');
    const again = await receive(from, number, { timestamp: '2026-11-25T09:00:00+01:00' });
    expect((await house.result(from, again)).outcome).toBe('duplicate');
    const other = await receive(from, number, {}, (xml) => xml.replace('Förrådet', 'Lagret'));
    expect(await house.result(from, other)).toEqual({ outcome: 'refused' });
    expect(await house.document(other)).toMatchObject({ error: { type: 'Conflict' } });
  });
});

test('an order-only 3A order is placed without an answer, and nobody waits for one', async () => {
  for (const acceptance of ['whenClean', 'afterPerson'] as const) {
    const from = await house.partner({ answers: { acceptance } });
    const xml = clean(nextNumber())
      .replace('bis:peppol28a:ver1.0', 'bis:peppol3a:ver2.0')
      .replace('profile:bii28:ver2.0', 'profile:bii03:ver2.0');
    const id = await house.receive(from, xml, { format: 'peppol-3a-order' });
    const result = await house.result(from, id);
    expect(result).toMatchObject({ outcome: 'placed' });
    expect(result.outboundDocumentId).toBeUndefined();
    expect(await house.told(id)).toContain('answer.none');
    expect(await nextOf(house.database.em(), await house.document(id))).toEqual({ kind: 'nothing' });
  }
});
