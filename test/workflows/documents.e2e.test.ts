import { beforeAll, describe, expect, test } from 'vitest';
import { balanceBooks } from '../../documents/books.ts';
import { readChunks } from '../../documents/chunks.ts';
import type { StoredEnvelope } from '../../documents/inbound.entity.ts';
import { timelineSentence } from '../../documents/sentences.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { TestEngine } from './engine.ts';
import { clean, withWrongSum } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const nextNumber = (): string => `D-${(serial += 1)}`;
const whenClean = { answers: { acceptance: 'whenClean' } } as const;
async function textOf(outboundDocumentId: string | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), outboundDocumentId!)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const envelope = (instanceIdentifier: string): StoredEnvelope => ({
  sender: { scheme: '0007', id: '2120009994' },
  receiver: { scheme: '0007', id: '5590004569' },
  instanceIdentifier,
});

describe('repeats', () => {
  test('the same order in other bytes is a duplicate, and nothing is done twice', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    const first = await house.receive(partner, clean(number), { number });
    await house.result(partner, first);
    const again = await house.receive(partner, clean(number).replaceAll('  <cbc:', '      <cbc:'), { number });
    expect(await house.result(partner, again)).toEqual({ outcome: 'duplicate' });
    expect(await house.document(again)).toMatchObject({ state: 'duplicate', duplicateOf: first });
    expect(await findOrder(house.database.em(), { inboundDocumentId: again })).toBeUndefined();
  });

  test('the same order several times at once is placed once', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    const xml = clean(number);
    const ids = await Promise.all(
      [0, 1, 2, 3].map((spaces) =>
        house.receive(partner, xml.replace('</Order>', `${' '.repeat(spaces)}</Order>`), { number }),
      ),
    );
    const outcomes = await Promise.all(ids.map(async (id) => (await house.result(partner, id)).outcome));
    expect(outcomes.toSorted()).toEqual(['duplicate', 'duplicate', 'duplicate', 'placed']);
  });

  test('a known number with other content waits: repeat, or an unannounced change?', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    await house.result(partner, await house.receive(partner, clean(number), { number }));
    const other = await house.receive(partner, clean(number, 4), { number });
    await house.reached(other, 'waiting');
    const order = await findOrder(house.database.em(), { id: other });
    expect(order?.reasons).toMatchObject([{ code: 'ORDER_NUMBER_REUSED', found: number }]);
    await house.decide(other, { kind: 'accept', lines: [] });
    expect((await house.result(partner, other)).outcome).toBe('placed');
  });

  test('the same message with other content is a conflict; with the same content a duplicate', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    const message = envelope(`message-${number}`);
    const first = await house.receive(partner, clean(number), { number, envelope: message });
    await house.result(partner, first);
    const changed = await house.receive(partner, clean(nextNumber()), { envelope: message });
    expect(await house.result(partner, changed)).toEqual({ outcome: 'refused' });
    expect((await house.document(changed)).error).toMatchObject({ type: 'Conflict' });
    const same = await house.receive(partner, `${clean(number)}\n`, { number, envelope: message });
    expect(await house.result(partner, same)).toEqual({ outcome: 'duplicate' });
  });

  test('a corrected resend of a refused order is welcome', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    const faulty = clean(number).replace('<cbc:IssueDate>2026-11-02</cbc:IssueDate>', '');
    const first = await house.receive(partner, faulty, { number });
    expect((await house.result(partner, first)).outcome).toBe('refused');
    const mended = await house.receive(partner, clean(number), { number });
    expect((await house.result(partner, mended)).outcome).toBe('placed');
  });
});

describe('refusals', () => {
  test('an order that breaks a rule is answered with 27 and the rule', async () => {
    const partner = await house.partner(whenClean);
    const number = nextNumber();
    const id = await house.receive(partner, withWrongSum(number), { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('refused');
    const answer = await house.answerIs(result.outboundDocumentId, 'delivered');
    expect(answer.responseCode).toBe('27');
    expect(house.receiver.received.at(-1)?.body).toContain('BII2-T01-R017');
    expect((await house.document(id)).error).toMatchObject({ type: 'DocumentInvalid' });
  });

  test('a waived rule lets the order through; a layer set to hold makes it wait', async () => {
    const rules = { waivers: [{ rule: 'BII2-T01-R017', reason: 'known fault', until: '2999-12-31' }] };
    const waived = await house.partner({ ...whenClean, rules });
    const [one, two] = [nextNumber(), nextNumber()];
    expect((await house.result(waived, await house.receive(waived, withWrongSum(one)))).outcome).toBe('placed');
    const held = await house.partner({ ...whenClean, rules: { rules: 'hold' } });
    const id = await house.receive(held, withWrongSum(two));
    await house.reached(id, 'waiting');
    expect((await findOrder(house.database.em(), { id }))?.reasons).toMatchObject([{ code: 'RULE_FATAL' }]);
  });

  test('a document that breaks off after its header is refused and answered', async () => {
    const partner = await house.partner({ answers: { ...whenClean.answers, language: 'sv' } });
    const number = nextNumber();
    const id = await house.receive(partner, clean(number, 5).slice(0, -200), { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('refused');
    expect(await house.document(id)).toMatchObject({ state: 'refused', error: { type: 'DocumentMalformed' } });
    const [refused] = (await readTimeline(house.database.em(), { inboundDocumentId: id })).filter(
      ({ code }) => code === 'document.refused',
    );
    expect(timelineSentence(refused!, 'en')).toMatch(/^Refused: The document ends .* \(line \d+, column \d+\)\.$/);
    expect(timelineSentence(refused!, 'sv')).toMatch(/^Avvisat: Dokumentet slutar .* \(rad \d+, kolumn \d+\)\.$/);
    expect((await house.answerIs(result.outboundDocumentId, 'delivered')).responseCode).toBe('27');
    const note = /<cbc:Note>([^<]*)/.exec(await textOf(result.outboundDocumentId))?.[1];
    expect(note).toMatch(/^Dokumentet slutar .* \(rad \d+, kolumn \d+\)\.\n(Här står|Här ska stå): /);
  });

  test('a value that is cut within a character beyond the basic plane stops nothing', async () => {
    const partner = await house.partner(whenClean);
    const scheme = `${'x'.repeat(199)}😀`;
    const xml = clean(nextNumber()).replace('schemeID="SE:ORGNR"', `schemeID="${scheme}"`);
    const result = await house.result(partner, await house.receive(partner, xml));
    expect(result.outcome).toBe('refused');
    await house.answerIs(result.outboundDocumentId, 'delivered');
  });

  test('no XML at all is refused without an answer', async () => {
    const partner = await house.partner(whenClean);
    const id = await house.receive(partner, 'order 17 paper clips please');
    expect(await house.result(partner, id)).toEqual({ outcome: 'refused' });
  });
});

describe('agreements', () => {
  test('an answer without an address is kept', async () => {
    const partner = await house.partner({ ...whenClean, orderResponses: undefined });
    const result = await house.result(partner, await house.receive(partner, clean(nextNumber())));
    await house.answerIs(result.outboundDocumentId, 'kept');
  });

  test('without acceptance nothing is answered', async () => {
    const partner = await house.partner({ answers: { acceptance: 'none' } });
    const id = await house.receive(partner, clean(nextNumber()));
    expect(await house.result(partner, id)).toEqual({ outcome: 'placed', orderId: id });
  });

  test('after a person: the order lands in New, the decision is answered by a workflow of its own', async () => {
    const partner = await house.partner({});
    const id = await house.receive(partner, clean(nextNumber()));
    expect(await house.result(partner, id)).toEqual({ outcome: 'placed', orderId: id });
    await house.decide(id, { kind: 'accept', lines: [] });
    await house.engine.client.workflow.getHandle(`answer:${id}:1`).result();
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Confirmed', responseCode: '29' });
    expect(await house.told(id)).toContain('answer.written');
  });

  test('a test document is fully answered and stops before New', async () => {
    const partner = await house.partner({ mode: 'test', ...whenClean });
    const id = await house.receive(partner, clean(nextNumber()), { mode: 'test' });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('tested');
    await house.answerIs(result.outboundDocumentId, 'delivered');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Tested' });
  });
});

test('an order number of 5,000 characters is kept, shortened where it is searched', async () => {
  const partner = await house.partner(whenClean);
  const number = `${nextNumber()}-${'9'.repeat(5_000)}`;
  const id = await house.receive(partner, clean(number), { number });
  expect((await house.result(partner, id)).outcome).toBe('placed');
  expect((await findOrder(house.database.em(), { id }))?.header.number).toBe(number);
  const again = await house.receive(partner, `${clean(number)} `, { number });
  expect((await house.result(partner, again)).outcome).toBe('duplicate');
});

test('a long order goes through the same steps as a stream', async () => {
  const partner = await house.partner(whenClean);
  const id = await house.receive(partner, clean(nextNumber(), 1_200));
  expect((await house.result(partner, id)).outcome).toBe('placed');
  expect(await findOrder(house.database.em(), { id })).toMatchObject({ lineCount: 1_200, openLines: 0 });
});

test('the books balance', async () => {
  const { balanced, ...books } = await balanceBooks(house.database.em());
  expect(books.problems).toEqual([]);
  expect(balanced).toBe(true);
});
