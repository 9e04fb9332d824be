import { beforeAll, describe, expect, test } from 'vitest';
import { writeCartMessage } from '../../../../sessions/writeCartMessage.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { placed } from '../../../kit/placed.ts';
import { orderLine } from '../../../shop/lines.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from '../../../sessions/kit.ts';

let console_: Console;
let reader: ConsoleClient;
let operator: ConsoleClient;
let partner: TestPunchOut;

const em = () => console_.api.database.em();

beforeAll(async () => {
  console_ = await startConsole();
  await smallShop(em());
  partner = await punchOut(em());
  [reader, operator] = [await console_.signIn('reader'), await console_.signIn('operator')];
  return console_.api.close;
});

async function returned(more: object = {}) {
  const { session } = await shopping(em(), partner, more);
  await add(em(), session, 'PEN-1', '3');
  await writeCartMessage(em(), { sessionId: session.row.id, attempt: 'a', kind: 'return' }, NOW);
  return session.row;
}

describe('the list of sessions', () => {
  test('says why it is empty', async () => {
    expect((await reader.get('/sessions')).html).toContain('No buyer has come yet.');
  });

  test('is filtered by its address, and finds a visit by the number of a cart that went back', async () => {
    const [first, second] = [await returned(), (await shopping(em(), partner)).session.row];
    const codes = async (query: string) => {
      const { html } = await reader.get(`/sessions?${query}`);
      return [...html.matchAll(/\/admin\/sessions\/[\w-]+">([^<]*)<\/a>/g)].map(([, code]) => code);
    };
    expect(await codes('')).toEqual([second.cartCode, first.cartCode]);
    expect(await codes('state=returned')).toEqual([first.cartCode]);
    expect(await codes('protocol=cxml')).toEqual([]);
    expect(await codes(`q=${first.cartCode.toLowerCase()}-1`)).toEqual([first.cartCode]);
    expect(await codes('state=lost&partner=x&after=y')).toHaveLength(2);
  });
});

describe('a session', () => {
  test('is told with its cart, its documents and the form that went back, without secrets', async () => {
    const call = { contentType: 'application/x-www-form-urlencoded', text: 'USERNAME=anna&PASSWORD=hemligt1' };
    const { id, cartCode } = await returned({
      call,
      user: { key: 'anna', name: '<i>Anna Åberg</i>' },
      parameters: { KST: '4711', session_token: 'hemligt2' },
    });
    const { html } = await reader.get(`/sessions/${id}`);
    expect(html).toContain(`Visit with cart ${cartCode}`);
    expect(html).toContain('&lt;i&gt;Anna Åberg');
    expect(html).toContain('Cart returned');
    expect(html).toMatch(/37\.50 SEK/);
    expect(html).toContain('NEW_ITEM-DESCRIPTION[1]');
    expect(html).toContain('session_token');
    expect(html).not.toContain('/cancel"');
    const texts = [...html.matchAll(/href="\/admin(\/sessions\/[\w-]+\/documents\/[\w-]+\/text)"/g)].map(
      ([, path]) => path!,
    );
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const path of texts) {
      const shown = await reader.get(path);
      expect(shown.status).toBe(200);
      expect(html + shown.html).not.toMatch(/hemligt[12]/);
    }
    expect((await reader.get(texts[0]!.replace(/\/text$/, '/file'))).headers.get('content-disposition')).toContain(
      'attachment',
    );
  });

  test('leads to the orders that name its cart, of the same partner alone', async () => {
    const { id, cartCode } = await returned();
    const partnerId = partner.given.agreement.partnerId;
    const order = await placed(em(), { partnerId, lines: [], header: { quotation: `${cartCode}-1` } });
    const key = `${cartCode.replace('-', '')}.1.12345678`;
    const line = orderLine({ position: 1, item: { sellersExtendedId: key } });
    const byLine = await placed(em(), { partnerId, lines: [line] });
    const { html } = await reader.get(`/sessions/${id}`);
    expect(html).toContain('Orders that came of it');
    for (const one of [order, byLine]) expect(html).toContain(`/admin/orders/${one}`);
    const other = await returned();
    expect((await reader.get(`/sessions/${other.id}`)).html).not.toContain('Orders that came of it');
  });

  test('is ended by an operator, who is told where the engine is away; nobody else may', async () => {
    const { id } = await returned();
    expect((await reader.post(`/sessions/${id}/cancel`)).status).toBe(403);
    expect((await operator.get(`/sessions/${id}`)).html).toContain(`/sessions/${id}/cancel`);
    expect((await operator.post(`/sessions/${id}/cancel`)).location).toBe(`/admin/sessions/${id}`);
    expect((await operator.get(`/sessions/${id}`)).html).toContain('role="alert"');
  });

  test('of others, and what is not there, are pages that say so', async () => {
    const [one, two] = [await returned(), await returned()];
    const { html } = await reader.get(`/sessions/${one.id}`);
    const [, document] = /\/documents\/([\w-]+)\/text/.exec(html)!;
    expect((await reader.get(`/sessions/${two.id}/documents/${document}/text`)).status).toBe(404);
    expect((await reader.get('/sessions/019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11')).status).toBe(404);
  });
});
