import { beforeAll, describe, expect, it } from 'vitest';
import { setInboundState } from '../../../documents/inbound.ts';
import { recordAttempt } from '../../../documents/outbound.ts';
import { addTimeline, readTimeline, timelineRow } from '../../../documents/timeline.ts';
import { applyDecision } from '../../../shop/orderDecision.ts';
import { answer, placed, received } from '../../kit/placed.ts';
import { orderLine } from '../../shop/lines.ts';
import { startIntake, type TestIntake, type TestPartner } from './intake.ts';

let intake: TestIntake;
let partner: TestPartner;
beforeAll(async () => {
  intake = await startIntake();
  partner = await intake.partner();
  return intake.close;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${intake.api.url}${path}`, { headers: { authorization: partner.authorization, ...headers } });

describe('the state of a document that waits', () => {
  it('names each problem with line, element, found and expected, in the language that is asked for, without our candidates', async () => {
    const em = intake.api.database.em();
    const candidates = [{ id: '1', number: 'K1', name: 'Another customer', by: 'VAT number' }];
    const reasons = [
      {
        code: 'CUSTOMER_AMBIGUOUS',
        field: 'BuyerCustomerParty/Party',
        found: '0007:5560001111',
        expected: 'identities of one customer',
        facts: { identities: [{ scheme: '0007', value: '5560001111' }] },
        candidates,
      },
    ] as const;
    const lines = [orderLine({ position: 1, id: '10' }), orderLine({ position: 2, id: '20' })];
    const id = await placed(em, { partnerId: partner.id, status: 'Waiting', lines, reasons });
    const english = (await (await ask(`${partner.path}/documents/${id}`)).json()) as Record<string, unknown> & {
      problems: Record<string, string>[];
    };
    expect(english).toMatchObject({
      state: 'waiting',
      finishedAt: null,
      order: { number: expect.stringMatching(/^SO-\d+$/), status: 'Waiting', lines: 2, openLines: 2 },
    });
    expect(english.problems[0]).toEqual({
      code: 'CUSTOMER_AMBIGUOUS',
      element: 'BuyerCustomerParty/Party',
      found: '0007:5560001111',
      expected: 'identities of one customer',
      text: 'Several of our customers are known by organisation number 556000-1111.',
    });
    expect(english.problems.map(({ line }) => line)).toEqual([undefined, '10', '20']);
    expect(english.problems[1]).toMatchObject({ code: 'PRODUCT_UNKNOWN', text: expect.stringMatching(/^Line 10: /) });
    expect(JSON.stringify(english)).not.toContain('Another customer');
    const swedish = (await (
      await ask(`${partner.path}/documents/${id}`, { 'accept-language': 'sv' })
    ).json()) as typeof english;
    expect(swedish.problems[1]?.['text']).toMatch(/^Rad 10: /);
  });

  it('lists at most 100 problems of a long order', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => orderLine({ position: i + 1, id: `${i + 1}` }));
    const id = await placed(intake.api.database.em(), { partnerId: partner.id, status: 'Waiting', lines });
    const { problems, order } = (await (await ask(`${partner.path}/documents/${id}`)).json()) as {
      problems: unknown[];
      order: unknown;
    };
    expect(problems).toHaveLength(100);
    expect(order).toMatchObject({ openLines: 700 });
  });
});

describe('an answer', () => {
  it('is fetched by its link, byte by byte, by the one whose document it answers', async () => {
    const id = await received(intake.api.database.em(), partner.id);
    const answerId = await answer(intake.api.database.em(), partner.id, id, 'kept');
    const { answers } = (await (await ask(`${partner.path}/documents/${id}`)).json()) as {
      answers: { links: { self: string } }[];
    };
    expect(answers).toEqual([
      {
        id: answerId,
        number: 'SVAR/1',
        code: '29',
        state: 'kept',
        createdAt: expect.stringMatching(/Z$/),
        deliveredAt: null,
        attempts: 0,
        nextAttemptAt: null,
        lastError: null,
        contentType: 'application/xml',
        links: { self: `https://orders.example.com${partner.path}/documents/${id}/answers/${answerId}` },
      },
    ]);
    const path = new URL(answers[0]!.links.self).pathname;
    const fetched = await ask(path);
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'application/xml']);
    expect(await fetched.text()).toBe('<OrderResponse>åäö</OrderResponse>');
    await (await ask(path)).text();
    const told = async () =>
      (await readTimeline(intake.api.database.em(), { outboundDocumentId: answerId })).map(({ code }) => code);
    await expect.poll(told).toEqual(['answer.fetched']);
    expect((await ask(path.replace(answerId, id))).status).toBe(404);
    const other = await intake.partner();
    const stranger = { authorization: other.authorization };
    expect((await ask(path.replace(partner.code, other.code), stranger)).status).toBe(404);
    expect((await ask(path, stranger)).status).toBe(401);
  });
});

interface Shown {
  readonly state: string;
  readonly text: string;
  readonly next: { readonly text: string; readonly at: string | null };
  readonly problems: readonly object[];
  readonly error: { readonly message: string } | null;
}

async function shown(id: string, headers: Record<string, string> = {}): Promise<Shown> {
  return (await (await ask(`${partner.path}/documents/${id}`, headers)).json()) as Shown;
}

describe('a document says in words where it stands and what happens next', () => {
  it('while it is not read yet', async () => {
    const id = await received(intake.api.database.em(), partner.id);
    expect(await shown(id)).toMatchObject({
      text: 'The document is stored and will be read in a moment.',
      next: { text: 'Ask again in a moment.', at: null },
    });
  });

  it('while a person decides', async () => {
    const em = intake.api.database.em();
    const id = await placed(em, { partnerId: partner.id, status: 'Waiting', lines: [orderLine({})] });
    const deadline = '2026-11-27T02:37:42.000Z';
    await addTimeline(em, [timelineRow('order.held', { reasons: 1, deadline }, { inboundDocumentId: id })]);
    expect(await shown(id)).toMatchObject({
      text: expect.stringMatching(/^The order waits in the shop as SO-\d+: a person decides/),
      next: { text: expect.stringContaining('Fri, 27 Nov 2026, 02:37 UTC'), at: deadline },
    });
    expect((await shown(id, { 'accept-language': 'sv' })).next.text).toContain('fre 27 nov. 2026 02:37 UTC');
  });

  it('when it is placed: before it is answered, while the answer is on its way, and when it cannot be delivered', async () => {
    const em = intake.api.database.em();
    const id = await placed(em, { partnerId: partner.id, lines: [orderLine({})] });
    expect(await shown(id)).toMatchObject({
      text: expect.stringMatching(/^The order is in the shop as SO-\d+, in status New\.$/),
      next: { text: 'A person of the shop looks at the order; then it is answered.' },
      problems: [],
    });
    const answerId = await answer(em, partner.id, id, 'ready');
    expect((await shown(id)).next.text).toMatch(/^The answer is sent to you, next /);
    const attempt = {
      number: 1,
      startedAt: new Date(),
      milliseconds: 1,
      outcome: 'refused',
      error: 'HTTP 403.',
    } as const;
    await recordAttempt(em, answerId, attempt);
    expect(await shown(id)).toMatchObject({
      next: { text: expect.stringContaining('could not be delivered to you') },
      answers: [{ state: 'refusedByReceiver', attempts: 1, lastError: 'HTTP 403.' }],
    });
  });

  it('when it is refused, with what was wrong, in the language of the agreement', async () => {
    const em = intake.api.database.em();
    const swedish = await intake.partner({ settings: { answers: { language: 'sv' } } });
    const id = await received(em, swedish.id);
    const error = { type: 'DocumentInvalid', message: 'Ordern bryter mot regler.', details: [] } as const;
    await setInboundState(em, id, ['received'], 'refused', { error });
    const headers = { authorization: swedish.authorization, 'accept-language': '*' };
    const told = (await (await ask(`${swedish.path}/documents/${id}`, headers)).json()) as Shown;
    expect(told.text).toBe('Avvisat: Ordern bryter mot regler.');
    expect(told.next.text).toMatch(/^Rätta ordern och skicka den igen/);
  });

  it('when a person rejected the order after a hold: every problem is there still', async () => {
    const em = intake.api.database.em();
    const id = await placed(em, { partnerId: partner.id, status: 'Waiting', lines: [orderLine({})] });
    await applyDecision(em, id, { kind: 'reject', lines: [] });
    const error = { type: 'DocumentInvalid', message: 'No.', details: [] } as const;
    await setInboundState(em, id, ['waiting'], 'refused', { error });
    expect(await shown(id)).toMatchObject({ problems: [{ code: 'PRODUCT_UNKNOWN' }] });
  });

  it('when it was a test', async () => {
    const id = await received(intake.api.database.em(), partner.id);
    await setInboundState(intake.api.database.em(), id, ['received'], 'tested');
    expect((await shown(id)).text).toMatch(/^The test order was checked/);
  });
});

describe('the state of a repeat', () => {
  it('points to the first, and tells what became of that', async () => {
    const em = intake.api.database.em();
    const first = await placed(em, { partnerId: partner.id, lines: [orderLine({})] });
    const answerId = await answer(em, partner.id, first, 'kept');
    const repeat = await received(em, partner.id);
    await setInboundState(em, repeat, ['received'], 'duplicate', { duplicateOf: first });
    const body = await (await ask(`${partner.path}/documents/${repeat}`)).json();
    expect(body).toMatchObject({
      state: 'duplicate',
      text: expect.stringMatching(
        /^A repeat of document [A-Z0-9]{4}-[A-Z0-9]{4}: nothing is done twice\. The order is in the shop as SO-\d+/,
      ),
      next: { text: 'Fetch the answer by its link.' },
      order: { status: 'New' },
      answers: [{ id: answerId, links: { self: expect.stringContaining(`/documents/${first}/answers/${answerId}`) } }],
      duplicateOf: {
        id: first,
        reference: expect.any(String),
        links: { self: `https://orders.example.com${partner.path}/documents/${first}` },
      },
    });
  });
});
