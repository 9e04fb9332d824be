import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { createDecisionActivities } from '../../activities/decisions.ts';
import type { ActivityDeps } from '../../activities/deps.ts';
import { OrderReader } from '../../activities/orderReader.ts';
import { createOrderActivities } from '../../activities/orders.ts';
import { orderXml } from '../../bench/orders.ts';
import { seedShop } from '../../bench/seed.ts';
import { decideOrder, type PersonsDecision } from '../../documents/decide.ts';
import { receiveDocument } from '../../documents/inbound.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { newReference } from '../../platform/reference.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const ARTICLES = 20;

let database: TestDatabase;
let partnerId = '';
let steps: ReturnType<typeof createOrderActivities> & ReturnType<typeof createDecisionActivities>;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedShop(database.url, ARTICLES);
  partnerId = await createPartner(database.em(), { name: 'Åre kommun', addresses: { production: 'are' } });
  const settings = { answers: { acceptance: 'whenClean' } } as const;
  await saveAgreement(database.em(), { partnerId, mode: 'production', by: 'test', settings });
  const clock = () => new Date();
  const deps = { orm: database.orm, reader: new OrderReader(clock), clock } as unknown as ActivityDeps;
  steps = { ...createOrderActivities(deps), ...createDecisionActivities(deps) };
  return database.close;
});

/** A clean order in status New whose answer has not been written yet. */
async function placed(number: string): Promise<string> {
  const bytes = Buffer.from(orderXml({ number, lines: 2, articles: ARTICLES }));
  const { id } = await receiveDocument(
    database.em(),
    {
      ...{ id: v7(), reference: newReference(), partnerId, partnerCode: 'are', partnerName: 'Åre kommun' },
      ...{ mode: 'production', agreementVersion: 1, receivedAt: new Date(), size: bytes.length },
      format: 'peppol-28a-order',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ contentType: 'application/xml', headers: {}, remoteAddress: '192.0.2.1', buyer: [] },
    },
    bytes,
  );
  expect(await steps.placeOrder({ inboundDocumentId: id, round: 1 })).toMatchObject({
    outcome: 'placed',
    answer: true,
  });
  return id;
}

async function decided(orderId: string, decision: PersonsDecision): Promise<boolean> {
  await decideOrder(database.em(), { orderId, decision, actor: 'Åsa' });
  return (await steps.applyOrderDecision({ orderId, answerNumber: 1 })).answer;
}

test('a person who accepts a clean order before its answer is written causes no second one', async () => {
  expect(await decided(await placed('B-1'), { kind: 'accept', lines: [] })).toBe(false);
});

test('what differs from the answer to come is answered', async () => {
  expect(await decided(await placed('B-2'), { kind: 'accept', lines: [], note: 'Tack för ordern' })).toBe(true);
  expect(await decided(await placed('B-3'), { kind: 'reject', lines: [] })).toBe(true);
});
