import { beforeAll, describe, expect, test } from 'vitest';
import { readTimeline } from '../../documents/timeline.ts';
import { changeLine } from '../../sessions/cart.ts';
import { checkCart } from '../../sessions/checkCart.ts';
import { findCartMessage, latestCartMessage } from '../../sessions/documents.ts';
import { saveForLater, unsentCarts } from '../../sessions/earlierCarts.ts';
import { fillCart } from '../../sessions/edit.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { endWhenDue } from '../../sessions/lifeCycle.ts';
import { PunchOutSession, type MessageKind } from '../../sessions/session.entity.ts';
import type { ReturnSpec } from '../../sessions/returnSpec.ts';
import { findSession } from '../../sessions/sessions.ts';
import { writeCartMessage } from '../../sessions/writeCartMessage.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { prices } from '../shop/fixtures.ts';
import { add, after, NOW, ociReturn, punchOut, short, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  partner = await punchOut(database.em());
  return database.close;
});

const em = () => database.em();
const visit = async (more: object = {}) => shopping(em(), partner, more);
const rowOf = (id: string) => em().findOneOrFail(PunchOutSession, { id });
const told = async (sessionId: string) => (await readTimeline(em(), { sessionId })).map(({ code }) => code);
const write = (session: SessionInHand, attempt: string, kind: MessageKind = 'return', now = NOW) =>
  writeCartMessage(em(), { sessionId: session.row.id, attempt, kind }, now);

async function fieldsOf(session: SessionInHand, attempt: string): Promise<Record<string, string>> {
  return Object.fromEntries((await findCartMessage(em(), session.row.id, attempt))!.form!.fields);
}

describe('a return', () => {
  test('writes the message once for each asking, however often and however fast', async () => {
    const { session } = await visit();
    await add(em(), session, 'PEN-1', '3');
    const answers = await Promise.all([write(session, 'a'), write(session, 'a'), write(session, 'a')]);
    expect(new Set(answers.map((answer) => 'messageId' in answer && answer.messageId)).size).toBe(1);
    expect(answers.filter((answer) => 'ended' in answer)).toMatchObject([{ ended: { outcome: 'returned' } }]);
    expect(answers[0]).toMatchObject({ state: 'returned' });
    expect(await rowOf(session.row.id)).toMatchObject({ state: 'returned', returns: 1, finishedAt: null });
    expect(await fieldsOf(session, 'a')).toMatchObject({
      ...{
        'NEW_ITEM-DESCRIPTION[1]': 'Kulspetspenna blå',
        'NEW_ITEM-QUANTITY[1]': '3',
        'NEW_ITEM-VENDORMAT[1]': 'PEN-1',
      },
    });
    const document = await latestCartMessage(em(), session.row.id);
    expect(document).toMatchObject({
      number: `${session.row.cartCode}-1`,
      lineCount: 1,
      currency: 'SEK',
      purpose: 'return',
    });
    expect((await told(session.row.id)).filter((code) => code === 'session.returned')).toHaveLength(1);
  });

  test('may follow on another until the session ends; each cart has its own number, each line keeps its key', async () => {
    const { session, token } = await visit({ times: short });
    await add(em(), session, 'PEN-1', '3');
    await write(session, 'a');
    const again = await findSession(em(), token, after(1_000));
    await changeLine(em(), again, 1, { quantity: '4' }, after(1_000));
    await write(again, 'b', 'return', after(2_000));
    expect(await rowOf(session.row.id)).toMatchObject({ returns: 2 });
    expect(await fieldsOf(session, 'b')).toMatchObject({
      'NEW_ITEM-QUANTITY[1]': '4',
      'NEW_ITEM-EXT_QUOTE_ID[1]': `${session.row.cartCode}-2`,
    });
    expect(await endWhenDue(em(), session.row.id, after(20_000))).toEqual({ over: 'returned' });
    expect(await told(session.row.id)).toContain('session.ended');
    expect(await write(again, 'c', 'return', after(21_000))).toEqual({ over: 'returned' });
    expect(await write(again, 'b', 'return', after(21_000))).toMatchObject({ state: 'returned' });
    await expect(findSession(em(), token, after(21_000))).rejects.toMatchObject({ type: 'SessionExpired' });
  });

  test('is kept back while the cart has problems, and says which', async () => {
    const { session } = await visit();
    await add(em(), session, 'SKR-1', '14');
    expect(await write(session, 'a')).toEqual({ problems: 1 });
    expect(await write(session, 'b')).toEqual({ problems: 1 });
    expect(await rowOf(session.row.id)).toMatchObject({ state: 'shopping', returns: 0 });
    const rows = await readTimeline(em(), { sessionId: session.row.id });
    expect(rows.filter(({ code }) => code === 'session.problem')[0]?.facts).toEqual({
      ...{ rule: 'CART-QUANTITY', line: 1, found: 'SKR-1, 14 C62' },
    });
    await changeLine(em(), session, 1, { quantity: '20' }, NOW);
    expect(await write(session, 'c')).toMatchObject({ state: 'returned' });
  });

  test('of a changed price waits until the buyer has seen it', async () => {
    const { session } = await visit();
    await add(em(), session, 'PEN-1', '1');
    await prices(em(), { articleNumber: 'PEN-1', amount: '13.10' });
    expect(await write(session, 'a')).toEqual({ problems: 1 });
    await prices(em(), { articleNumber: 'PEN-1', amount: '12.50' });
    expect(await write(session, 'b')).toMatchObject({ state: 'returned' });
  });

  test('without lines is no cart: it must be asked for explicitly', async () => {
    const { session } = await visit();
    expect(await write(session, 'a')).toMatchObject({ problems: 1 });
    expect((await checkCart(em(), session, NOW)).problems).toBeGreaterThan(0);
    expect(await write(session, 'b', 'empty')).toMatchObject({ state: 'returned' });
    expect(
      (await findCartMessage(em(), session.row.id, 'b'))?.form?.fields.some(([name]) => name.startsWith('NEW_ITEM')),
    ).toBe(false);
    expect(await told(session.row.id)).toContain('session.returnedEmpty');
  });

  test('of a session that only looks is refused', async () => {
    const { session } = await visit({ operation: 'inspect' });
    await expect(write(session, 'a')).rejects.toMatchObject({ type: 'AccessDenied' });
    expect(await write(session, 'b', 'cancel')).toMatchObject({ state: 'cancelled' });
  });

  test('tells what the purchasing system will cut', async () => {
    const { session } = await visit();
    await add(em(), session, 'SKR-1', '20');
    const long = 'Mycket lång text '.repeat(50);
    await changeLine(em(), session, 1, { note: long }, NOW);
    const { mapped } = await checkCart(em(), session, NOW);
    expect(mapped.problems).toEqual([]);
    expect(await write(session, 'a')).toMatchObject({ state: 'returned' });
  });
});

describe('leaving', () => {
  test('ends the session: nothing is written any more, and the cart is forgotten unless it was kept', async () => {
    const cancelUrl = 'https://srm.example.com/avbryt';
    const user = { key: 'eva@example.com' };
    const { session, token } = await visit({ returnSpec: { ...ociReturn, cancelUrl }, user });
    await add(em(), session, 'PEN-1', '3');
    expect(await write(session, 'a', 'cancel')).toMatchObject({ state: 'cancelled' });
    expect((await findCartMessage(em(), session.row.id, 'a'))?.form).toMatchObject({
      action: cancelUrl,
      method: 'get',
    });
    await expect(findSession(em(), token, NOW)).rejects.toMatchObject({ type: 'SessionClosed' });
    expect(await write(session, 'b')).toEqual({ over: 'cancelled' });
    const next = await visit({ user });
    expect(await unsentCarts(em(), next.session, NOW)).toEqual([]);
    await add(em(), next.session, 'PEN-1', '1');
    await saveForLater(em(), next.session, NOW);
    await write(next.session, 'c', 'cancel');
    expect(await unsentCarts(em(), (await visit({ user })).session, NOW)).toMatchObject([{ saved: true, lines: 1 }]);
  });

  test('by a protocol without a word for it leaves no form', async () => {
    const { session } = await visit();
    await write(session, 'a', 'cancel');
    expect(await findCartMessage(em(), session.row.id, 'a')).toMatchObject({
      form: null,
      purpose: 'cancel',
      lineCount: 0,
    });
  });

  test('an edit by cXML leaves the original cart as it was, whatever was changed', async () => {
    const from = [{ domain: 'DUNS', identity: '123456789' }];
    const cxml = await punchOut(em(), { cxml: { from } });
    const returnSpec: ReturnSpec = {
      ...{ protocol: 'cxml', url: 'https://srm.example.com/poom', buyerCookie: '<b>å</b>', from, to: from },
      ...{ deploymentMode: 'production', payloadId: '1@srm.example.com' },
    };
    const edit = await shopping(em(), cxml, { operation: 'edit', returnSpec });
    expect(await fillCart(em(), edit.session, [{ sellersId: 'PEN-1', quantity: '3' }], NOW)).toEqual([]);
    await changeLine(em(), edit.session, 1, { quantity: '9' }, NOW);
    const { cart } = await checkCart(em(), edit.session, NOW, 'cancel');
    expect(cart).toMatchObject({ header: { total: '37.5' }, lines: [{ sellersId: 'PEN-1', quantity: '3' }] });
    await write(edit.session, 'a', 'cancel');
    const message = (await findCartMessage(em(), edit.session.row.id, 'a'))!;
    expect(message.form?.fields.map(([name]) => name)).toContain('cxml-base64');
    const xml = Buffer.from(Object.fromEntries(message.form!.fields)['cxml-base64']!, 'base64').toString();
    expect(xml).toContain('<BuyerCookie><b>å</b></BuyerCookie>');
    expect(xml).toContain('code="204"');
    const create = await shopping(em(), cxml, { returnSpec });
    await write(create.session, 'a', 'cancel');
    const left = (await findCartMessage(em(), create.session.row.id, 'a'))!;
    const status = Buffer.from(Object.fromEntries(left.form!.fields)['cxml-base64']!, 'base64').toString();
    expect(status).toContain('code="204"');
  });
});

test('nothing is written for a session that is not there', async () => {
  const asked = { sessionId: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11', attempt: 'a', kind: 'return' } as const;
  await expect(writeCartMessage(em(), asked, NOW)).rejects.toMatchObject({ type: 'NotFound' });
});
