import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { balanceBooks } from '../../documents/books.ts';
import { CHUNK_BYTES, readChunks } from '../../documents/chunks.ts';
import { findUnsignalled, markApplied, markSignalled, nextDecision, storeDecision } from '../../documents/decisions.ts';
import { findInbound, markStarted, receiveDocument, setInboundState } from '../../documents/inbound.ts';
import { claimKey, findKeyOwner, messageKey, orderKey, takeOverKey } from '../../documents/keys.ts';
import { nextOf, nextOfAnswer } from '../../documents/next.ts';
import {
  answersTo,
  attemptsOf,
  endDelivery,
  findOutbound,
  recordAttempt,
  writeOutbound,
} from '../../documents/outbound.ts';
import { addTimeline, readTimeline, timelineRow } from '../../documents/timeline.ts';
import { findTurns } from '../../documents/turns.ts';
import { createPartner } from '../../partners/partners.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let partnerId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  partnerId = await createPartner(database.em(), { name: 'Partner', addresses: { production: 'partner' } });
  return database.close;
});

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function receive(text: string, change: Partial<Parameters<typeof receiveDocument>[1]> = {}): Promise<string> {
  const bytes = Buffer.from(text);
  const arrived = {
    id: v7(),
    reference: 'REFE-RENC',
    partnerId,
    partnerCode: 'partner',
    partnerName: 'Partner',
    mode: 'production',
    agreementVersion: 1,
    receivedAt: new Date(),
    size: bytes.length,
    sha256: hash(text),
    contentType: 'application/xml',
    headers: {},
    remoteAddress: '192.0.2.1',
    buyer: [],
    ...change,
  } as const;
  return (await receiveDocument(database.em(), arrived, bytes)).id;
}

async function bytesOf(id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(database.em(), id)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('inbound documents', () => {
  it('take texts that end in half a character or hold a NUL, as cut texts may', async () => {
    const id = await receive('odd', { buyer: [{ id: 'x\uD83D', scheme: 'a\0b' }] });
    expect((await findInbound(database.em(), id))?.buyer).toEqual([{ id: 'x\uFFFD', scheme: 'ab' }]);
  });

  it('move from a state once: the same step again finds them moved', async () => {
    const id = await receive('moves');
    const error = { type: 'DocumentInvalid', message: 'No.', details: [] } as const;
    expect(
      await setInboundState(database.em(), id, ['received'], 'waiting', { contentHash: hash('c'), lineCount: 3 }),
    ).toBe(true);
    expect(await setInboundState(database.em(), id, ['received'], 'placed')).toBe(false);
    expect(await setInboundState(database.em(), id, ['received', 'waiting'], 'refused', { error })).toBe(true);
    const found = await findInbound(database.em(), id);
    expect(found).toMatchObject({ state: 'refused', contentHash: hash('c'), lineCount: 3, error });
    expect(found?.finishedAt).toBeInstanceOf(Date);
  });

  it('are to be started until they are, oldest first, with all that a start needs', async () => {
    const [first, second] = [await receive('start 1', { number: '1' }), await receive('start 2')];
    const unstarted = async () => {
      const found = await findTurns(database.em(), 100, new Date(Date.now() + 1_000));
      return found.map(({ id }) => id).filter((id) => id === first || id === second);
    };
    expect(await unstarted()).toEqual([first, second]);
    await markStarted(database.em(), first);
    expect(await unstarted()).toEqual([second]);
    expect(await findTurns(database.em(), 100, new Date(Date.now() - 60_000))).toEqual([]);
  });
});

const key = (documentId: string, text: string) =>
  ({ kind: 'order', partnerId, mode: 'production', key: text, documentId, contentHash: hash('a') }) as const;

describe('keys', () => {
  it('are claimed by one of many at once, who may claim again', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map((n) => receive(`claim ${n}`)));
    const owners = await Promise.all(ids.map((id) => claimKey(database.em(), key(id, 'race'))));
    expect(owners.filter((owner) => owner === undefined)).toHaveLength(1);
    const winner = ids[owners.indexOf(undefined)]!;
    expect(owners.filter((owner) => owner?.documentId === winner)).toHaveLength(4);
    expect(await claimKey(database.em(), key(winner, 'race'))).toBeUndefined();
    expect(await findKeyOwner(database.em(), key(winner, 'race'))).toEqual({
      documentId: winner,
      reference: 'REFE-RENC',
      contentHash: hash('a'),
      state: 'received',
    });
  });

  it('of test and production, of messages and orders, of other texts are others', async () => {
    const id = await receive('own keys');
    const one = key(id, 'own');
    expect(await claimKey(database.em(), one)).toBeUndefined();
    for (const other of [{ mode: 'test' }, { kind: 'message' }, { key: 'own ' }] as const) {
      expect(await findKeyOwner(database.em(), { ...one, ...other })).toBeUndefined();
    }
    expect(orderKey({ buyer: 'a', type: 'b', number: 'c' })).not.toBe(
      orderKey({ buyer: 'a', type: 'b,c', number: '' }),
    );
    expect(messageKey({ sender: 'a"', instanceIdentifier: 'b' })).not.toBe(
      messageKey({ sender: 'a', instanceIdentifier: '"b' }),
    );
  });

  it('pass from a refused document to its corrected resend, once', async () => {
    const [refused, resend] = [await receive('refused one'), await receive('resend')];
    await claimKey(database.em(), key(refused, 'handed over'));
    const owner = (await findKeyOwner(database.em(), key(refused, 'handed over')))!;
    expect(await takeOverKey(database.em(), key(resend, 'handed over'), owner)).toBe(true);
    expect(await takeOverKey(database.em(), key(resend, 'handed over'), owner)).toBe(false);
    expect((await findKeyOwner(database.em(), key(resend, 'handed over')))?.documentId).toBe(resend);
  });
});

async function write(state: 'ready' | 'kept' = 'ready', pieces = ['<å', '/>']): Promise<string> {
  const id = v7();
  const inboundDocumentId = await receive(`asks for ${id}`);
  const document = {
    id,
    partnerId,
    mode: 'production',
    agreementVersion: 1,
    inboundDocumentId,
    number: 'R-1',
    format: 'peppol-28a-order-response',
    responseCode: '29',
    contentType: 'application/xml',
    state,
  } as const;
  await writeOutbound(database.em(), document, () => pieces);
  return id;
}

describe('outbound documents', () => {
  it('are written as they stream, with hash, length and a message id that stays', async () => {
    const id = await write();
    expect(await bytesOf(id)).toBe('<å/>');
    const found = await findOutbound(database.em(), id);
    expect(found).toMatchObject({ size: 5, sha256: hash('<å/>'), state: 'ready', attempts: 0 });
    expect(found?.messageId).toMatch(/^urn:uuid:/);
    expect((await answersTo(database.em(), found!.inboundDocument!)).map((answer) => answer.id)).toEqual([id]);
    expect(nextOfAnswer(found!)).toEqual({ kind: 'attempt', at: found!.createdAt.toISOString() });
  });

  it('may be long', async () => {
    const pieces = Array.from({ length: 60_000 }, (_, index) => `<rad>${index} å</rad>\n`);
    const id = await write('ready', pieces);
    expect(await bytesOf(id)).toBe(pieces.join(''));
    const size = Buffer.byteLength(pieces.join(''));
    expect(size).toBeGreaterThan(2 * CHUNK_BYTES);
    expect(await findOutbound(database.em(), id)).toMatchObject({ size, sha256: hash(pieces.join('')) });
  });

  it('are delivered after attempts that are each recorded once', async () => {
    const id = await write();
    const nextAttemptAt = new Date('2026-11-24T10:00:00.000Z');
    const failed = {
      number: 1,
      startedAt: new Date(),
      milliseconds: 12.6,
      outcome: 'failed',
      error: 'Connection refused.',
      nextAttemptAt,
    } as const;
    await recordAttempt(database.em(), id, failed);
    await recordAttempt(database.em(), id, failed);
    const waiting = (await findOutbound(database.em(), id))!;
    expect(waiting).toMatchObject({ state: 'ready', attempts: 1, lastError: 'Connection refused.', nextAttemptAt });
    expect(nextOfAnswer(waiting)).toEqual({ kind: 'attempt', at: '2026-11-24T10:00:00.000Z' });
    const answer = `ok\0 Bearer abcdefghijk ${'x'.repeat(5_000)}`;
    await recordAttempt(database.em(), id, {
      number: 2,
      startedAt: new Date(),
      milliseconds: 5,
      outcome: 'delivered',
      httpStatus: 202,
      answer,
    });
    expect(await findOutbound(database.em(), id)).toMatchObject({
      state: 'delivered',
      attempts: 2,
      nextAttemptAt: null,
      lastError: null,
    });
    const attempts = await attemptsOf(database.em(), id);
    expect(attempts.map(({ number, outcome, milliseconds }) => [number, outcome, milliseconds])).toEqual([
      [1, 'failed', 13],
      [2, 'delivered', 5],
    ]);
    expect(attempts[1]?.answer).toMatch(/^ok Bearer \*\*\* x+$/);
    expect(await endDelivery(database.em(), id, 'cancelled')).toBe(false);
  });

  it('end by a refusal, by giving up, or are kept', async () => {
    const [refused, left, kept] = [await write(), await write(), await write('kept')];
    await recordAttempt(database.em(), refused, {
      number: 1,
      startedAt: new Date(),
      milliseconds: 1,
      outcome: 'refused',
      httpStatus: 403,
      error: 'HTTP 403.',
    });
    expect(await endDelivery(database.em(), left, 'gaveUp')).toBe(true);
    const states = await Promise.all([refused, left, kept].map(async (id) => (await findOutbound(database.em(), id))!));
    expect(states.map(({ state }) => state)).toEqual(['refusedByReceiver', 'gaveUp', 'kept']);
    expect(states.map((document) => nextOfAnswer(document).kind)).toEqual(['undelivered', 'undelivered', 'fetch']);
  });
});

describe('decisions', () => {
  it('are told and carried out once', async () => {
    const inboundDocumentId = await receive('held');
    const given = {
      about: 'hold',
      inboundDocumentId,
      decision: { kind: 'runAgain' },
      actor: 'operator: Anna',
    } as const;
    const { id, answerNumber } = await storeDecision(database.em(), given);
    expect(answerNumber).toBeUndefined();
    const unsignalled = async () =>
      (await findUnsignalled(database.em(), new Date(Date.now() + 1_000))).map((row) => row.id);
    expect(await unsignalled()).toEqual([id]);
    await markSignalled(database.em(), id);
    expect(await unsignalled()).toEqual([]);
    expect((await nextDecision(database.em(), inboundDocumentId))?.id).toBe(id);
    expect(await markApplied(database.em(), id)).toBe(true);
    expect(await markApplied(database.em(), id)).toBe(false);
    expect(await nextDecision(database.em(), inboundDocumentId)).toBeNull();
  });

  it('about an order number its answers without gaps; of two at once the slower is refused', async () => {
    const inboundDocumentId = await receive('decided');
    const given: Parameters<typeof storeDecision>[1] = {
      about: 'order',
      inboundDocumentId,
      orderId: v7(),
      decision: { kind: 'accept', lines: [] },
      actor: 'a',
    };
    expect((await storeDecision(database.em(), given)).answerNumber).toBe(1);
    expect((await storeDecision(database.em(), given)).answerNumber).toBe(2);
    const race = await Promise.allSettled([1, 2, 3].map(() => storeDecision(database.em(), given)));
    const numbers = race.flatMap((result) => (result.status === 'fulfilled' ? [result.value.answerNumber] : []));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.toSorted((a, b) => a! - b!)).toEqual(Array.from(numbers, (_, index) => index + 3));
  });
});

describe('the timeline', () => {
  it('of a document shows its own and those of its order, in order', async () => {
    const inboundDocumentId = await receive('timeline');
    const orderId = v7();
    await addTimeline(database.em(), [
      timelineRow(
        'customer.found',
        { customer: '1', name: 'Kund', by: [{ scheme: 'VAT', value: '2' }] },
        { inboundDocumentId },
      ),
      timelineRow('order.status', { from: 'New', to: 'Confirmed' }, { orderId, actor: 'operator: Anna' }),
    ]);
    await addTimeline(database.em(), []);
    const codes = async (subject: Parameters<typeof readTimeline>[1]) =>
      (await readTimeline(database.em(), subject)).map(({ code }) => code);
    expect(await codes({ inboundDocumentId })).toEqual(['document.received', 'customer.found']);
    expect(await codes({ inboundDocumentId, orderId })).toEqual([
      'document.received',
      'customer.found',
      'order.status',
    ]);
  });

  it('says what happens next', async () => {
    const id = await receive('next');
    const document = { id, partner: partnerId, mode: 'production' } as const;
    expect(await nextOf(database.em(), { ...document, state: 'received' })).toEqual({ kind: 'start' });
    const deadline = '2026-11-27T09:00:00.000Z';
    await addTimeline(database.em(), [timelineRow('order.held', { reasons: 1, deadline }, { inboundDocumentId: id })]);
    expect(await nextOf(database.em(), { ...document, state: 'waiting' })).toEqual({ kind: 'decision', deadline });
    expect(await nextOf(database.em(), { ...document, state: 'placed' })).toEqual({ kind: 'nothing' });
  });
});

describe('the books', () => {
  let own: TestDatabase;
  beforeAll(async () => {
    own = await createTestDatabase();
    return own.close;
  });

  it('name each document that does not stand where it says', async () => {
    const shared = [database, partnerId] as const;
    database = own;
    partnerId = await createPartner(own.em(), { name: 'Partner', addresses: { production: 'partner' } });
    const good = await receive('in progress');
    expect(await balanceBooks(own.em())).toMatchObject({ received: 1, inProgress: 1, balanced: true, problems: [] });
    const late = await receive('late', { receivedAt: new Date(Date.now() - 7_200_000) });
    const placed = await receive('placed without an order');
    await setInboundState(own.em(), placed, ['received'], 'placed');
    const refused = await receive('refused without a reason');
    await setInboundState(own.em(), refused, ['received'], 'refused');
    const torn = await receive('bytes lost', { error: { type: 'DocumentInvalid', message: 'No.', details: [] } });
    await own.em().execute('delete from document_chunk where document_id = ?', [torn]);
    [database, partnerId] = shared;

    const books = await balanceBooks(own.em());
    expect(books).toMatchObject({ received: 5, placed: 0, refused: 1, inProgress: 2, balanced: false });
    expect(new Map(books.problems.map(({ documentId, problem }) => [documentId, problem]))).toEqual(
      new Map([
        [late, 'not handled for too long'],
        [placed, 'placed, but there is no order'],
        [refused, 'refused without a reason'],
        [torn, 'its bytes are not complete'],
      ]),
    );
    expect(books.problems.some(({ documentId }) => documentId === good)).toBe(false);
  });
});
