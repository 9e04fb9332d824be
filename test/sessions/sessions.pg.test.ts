import { beforeAll, describe, expect, test } from 'vitest';
import { readTimeline } from '../../documents/timeline.ts';
import { documentsOf } from '../../sessions/documents.ts';
import { endWhenDue, extendSession } from '../../sessions/lifeCycle.ts';
import { createSession, findSession, openSession, answerAtOnce, setLanguage } from '../../sessions/sessions.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { PunchOutSession } from '../../sessions/session.entity.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { after, NOW, punchOut, short, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  partner = await punchOut(database.em());
  return database.close;
});

const em = () => database.em();
const rowOf = (id: string) => em().findOneOrFail(PunchOutSession, { id });
const told = async (sessionId: string) => (await readTimeline(em(), { sessionId })).map(({ code }) => code);

describe('a login', () => {
  test('gives a start token that is stored nowhere, and opens the shop once', async () => {
    const call = { contentType: 'application/x-www-form-urlencoded', text: 'USERNAME=upphandling&PASSWORD=***' };
    const { session, startToken } = await createSession(em(), { ...partner.given, call }, NOW);
    expect(startToken).toMatch(/^[\w-]{43}$/);
    const { sessionToken } = await openSession(em(), startToken, after(1_000));
    expect(sessionToken).not.toBe(startToken);
    const found = await findSession(em(), sessionToken, after(2_000));
    expect(found).toMatchObject({ customer: { number: 'K-1' }, partnerName: 'Proceedo', row: { id: session.row.id } });
    const stored = JSON.stringify(await em().getConnection().execute('select * from punch_out_session'));
    expect(stored).not.toContain(startToken);
    expect(stored).not.toContain(sessionToken);
    expect(await told(session.row.id)).toEqual(['session.opened', 'session.customerChosen', 'session.shopping']);
    expect(await documentsOf(em(), session.row.id)).toMatchObject([{ kind: 'call', size: 33, form: undefined }]);
    await expect(openSession(em(), startToken, after(3_000))).rejects.toMatchObject({ type: 'StartTokenUsed' });
  });

  test('may be opened again while no page was seen; the token given first is void then', async () => {
    const { startToken } = await createSession(em(), partner.given, NOW);
    const first = await openSession(em(), startToken, after(100));
    const second = await openSession(em(), startToken, after(200));
    await expect(findSession(em(), first.sessionToken, after(300))).rejects.toMatchObject({ type: 'NotFound' });
    await findSession(em(), second.sessionToken, after(300));
    const slow = await createSession(em(), partner.given, NOW);
    await openSession(em(), slow.startToken, after(100));
    await expect(openSession(em(), slow.startToken, after(10_200))).rejects.toMatchObject({ type: 'StartTokenUsed' });
  });

  test('of two openings at once gives one token that works', async () => {
    const { startToken } = await createSession(em(), partner.given, NOW);
    const opened = await Promise.all([openSession(em(), startToken, NOW), openSession(em(), startToken, NOW)]);
    const seen = await Promise.allSettled(opened.map(({ sessionToken }) => findSession(em(), sessionToken, NOW)));
    expect(seen.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('that is opened too late, or by a text that is no token, is refused', async () => {
    const { startToken } = await createSession(em(), { ...partner.given, times: short }, NOW);
    await expect(openSession(em(), startToken, after(1_001))).rejects.toMatchObject({ type: 'SessionExpired' });
    for (const text of ['', 'x', `${startToken}x`, `${startToken.slice(1)}A`, '\0'.repeat(43), "' or 1=1 --"]) {
      await expect(openSession(em(), text, NOW)).rejects.toMatchObject({ type: 'NotFound' });
      await expect(findSession(em(), text, NOW)).rejects.toMatchObject({ type: 'NotFound' });
    }
  });

  test('with a broken call text is kept as it can be', async () => {
    const call = { contentType: 'text/plain', text: 'halv \ud800 \0' };
    const { session } = await createSession(em(), { ...partner.given, call, parameters: { A: '\0\ud800' } }, NOW);
    expect((await rowOf(session.row.id)).parameters).toEqual({ A: '\ufffd' });
  });

  test('that is answered at once leaves a session that is over', async () => {
    const form = {
      action: 'https://x',
      method: 'post',
      target: '_top',
      charset: 'utf-8',
      fields: [['A', 'å']],
    } as const;
    let id = '';
    const answer = async (_: unknown, { row }: SessionInHand) => {
      id = row.id;
      return form;
    };
    expect(await answerAtOnce(em(), { ...partner.given, operation: 'validate' }, answer, NOW)).toEqual(form);
    expect(await rowOf(id)).toMatchObject({ state: 'returned', finishedAt: NOW, startTokenHash: null });
    expect(await told(id)).toEqual(['session.opened', 'session.customerChosen', 'session.answered']);
  });
});

describe('time', () => {
  test('in use a session lives on, to the end of its life', async () => {
    const { token } = await shopping(em(), partner, { times: short });
    for (let seconds = 4; seconds < 20; seconds += 4) await findSession(em(), token, after(seconds * 1_000));
    const { row } = await findSession(em(), token, after(19_999));
    expect(row.expiresAt).toEqual(after(20_000));
    await expect(findSession(em(), token, after(20_000))).rejects.toMatchObject({ type: 'SessionExpired' });
  });

  test('without use it ends, and the timeline says why', async () => {
    const { session, token } = await shopping(em(), partner, { times: short });
    const { id } = session.row;
    expect(await endWhenDue(em(), id, after(4_000))).toEqual({ again: 1_000 });
    await expect(findSession(em(), token, after(5_000))).rejects.toMatchObject({ type: 'SessionExpired' });
    const ended = { protocol: 'oci', outcome: 'expired', seconds: 5 };
    expect(await endWhenDue(em(), id, after(5_000))).toEqual({ over: 'expired', ended });
    expect(await endWhenDue(em(), id, after(6_000))).toEqual({ over: 'expired' });
    const last = (await readTimeline(em(), { sessionId: id })).at(-1);
    expect(last).toMatchObject({ code: 'session.expired', facts: { because: 'idle' } });
    const unopened = await createSession(em(), { ...partner.given, times: short }, NOW);
    await endWhenDue(em(), unopened.session.row.id, after(1_000));
    const why = (await readTimeline(em(), { sessionId: unopened.session.row.id })).at(-1);
    expect(why).toMatchObject({ facts: { because: 'unopened' } });
  });

  test('an extension gives another life, up to a day from login', async () => {
    const { session, token } = await shopping(em(), partner, { times: short });
    const { id } = session.row;
    await findSession(em(), token, after(4_000));
    expect(await extendSession(em(), id, after(8_000))).toEqual({ again: 5_000 });
    expect((await rowOf(id)).lifeEndsAt).toEqual(after(28_000));
    const day = 86_400_000;
    const long = await shopping(em(), partner, { times: { start: 1_000, idle: day, life: 0.75 * day } });
    await extendSession(em(), long.session.row.id, after(0.5 * day));
    expect((await rowOf(long.session.row.id)).lifeEndsAt).toEqual(after(day));
    await endWhenDue(em(), id, after(13_000));
    expect(await extendSession(em(), id, after(13_000))).toEqual({ over: 'expired' });
  });
});

test('the language can be changed in a session', async () => {
  const { session, token } = await shopping(em(), partner);
  await setLanguage(em(), session, 'en');
  expect((await findSession(em(), token, NOW)).row.language).toBe('en');
});
