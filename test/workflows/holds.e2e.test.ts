import { beforeAll, describe, expect, test } from 'vitest';
import { readChunks } from '../../documents/chunks.ts';
import { decisionsOf, type PersonsDecision } from '../../documents/decide.ts';
import { nextOf } from '../../documents/next.ts';
import { answersTo } from '../../documents/outbound.ts';
import { readTimeline, type TimelineFacts } from '../../documents/timeline.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { TestEngine, until } from './engine.ts';
import { clean, withOtherPrice, withRepeatedNumber, withUnknownArticle } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const nextNumber = (): string => `H-${(serial += 1)}`;
async function textOf(outboundDocumentId: string | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), outboundDocumentId!)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The first note: that of the answer, or of its first line that has one. */
const noteOf = (xml: string) => /<cbc:Note>([^<]*)</.exec(xml)?.[1];
const statuses = (xml: string) => [...xml.matchAll(/<cbc:LineStatusCode[^>]*>(\d+)</g)].map(([, code]) => code);

describe('a held order', () => {
  test('waits with a reason per line, and is answered with 30 where changes are allowed', async () => {
    const partner = await house.partner({ answers: { acceptance: 'whenClean', changesAllowed: true } });
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    await house.reached(id, 'waiting');
    const held = await findOrder(house.database.em(), { id });
    expect(held).toMatchObject({ status: 'Waiting', openLines: 1 });
    expect(await house.told(id)).toContain('order.held');
    await house.decide(id, {
      kind: 'acceptWithChanges',
      lines: [{ position: 2, action: 'reject', note: 'Finns inte' }],
    });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('placed');
    const xml = await textOf(result.outboundDocumentId);
    expect(xml).toContain('>30</cbc:OrderResponseCode>');
    expect(statuses(xml)).toEqual(['29', '27', '29']);
    expect(xml).toContain('Finns inte');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({
      status: 'New',
      responseCode: '30',
      openLines: 0,
    });
  });

  test('whose line number is repeated waits; the answer says which line each of its lines is about', async () => {
    const partner = await house.partner({ answers: { acceptance: 'whenClean', changesAllowed: true, language: 'sv' } });
    const number = nextNumber();
    const id = await house.receive(partner, withRepeatedNumber(number), { number });
    await house.reached(id, 'waiting');
    const reasons = (await readTimeline(house.database.em(), { inboundDocumentId: id }))
      .filter(({ code }) => code === 'order.reason')
      .map(({ facts }) => (facts as TimelineFacts['order.reason']).reason);
    expect(reasons).toMatchObject([
      {
        code: 'LINE_NUMBER_REPEATED',
        line: '1',
        field: 'LineItem/ID',
        found: '1',
        expected: 'a number that no other line of the order has',
        facts: { position: 3, first: 1 },
      },
    ]);
    await house.decide(id, { kind: 'acceptWithChanges', lines: [{ position: 1, action: 'reject', note: 'Slut' }] });
    const xml = await textOf((await house.result(partner, id)).outboundDocumentId);
    const answered = xml.split('<cac:OrderLine>').slice(1);
    const of = (line: string) => [
      /<cac:LineItem>\s*<cbc:ID>(\d+)</.exec(line)?.[1],
      /<cbc:LineID>(\d+)</.exec(line)?.[1],
      /LineStatusCode[^>]*>(\d+)</.exec(line)?.[1],
      noteOf(line),
    ];
    expect(answered.map(of)).toEqual([
      ['1', '1', '27', 'Slut'],
      ['2', '2', '29', undefined],
      ['3', '1', '29', 'Er order har det här radnumret mer än en gång; det här gäller dess rad 3, räknat uppifrån.'],
    ]);
  });

  test('accepted as ordered is answered with 29, by whom stands in the timeline', async () => {
    const partner = await house.partner({});
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'accept', lines: [] });
    const result = await house.result(partner, id);
    expect(await textOf(result.outboundDocumentId)).toContain('>29</cbc:OrderResponseCode>');
    expect(await house.told(id)).toEqual(expect.arrayContaining(['order.reason', 'decision.made', 'order.status']));
  });

  test('rejected is answered with 27 and the note', async () => {
    const partner = await house.partner({});
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'reject', note: 'Vi säljer inte detta.', lines: [] });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('refused');
    const xml = await textOf(result.outboundDocumentId);
    expect(xml).toContain('>27</cbc:OrderResponseCode>');
    expect(xml).toContain('Vi säljer inte detta.');
    expect(statuses(xml)).toEqual([]);
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Rejected' });
  });

  test('is checked again after the set-up was mended, and keeps its number', async () => {
    const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    await house.reached(id, 'waiting');
    const before = await findOrder(house.database.em(), { id });
    await house.agree(partner, { answers: { acceptance: 'whenClean' }, price: { tolerancePercent: '99' } });
    await house.decide(id, { kind: 'runAgain' });
    expect((await house.result(partner, id)).outcome).toBe('placed');
    const after = await findOrder(house.database.em(), { id });
    expect(after).toMatchObject({ status: 'New', number: before!.number, agreementVersion: 2, responseCode: '29' });
  });

  test('that is run again unchanged waits again, until the same deadline', async () => {
    const partner = await house.partner({});
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'runAgain' });
    await until(async () =>
      (await house.told(id)).filter((code) => code === 'order.held').length === 2 ? true : undefined,
    );
    const held = (await readTimeline(house.database.em(), { inboundDocumentId: id })).filter(
      ({ code }) => code === 'order.held',
    );
    const deadlines = held.map(({ facts }) => (facts as TimelineFacts['order.held']).deadline);
    expect(deadlines[0]).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(deadlines[1]).toBe(deadlines[0]);
    await house.decide(id, { kind: 'reject', lines: [] });
    expect((await house.result(partner, id)).outcome).toBe('refused');
  });

  test('that is rejected without a word is answered with the reasons, in the language of the agreement', async () => {
    const partner = await house.partner({ answers: { language: 'sv' } });
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'reject', lines: [] });
    const { outboundDocumentId } = await house.result(partner, id);
    expect(noteOf(await textOf(outboundDocumentId))).toMatch(
      /^Rad \S+: vi har ingen artikel med vårt artikelnummer XX-1/,
    );
  });

  test('is pointed out by a reminder and at its deadline, and goes on waiting', async () => {
    const hour = 1 / 3_600;
    const partner = await house.partner({ hold: { remindAfterHours: hour * 0.2, deadlineHours: hour * 0.4 } });
    const number = nextNumber();
    const id = await house.receive(partner, withUnknownArticle(number), { number });
    await until(async () => ((await house.told(id)).includes('order.deadlinePassed') ? true : undefined));
    expect(await house.told(id)).toContain('order.reminder');
    expect((await house.document(id)).state).toBe('waiting');
    expect(house.logged).toContainEqual(
      expect.objectContaining({ alert: 'hold', inboundDocumentId: id, kind: 'deadline' }),
    );
  });
});

describe('prices beyond the tolerance', () => {
  test('reject the line where the agreement says so and the buyer takes changes', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean', changesAllowed: true },
      price: { beyond: 'reject' },
    });
    const number = nextNumber();
    const xml = clean(number, 2).replace(/(<cbc:PriceAmount[^>]*>)[^<]*/, (_, tag: string) => `${tag}0.01`);
    const id = await house.receive(partner, xml, { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('placed');
    const answered = await textOf(result.outboundDocumentId);
    expect(statuses(answered)).toEqual(['27', '29']);
    expect(noteOf(answered)).toMatch(/^Price 0\.01 SEK, our price [\d.,]+ SEK\./);
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ openLines: 0 });
    expect(await house.told(id)).toContain('order.lineRejected');
  });

  test('refuse the order where the buyer takes no changes', async () => {
    const partner = await house.partner({ answers: { acceptance: 'whenClean' }, price: { beyond: 'reject' } });
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('refused');
    const xml = await textOf(result.outboundDocumentId);
    expect(xml).toContain('>27</cbc:OrderResponseCode>');
    expect(noteOf(xml)).toMatch(
      /^The order cannot be accepted as it stands\.\nLine 1: price [\d.,]+ SEK, our price [\d.,]+ SEK\.$/,
    );
    expect(await findOrder(house.database.em(), { inboundDocumentId: id })).toBeUndefined();
  });
});

describe('bands of prices', () => {
  const facts = async (id: string, code: string) =>
    (await readTimeline(house.database.em(), { inboundDocumentId: id })).filter((entry) => entry.code === code);

  test('accept a line at our price, and answer so at once', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean', changesAllowed: true },
      price: { line: { below: { beyond: 'ourPrice' } } },
    });
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('placed');
    const answered = await textOf(result.outboundDocumentId);
    expect(answered).toContain('>30</cbc:OrderResponseCode>');
    expect(statuses(answered)).toEqual(['30']);
    const [row] = await facts(id, 'order.lineAtOurPrice');
    const { reason } = row!.facts as TimelineFacts['order.lineAtOurPrice'];
    expect(reason).toMatchObject({ code: 'PRICE_DEVIATION', action: 'ourPrice' });
    expect(answered).toMatch(new RegExp(`<cbc:PriceAmount[^>]*>${reason.expected.replace('.', '\\.')}<`));
    expect(noteOf(answered)).toMatch(/^Price [\d.,]+ SEK, our price [\d.,]+ SEK\./);
    expect(await findOrder(house.database.em(), { id })).toMatchObject({
      status: 'New',
      responseCode: '30',
      openLines: 0,
    });
  });

  test('wait for a person where the buyer takes no changes', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean' },
      price: { line: { below: { beyond: 'ourPrice' } } },
    });
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    await house.reached(id, 'waiting');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'Waiting', openLines: 1 });
  });

  test('accept as ordered, and tell it', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean' },
      price: { line: { below: { bands: [{ percent: '100', action: 'notify' }] } } },
    });
    const number = nextNumber();
    const id = await house.receive(partner, withOtherPrice(number), { number });
    const result = await house.result(partner, id);
    expect(await textOf(result.outboundDocumentId)).toContain('>29</cbc:OrderResponseCode>');
    expect(await facts(id, 'order.deviationAccepted')).toMatchObject([
      { facts: { reason: { code: 'PRICE_DEVIATION', action: 'notify' } } },
    ]);
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ status: 'New', openLines: 0 });
  });

  test('keep what the agreement decided about a line while a person decides about another', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean', changesAllowed: true },
      price: { line: { below: { beyond: 'ourPrice' } }, lineAmount: 'notify' },
    });
    const number = nextNumber();
    const xml = withUnknownArticle(number).replace(/(<cbc:PriceAmount[^>]*>)[^<]*/, (_, tag: string) => `${tag}0.01`);
    const id = await house.receive(partner, xml, { number });
    await house.reached(id, 'waiting');
    expect(await findOrder(house.database.em(), { id })).toMatchObject({ openLines: 1 });
    await house.decide(id, {
      kind: 'acceptWithChanges',
      lines: [{ position: 2, action: 'reject', note: 'Finns inte' }],
    });
    const answered = await textOf((await house.result(partner, id)).outboundDocumentId);
    expect(statuses(answered)).toEqual(['30', '27', '29']);
  });

  test('judge the order as a whole', async () => {
    const partner = await house.partner({
      answers: { acceptance: 'whenClean' },
      deviations: { minimumValue: { amount: '1000000', currency: 'SEK', action: 'rejectOrder' } },
    });
    const number = nextNumber();
    const id = await house.receive(partner, clean(number), { number });
    const result = await house.result(partner, id);
    expect(result.outcome).toBe('refused');
    expect(noteOf(await textOf(result.outboundDocumentId))).toMatch(
      /^The order cannot be accepted as it stands\.\nThe order is worth [\d.,]+ SEK, and the least is 1,000,000\.00 SEK\.$/,
    );
  });
});

describe('an order in New', () => {
  const answersOf = async (id: string) =>
    (await answersTo(house.database.em(), id)).map(({ number, responseCode }) => [number.slice(-2), responseCode]);

  async function decided(id: string, decision: PersonsDecision): Promise<void> {
    await house.decide(id, decision);
    await until(async () => ((await decisionsOf(house.database.em(), id)).at(-1)?.appliedAt ? true : undefined));
  }

  test("waits to be confirmed where answers are a person's, and is answered then", async () => {
    const partner = await house.partner({ answers: { acceptance: 'afterPerson' } });
    const number = nextNumber();
    const id = await house.receive(partner, clean(number), { number });
    await house.result(partner, id);
    expect(await nextOf(house.database.em(), await house.document(id))).toEqual({ kind: 'confirm' });
    await house.decide(id, { kind: 'accept', lines: [] });
    await until(async () => ((await answersOf(id)).length > 0 ? true : undefined));
    expect(await answersOf(id)).toEqual([['-1', '29']]);
  });

  test('that was answered at once is confirmed without telling the buyer twice, unless there is something to tell', async () => {
    const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
    const [quiet, noted] = [nextNumber(), nextNumber()];
    const first = await house.receive(partner, clean(quiet), { number: quiet });
    const second = await house.receive(partner, clean(noted), { number: noted });
    await Promise.all([house.result(partner, first), house.result(partner, second)]);
    await decided(first, { kind: 'accept', lines: [] });
    await decided(second, { kind: 'accept', note: 'Tack!', lines: [] });
    await until(async () => ((await answersOf(second)).length > 1 ? true : undefined));
    expect(await answersOf(second)).toEqual([
      ['-1', '29'],
      ['-2', '29'],
    ]);
    expect(await answersOf(first)).toEqual([['-1', '29']]);
    expect(await findOrder(house.database.em(), { id: first })).toMatchObject({ status: 'Confirmed' });
  });
});
