import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { balanceBooks } from '../../documents/books.ts';
import { readChunks } from '../../documents/chunks.ts';
import { receiveDocument, setInboundState } from '../../documents/inbound.ts';
import { endDelivery, reopenDelivery, writeOutbound } from '../../documents/outbound.ts';
import { purgeOld } from '../../documents/retention.ts';
import { createPartner } from '../../partners/partners.ts';
import type { Mode } from '../../partners/partner.entity.ts';
import { Notice } from '../../notices/notice.entity.ts';
import { Order } from '../../shop/order.entity.ts';
import { insertOrder } from '../../shop/orders.ts';
import { orderHeader } from '../shop/fixtures.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const DAY = 86_400_000;
const retention = {
  received: 100 * DAY,
  sent: 50 * DAY,
  visits: 0,
  tests: 10 * DAY,
  orderPeople: 30 * DAY,
  notices: 20 * DAY,
};
const none = { received: 0, sent: 0, visits: 0, tests: 0, orderPeople: 0, notices: 0 };

let database: TestDatabase;
let partnerId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  partnerId = await createPartner(database.em(), { name: 'Åkerns', addresses: { production: 'akern' } });
  return database.close;
});

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);

/** A document of so many days ago, refused, so that it is finished. */
async function received(text: string, days: number, mode: Mode = 'production', finished = true): Promise<string> {
  const bytes = Buffer.from(text);
  const receivedAt = daysAgo(days);
  const { id } = await receiveDocument(
    database.em(),
    {
      id: v7({ msecs: receivedAt.getTime() }),
      ...{ reference: 'REFE-RENC', partnerId, partnerCode: 'akern', partnerName: 'Åkerns', mode, agreementVersion: 1 },
      ...{ receivedAt, size: bytes.length, contentType: 'application/xml', headers: {}, remoteAddress: '192.0.2.1' },
      sha256: createHash('sha256').update(text).digest('hex'),
      buyer: [],
    },
    bytes,
  );
  if (finished) await finish(id);
  return id;
}

async function finish(id: string): Promise<void> {
  const error = { type: 'DocumentInvalid', message: 'Fel.', details: [] } as const;
  await setInboundState(database.em(), id, ['received'], 'refused', { error });
}

async function textOf(id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(database.em(), id)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const purge = () => purgeOld(database.em(), retention, new Date());

test('the text of a document goes when its time is over, its row and the books stay', async () => {
  const [old, young] = [await received('gammal å', 101), await received('ung', 99)];
  const [oldTest, youngTest] = [await received('prov', 11, 'test'), await received('nytt prov', 9, 'test')];
  expect(await purge()).toEqual({ ...none, received: 1, tests: 1 });
  await expect(textOf(old)).rejects.toThrow(/removed on \d{4}-\d\d-\d\d/);
  await expect(textOf(oldTest)).rejects.toThrow('removed on');
  expect([await textOf(young), await textOf(youngTest)]).toEqual(['ung', 'nytt prov']);
  expect(await balanceBooks(database.em(), 200 * DAY)).toMatchObject({ balanced: true, refused: 4 });
  expect(await purge()).toEqual(none);
});

test('a document to which something may still happen is kept, and goes once it is finished', async () => {
  const open = await received('väntar', 300, 'production', false);
  // The mark has passed its time already: what is restored or late is found as well once it was left.
  await database.em().getConnection().execute('delete from retention_mark');
  await purge();
  expect(await textOf(open)).toBe('väntar');
  await finish(open);
  expect(await purge()).toMatchObject({ received: 1 });
  await expect(textOf(open)).rejects.toThrow('removed on');
});

test('an answer goes after its own time, and cannot be sent again then', async () => {
  const about = await received('fråga', 60);
  const id = v7({ msecs: daysAgo(60).getTime() });
  await database.em().transactional((tx) =>
    writeOutbound(
      tx,
      {
        ...{ id, partnerId, mode: 'production', agreementVersion: 1, inboundDocumentId: about },
        ...{ format: 'peppol-28a-order-response', number: 'SO-1-1', contentType: 'application/xml', state: 'ready' },
      },
      () => ['svar'],
    ),
  );
  await endDelivery(database.em(), id, 'gaveUp');
  expect(await purge()).toMatchObject({ sent: 1, received: 0 });
  await expect(textOf(id)).rejects.toThrow('removed on');
  await expect(reopenDelivery(database.em(), id)).rejects.toThrow('removed on');
  expect(await textOf(about)).toBe('fråga');
});

test('what is to be kept for ever is kept', async () => {
  const old = await received('för alltid', 5_000);
  await database.em().getConnection().execute('delete from retention_mark');
  await purgeOld(database.em(), none, new Date());
  expect(await textOf(old)).toBe('för alltid');
});

/** An order of so many days ago whose buyer names people wherever it can. */
async function orderOf(days: number, number: string, status: 'New' | 'Waiting'): Promise<string> {
  const contact = { name: 'Åsa Öberg', telephone: '090-123 45', electronicMail: 'asa@example.com' };
  const about = await received(number, days);
  await database.em().transactional((tx) =>
    insertOrder(
      tx,
      {
        ...{ id: about, status, partnerId, inboundDocumentId: about, agreementVersion: 1, reasons: [] },
        header: orderHeader({
          number,
          customerReference: 'Åsa Öberg',
          buyer: { identifications: [], name: 'Åkerns Verkstad', contact },
          originator: { identifications: [], contact },
          deliveryContact: contact,
          shipment: { marks: 'Märk: Åsa' },
        }),
      },
      [[]],
    ),
  );
  return about;
}

test('who is behind an order is forgotten when its time comes, what was ordered is not', async () => {
  const [old, young] = [await orderOf(31, 'GAMMAL', 'New'), await orderOf(29, 'NY', 'New')];
  const waiting = await orderOf(31, 'VÄNTAR', 'Waiting');
  expect(await purge()).toMatchObject({ orderPeople: 1 });
  const kept = async (id: string) => JSON.stringify(await database.em().findOneOrFail(Order, { id }));
  expect(await kept(old)).not.toContain('Åsa');
  expect(await kept(old)).toContain('Åkerns Verkstad');
  expect(await kept(young)).toContain('Åsa Öberg');
  expect(await kept(waiting)).toContain('Åsa Öberg');
  await database.em().nativeUpdate(Order, { id: waiting }, { status: 'Rejected' });
  expect(await purge()).toMatchObject({ orderPeople: 1 });
  expect(await kept(waiting)).not.toContain('Åsa');
});

test('a message goes when its time is over, unless it is still to be sent', async () => {
  const notice = async (days: number, finished: boolean): Promise<string> => {
    const createdAt = daysAgo(days);
    const id = v7({ msecs: createdAt.getTime() });
    await database.em().insert(Notice, {
      ...{ id, kind: 'test', channel: 'mail', recipient: 'asa@example.com', language: 'sv', events: 0, messageId: id },
      ...{ state: finished ? 'sent' : 'ready', attempts: 1, createdAt, finishedAt: finished ? createdAt : null },
    });
    return id;
  };
  const [, open, young] = [await notice(21, true), await notice(21, false), await notice(19, true)];
  expect(await purge()).toMatchObject({ notices: 1 });
  const left = await database.em().find(Notice, {}, { orderBy: { id: 'asc' } });
  expect(left.map(({ id }) => id)).toEqual([open, young]);
});
