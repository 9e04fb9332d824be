import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { CartLine } from '../../formats/document/cart.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import { removeLine } from '../../sessions/cart.ts';
import { cartLines } from '../../sessions/orderedCart.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { countStatements } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;
let number = '';
/** Number of a cart with an article in two lines. */
let twice = '';
let unsent = '';
let lines: readonly CartLine[] = [];
const numbers = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  await smallShop(em);
  for (const row of (await query(database.url, ['select id, article_number from product'])) as Record<
    string,
    string
  >[]) {
    numbers.set(row['id']!, row['article_number']!);
  }
  partner = await punchOut(em);
  const { session } = await shopping(em, partner);
  await add(em, session, 'SKR-1', '2', 'BX');
  await add(em, session, 'PEN-1', '3');
  await add(em, session, 'SKR-1', '10');
  await removeLine(em, session, 1, NOW);
  const cart = await neutralCart(em, session, await readCart(em, session, NOW), 'return', NOW);
  ({ lines } = cart);
  ({ number } = cart.header);
  await query(database.url, [`update punch_out_session set returns = 1 where id = '${session.row.id}'`]);
  const other = await shopping(em, partner);
  await add(em, other.session, 'SKR-1', '1', 'BX');
  await add(em, other.session, 'SKR-1', '10');
  twice = (await neutralCart(em, other.session, await readCart(em, other.session, NOW), 'return', NOW)).header.number;
  await query(database.url, [`update punch_out_session set returns = 1 where id = '${other.session.row.id}'`]);
  const open = await shopping(em, partner);
  await add(em, open.session, 'PEN-1', '1');
  const kept = await neutralCart(em, open.session, await readCart(em, open.session, NOW), 'return', NOW);
  unsent = kept.lines[0]!.auxiliaryId!;
  return database.close;
});

interface Named {
  readonly auxiliary?: string;
  readonly quotation?: string;
  readonly line?: string;
  readonly article?: string;
  readonly partnerId?: string;
  readonly mode?: 'production' | 'test';
}

/** Article of the cart line that an ordered line names, and the statements that it took. */
async function find({ auxiliary, quotation, line, article, partnerId, mode = 'production' }: Named) {
  const item = {
    ...(auxiliary !== undefined && { sellersExtendedId: auxiliary }),
    ...(article !== undefined && { sellersId: article }),
  };
  const ordered = [orderLine({ position: 7, item, ...(line !== undefined && { quotationLine: line }) })];
  const header = quotation === undefined ? {} : { quotation };
  const given = { partnerId: partnerId ?? partner.given.agreement.partnerId, mode, header, lines: ordered };
  let found: string | undefined;
  const statements = await countStatements(database.em(), async (em) => {
    found = (await cartLines(em, given)).get(7)?.productId;
  });
  return [found === undefined ? undefined : numbers.get(found), statements];
}

const of = (articleNumber: string): CartLine => lines.find(({ sellersId }) => sellersId === articleNumber)!;

describe('an ordered line', () => {
  it('finds its cart line by the key that the cart gave it', async () => {
    for (const { auxiliaryId, sellersId } of lines) {
      expect(await find({ auxiliary: auxiliaryId })).toEqual([sellersId, 1]);
    }
  });

  it('finds it by the number of the cart and of its line, with and without the count of the return', async () => {
    const { id } = of('PEN-1');
    expect(await find({ quotation: number, line: id })).toEqual(['PEN-1', 1]);
    expect(await find({ quotation: ` ${number.slice(0, 9)} `, line: id })).toEqual(['PEN-1', 1]);
    expect(await find({ quotation: number, line: '99' })).toEqual([undefined, 1]);
  });

  it('finds it by the number of the cart alone where its article stands there once', async () => {
    expect(await find({ quotation: number, article: 'PEN-1' })).toEqual(['PEN-1', 1]);
    expect(await find({ quotation: number, article: 'SKR-1' })).toEqual(['SKR-1', 1]);
    expect(await find({ quotation: number, article: 'PA-1' })).toEqual([undefined, 1]);
    expect(await find({ quotation: twice, article: 'SKR-1' })).toEqual([undefined, 1]);
  });

  it.each<[string, () => Named]>([
    ['a key that was put together', () => ({ auxiliary: `${of('PEN-1').auxiliaryId.slice(0, -8)}00000000` })],
    ['a key of a cart that did not go back', () => ({ auxiliary: unsent })],
    ["another partner's cart", () => ({ auxiliary: of('PEN-1').auxiliaryId, partnerId: v7() })],
    ["another partner's cart by its number", () => ({ quotation: number, line: '2', partnerId: v7() })],
    ['a cart of another mode', () => ({ auxiliary: of('PEN-1').auxiliaryId, mode: 'test' })],
  ])('finds nothing by %s', async (_, named) => {
    expect(await find(named())).toEqual([undefined, 1]);
  });

  it.each<Named>([
    {},
    { auxiliary: 'KP 01' },
    { quotation: 'OFF-2026-17', line: '1' },
    { line: '1' },
    { quotation: 'ABCD-1234' },
  ])('that names no cart of ours asks nobody: %j', async (named) => {
    expect(await find(named)).toEqual([undefined, 0]);
  });
});
