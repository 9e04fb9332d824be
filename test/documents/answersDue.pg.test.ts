import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerDue, remindOfAnswers } from '../../documents/answersDue.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { createLogger } from '../../platform/logging.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { answer, partnerWith, placed } from '../kit/placed.ts';
import { orderHeader } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

const shop = { timeZone: 'Europe/Stockholm', workingDays: [1, 2, 3, 4, 5] };
const received = new Date('2026-11-25T14:00:00Z');
const within = { messages: { answerWithin: { hours: 4 } } };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test.each([
  ['the order says so', { validUntil: '2026-12-01' }, within, '2026-12-01T22:59:59.999Z'],
  ['the agreement says so', {}, within, '2026-11-26T09:00:00.000Z'],
  ['nobody does', {}, {}, undefined],
  ['nothing is answered', { validUntil: '2026-12-01' }, { answers: { acceptance: 'none' } }, undefined],
  ['the process has no answer', { format: 'sveorder-2-order', validUntil: '2026-12-01' }, within, undefined],
] as const)('an answer is due where %s', (_, header, settings, expected) => {
  const due = answerDue(shop, agreementSchema.parse(settings), orderHeader(header), received);
  expect(due?.toISOString()).toBe(expected);
});

test('an order without an answer is reminded of once, one that was answered never', async () => {
  const em = database.em();
  const partnerId = await partnerWith(em, 'umea');
  const lines = [orderLine({ quantity: '1', price: { amount: '10' } })];
  const [late, answered, early] = [
    await placed(em, { partnerId, lines }),
    await placed(em, { partnerId, lines }),
    await placed(em, { partnerId, lines }),
  ];
  await sql`update orders set answer_due = now() + (case when id = ${early} then 1 else -1 end) * interval '1 hour'`.execute(
    em.getKysely(),
  );
  const written = await answer(em, partnerId, answered, 'ready');
  await sql`update outbound_document set order_id = ${answered} where id = ${written}`.execute(em.getKysely());
  const logged: Record<string, unknown>[] = [];
  const log = createLogger('info', 'worker', { write: (line) => void logged.push(JSON.parse(line)) });
  await remindOfAnswers(em, log);
  await remindOfAnswers(em, log);
  expect(logged).toMatchObject([{ level: 'warn', alert: 'answer', orderId: late }]);
  const codes = async (id: string) => (await readTimeline(em, { inboundDocumentId: id })).map(({ code }) => code);
  expect(await codes(late)).toContain('answer.overdue');
  expect(await codes(answered)).not.toContain('answer.overdue');
  expect(await codes(early)).not.toContain('answer.overdue');
});
