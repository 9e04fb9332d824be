import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAttention } from '../../documents/attention.ts';
import { catalogueAnswerDue, remindOfCatalogues } from '../../documents/catalogueAnswersDue.ts';
import { CatalogueExport, CatalogueExportPart } from '../../documents/catalogueExport.entity.ts';
import { readExport } from '../../documents/catalogueExports.ts';
import { insertOutbound } from '../../documents/outbound.ts';
import type { OutboundState } from '../../documents/outbound.entity.ts';
import { addTimeline, readTimeline, timelineRow } from '../../documents/timeline.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { saveAgreement } from '../../partners/partners.ts';
import { createLogger } from '../../platform/logging.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith } from '../kit/placed.ts';

const expected = { catalogue: { response: 'expected' as const, responseWithinDays: 3 } };
/** A Thursday; the shop is closed on Saturday and Sunday. */
const arrived = new Date('2026-11-26T09:00:00Z');
const inTime = new Date('2026-12-01T22:00:00Z');
const late = new Date('2026-12-01T23:00:00Z');

let database: TestDatabase;
let partnerId: string;
let logged: Record<string, unknown>[];
let count = 0;

const em = () => database.em();

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
  await saveShopProfile(em(), shopInput.parse({ ...shop, workingDays: [1, 2, 3, 4, 5] }));
});
afterAll(() => database.close());
beforeEach(async () => {
  partnerId = await partnerWith(em(), `partner-${(count += 1)}`, expected);
  logged = [];
});

/** A catalogue that is written, as it stands with its documents. @returns ids of export and documents */
async function written(states: readonly (OutboundState | 'toCome')[], { at = arrived } = {}) {
  const [id, ...documents] = [v7(), ...states.map(() => v7())];
  const of = { mode: 'production' as const, agreementVersion: 1 };
  await em().insert(CatalogueExport, {
    ...{ id, ...of, partner: partnerId, code: 'partner', format: 'peppol-3', day: '2026-11-26', state: 'done' },
    ...{ changesOnly: false, items: 1, leftOut: 0, added: 1, changed: 0, removed: 0, written: 1, chunks: 1 },
    ...{ part: states.length, parts: states.length, outboundDocumentId: documents[0]!, createdBy: 'Anna' },
    ...{ createdAt: at, startedAt: at, finishedAt: at, answerDue: at },
  });
  for (const [index, state] of states.entries()) {
    const outboundDocumentId = documents[index]!;
    const storedAt = state === 'toCome' ? null : at;
    await em().insert(CatalogueExportPart, { export: id, part: index + 1, outboundDocumentId, storedAt });
    if (state === 'toCome') continue;
    const document = { id: outboundDocumentId, partnerId, ...of, state: 'ready' as const };
    const text = {
      format: 'peppol-3-catalogue' as const,
      number: `K-${count}-${index}`,
      contentType: 'application/xml',
    };
    await insertOutbound(em(), { ...document, ...text }, { size: 1, sha256: 'a'.repeat(64) });
    const finished = state === 'ready' ? null : at;
    await sql`update outbound_document set state = ${state}, finished_at = ${finished} where id = ${outboundDocumentId}`.execute(
      em().getKysely(),
    );
  }
  return { id, documents };
}

async function answer(
  outboundDocumentId: string,
  standing: 'accepted' | 'acknowledged',
  format = 'catalogue-response',
) {
  const facts = { format: `peppol-3-${format}` as 'peppol-3-mlr', standing, reasons: [] };
  await addTimeline(em(), [timelineRow('status.received', facts, { outboundDocumentId })]);
}

async function look(now: Date): Promise<void> {
  const log = createLogger('info', 'worker', { write: (line) => void logged.push(JSON.parse(line)) });
  await remindOfCatalogues(em(), log, now);
}

async function unanswered(now: Date): Promise<string[]> {
  const { catalogues } = await readAttention(em(), now);
  return catalogues.unanswered.filter((one) => one.partnerId === partnerId).map(({ id }) => id);
}

test.each([
  ['of Peppol, so many working days after', expected, 'peppol-3', '2026-12-01T22:59:59.999Z'],
  ['in a format without one never', expected, 'csv', undefined],
  ['that is not agreed never', {}, 'peppol-3', undefined],
] as const)('an answer to a catalogue %s', (_, settings, format, due) => {
  const shop = { timeZone: 'Europe/Stockholm', workingDays: [1, 2, 3, 4, 5] };
  const found = catalogueAnswerDue(shop, agreementSchema.parse(settings), { format }, arrived);
  expect(found?.toISOString()).toBe(due);
});

describe('a catalogue that nobody has answered', () => {
  test('is pointed out once, in timeline, log and among what needs a person, until it is answered', async () => {
    const { id, documents } = await written(['delivered']);
    await look(inTime);
    expect(logged).toEqual([]);
    await look(late);
    await look(late);
    expect(logged).toMatchObject([{ level: 'warn', alert: 'catalogueAnswer', exportId: id }]);
    const told = await readTimeline(em(), { outboundDocumentId: documents[0]! });
    expect(told.map(({ code, facts }) => ({ code, facts }))).toMatchObject([
      { code: 'catalogue.unanswered', facts: { exportId: id, partnerId, due: '2026-12-01T22:59:59.999Z' } },
    ]);
    expect(await unanswered(late)).toEqual([id]);
    await answer(documents[0]!, 'acknowledged');
    expect(await unanswered(late)).toEqual([id]);
    await answer(documents[0]!, 'accepted');
    expect(await unanswered(late)).toEqual([]);
  });

  test('is not pointed out again for the one of the next day, but a week later', async () => {
    await written(['delivered']);
    await written(['delivered'], { at: new Date('2026-11-27T09:00:00Z') });
    const third = await written(['delivered'], { at: new Date('2026-12-04T09:00:00Z') });
    await look(late);
    await look(new Date('2026-12-02T23:00:00Z'));
    expect(logged).toHaveLength(1);
    await look(new Date('2026-12-09T23:00:00Z'));
    expect(logged).toMatchObject([{}, { exportId: third.id }]);
  });

  test('has time while a document of it has not arrived', async () => {
    const { id } = await written(['delivered', 'ready', 'toCome']);
    await look(late);
    expect(logged).toEqual([]);
    expect((await readExport(em(), id)).answerDue).toEqual(new Date('2026-12-07T22:59:59.999Z'));
  });
});

test.each([
  ['was answered', ['delivered'] as const, (documents: string[]) => answer(documents[0]!, 'accepted')],
  ['did not arrive', ['delivered', 'gaveUp'] as const, async () => undefined],
  [
    'needs no answer any more',
    ['delivered'] as const,
    () => saveAgreement(em(), { partnerId, mode: 'production', by: 'test', settings: {} }),
  ],
])('one that %s is never pointed out', async (_, states, change) => {
  const { id, documents } = await written(states);
  await change(documents);
  await look(late);
  expect(logged).toEqual([]);
  expect((await readExport(em(), id)).answerDue).toBeNull();
});

test('of several documents each is answered, and a message level response is no answer', async () => {
  const { id, documents } = await written(['delivered', 'delivered']);
  await answer(documents[0]!, 'accepted');
  await answer(documents[1]!, 'accepted', 'mlr');
  await look(late);
  expect(logged).toMatchObject([{ exportId: id }]);
});
