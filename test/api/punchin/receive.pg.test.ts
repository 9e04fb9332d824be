import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readChunks } from '../../../documents/chunks.ts';
import { balanceBooks } from '../../../documents/books.ts';
import { findTurns } from '../../../documents/turns.ts';
import { timelineSentence } from '../../../documents/sentences.ts';
import { readTimeline } from '../../../documents/timeline.ts';
import { startIntake, type TestIntake } from './intake.ts';
import { enveloped, order } from './order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

async function storedBytes(id: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(intake.api.database.em(), id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a good document', () => {
  it('is stored with bytes, hash and what its header says, and gets a receipt', async () => {
    const partner = await intake.partner();
    const sent = order({ number: '4711' });
    const { status, body, headers } = await intake.post(partner, sent, {
      'x-sender-version': '7',
      'user-agent': 'ERP/1.0',
    });
    expect(status).toBe(202);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      reference: headers.get('x-request-id'),
      state: 'received',
      receivedAt: expect.stringMatching(/Z$/),
      links: { self: `https://orders.example.com${partner.path}/documents/${body.id}` },
    });
    expect((await storedBytes(body.id)).toString()).toBe(sent);
    const [row] = await intake.rows('select * from inbound_document where id = ?', body.id);
    expect(row).toMatchObject({
      partner_id: partner.id,
      partner_code: partner.code,
      mode: 'production',
      agreement_version: 1,
      state: 'received',
      size: String(Buffer.byteLength(sent)),
      complete: true,
      sha256: createHash('sha256').update(sent).digest('hex'),
      content_type: 'application/xml',
      format: 'peppol-28a-order',
      number: '4711',
      buyer: [{ id: '5560001111', scheme: 'SE:ORGNR' }],
      error: null,
    });
    expect(row?.['headers']).toMatchObject({
      authorization: '***',
      'x-sender-version': '***',
      'user-agent': 'ERP/1.0',
    });
    const [entry] = await readTimeline(intake.api.database.em(), { inboundDocumentId: body.id });
    expect(timelineSentence(entry!, 'en')).toMatch(/^Partner \d+ sent order 4711 \(28A, 1\.\d kB\)\.$/);
  });

  it('in an envelope is recognised by what is inside, and the envelope is kept beside it', async () => {
    const partner = await intake.partner();
    const { status, body } = await intake.post(partner, enveloped('0007:5560001111', 'env-1', { number: '4712' }));
    expect(status).toBe(202);
    const [row] = await intake.rows('select format, number, envelope from inbound_document where id = ?', body.id);
    expect(row).toMatchObject({
      format: 'peppol-28a-order',
      number: '4712',
      envelope: { sender: { scheme: '0007', id: '5560001111' }, instanceIdentifier: 'env-1' },
    });
  });

  it('may be in UTF-16 or ISO-8859-1, and in many small pieces', async () => {
    const partner = await intake.partner();
    const utf16 = Buffer.from(`\uFEFF${order({ number: 'u16' }).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const latin1 = Buffer.from(order({ number: 'l1' }).replace('UTF-8', 'ISO-8859-1'), 'latin1');
    for (const bytes of [utf16, latin1]) {
      const { status, body } = await intake.post(partner, bytes, { 'content-type': 'text/xml' });
      expect(status, JSON.stringify(body)).toBe(202);
      expect(await storedBytes(body.id)).toEqual(bytes);
    }
    const text = Buffer.from(order({ number: 'pieces' }));
    const pieces = new ReadableStream({
      async start(controller) {
        for (let at = 0; at < text.length; at += 97) controller.enqueue(text.subarray(at, at + 97));
        controller.close();
      },
    });
    const answer = await intake.call<{ id: string }>(partner.path, {
      method: 'POST',
      body: pieces,
      duplex: 'half',
      headers: { authorization: partner.authorization, 'content-type': 'application/xml; charset=utf-8' },
    });
    expect(answer.status).toBe(202);
    expect(await storedBytes(answer.body.id)).toEqual(text);
  });

  it.each([256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 700_000])(
    'of %i bytes comes back byte by byte',
    async (size) => {
      const partner = await intake.partner();
      const short = order({ number: `size ${size}`, note: 'x' });
      const long = order({ number: `size ${size}`, note: 'x'.repeat(size - Buffer.byteLength(short) + 1) });
      expect(Buffer.byteLength(long)).toBe(size);
      const { status, body } = await intake.post(partner, long);
      expect(status, JSON.stringify(body)).toBe(202);
      expect((await storedBytes(body.id)).equals(Buffer.from(long))).toBe(true);
      await expect.poll(() => readdir(path.join(intake.dataDirectory, 'spool')).catch(() => [])).toEqual([]);
    },
  );

  it('without a workflow is found by the worker', async () => {
    const partner = await intake.partner();
    const { body } = await intake.post(partner, order({ number: 'sweep' }));
    const found = await findTurns(intake.api.database.em(), 100, new Date(Date.now() + 1_000));
    expect(found.find(({ id }) => id === body.id)).toEqual({
      id: body.id,
      partnerId: partner.id,
      partnerCode: partner.code,
      mode: 'production',
      agreementVersion: 1,
      number: 'sweep',
      format: 'peppol-28a-order',
    });
  });
});

describe('the same bytes again', () => {
  it('get the receipt of the first, and a row of their own', async () => {
    const partner = await intake.partner();
    const first = await intake.post(partner, order({ number: 'twice' }));
    const second = await intake.post(partner, order({ number: 'twice' }));
    expect(second.status).toBe(202);
    expect(second.body).toEqual(first.body);
    const rows = await intake.rows(
      'select state, duplicate_of_id from inbound_document where partner_id = ? order by id',
      partner.id,
    );
    expect(rows).toEqual([
      { state: 'received', duplicate_of_id: null },
      { state: 'duplicate', duplicate_of_id: first.body.id },
    ]);
    const chunks = await intake.rows(
      'select count(*)::int as n from document_chunk c join inbound_document d on d.id = c.document_id where d.partner_id = ?',
      partner.id,
    );
    expect(chunks).toEqual([{ n: 1 }]);
    const timeline = await readTimeline(intake.api.database.em(), { inboundDocumentId: first.body.id });
    expect(timeline.map(({ code }) => code)).toEqual(['document.received', 'document.repeated']);
  });

  it.each([
    ['short', 1],
    ['long', 900],
  ])('ten times at once make one document (%s)', async (_length, lines) => {
    const partner = await intake.partner();
    const text = order({ number: 'race', lines });
    const answers = await Promise.all(Array.from({ length: 10 }, () => intake.post(partner, text)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
    const states = await intake.rows(
      'select state, count(*)::int as n from inbound_document where partner_id = ? group by state order by n',
      partner.id,
    );
    expect(states).toEqual([
      { state: 'received', n: 1 },
      { state: 'duplicate', n: 9 },
    ]);
  });

  it('from another partner, or at the test address, are another document', async () => {
    const [one, two] = [await intake.partner(), await intake.partner()];
    const text = order({ number: 'shared' });
    const [first, second] = [await intake.post(one, text), await intake.post(two, text)];
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('after a refusal are looked at anew', async () => {
    const partner = await intake.partner();
    const broken = order().slice(0, -20);
    const [first, second] = [await intake.post(partner, broken), await intake.post(partner, broken)];
    expect([first.status, second.status]).toEqual([400, 400]);
    const rows = await intake.rows('select state from inbound_document where partner_id = ?', partner.id);
    expect(rows).toEqual([{ state: 'refused' }, { state: 'refused' }]);
  });
});

it('keeps books that balance', async () => {
  const books = await balanceBooks(intake.api.database.em());
  expect(books).toMatchObject({ balanced: true, problems: [], placed: 0, waiting: 0 });
  expect(books.received).toBe(books.refused + books.duplicates + books.inProgress);
  expect(books.duplicates).toBeGreaterThan(18);
  expect(books.refused).toBeGreaterThan(1);
});
