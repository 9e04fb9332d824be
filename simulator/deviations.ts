/** What is wrong with an order on purpose: with a line of it, or with what it has of its cart. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { judgeRow } from '../documents/catalogue.ts';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { OrderLineToWrite } from '../formats/document/orderToWrite.ts';
import type { Agreement } from '../partners/agreement.ts';
import { RoundtripError } from '../platform/errors.ts';
import { punchOutOf, type SessionInHand } from '../sessions/inHand.ts';
import { catalogueRows } from '../shop/catalogueRows.ts';

/**
 * Of the first line: `price`, `quantity` (below the least), `unit`, `article`, and `more`, twice what the cart had. `missing`: the last line is
 * left out. `added`: a line more, of an article that the cart has not. `expired`: the order comes after the last day of the cart's promise.
 */
export const deviations = [
  'none',
  'price',
  'quantity',
  'unit',
  'article',
  'more',
  'missing',
  'added',
  'expired',
] as const;
export type Deviation = (typeof deviations)[number];

/** Of the price; more than most agreements tolerate. */
const DEARER = '1.1';
/** Less than any article is sold by. */
const TOO_LITTLE = '0.013';
/** A pallet: a unit that exists, and that few articles are sold in. */
const OTHER_UNIT = 'XPX';
const UNKNOWN_ARTICLE = 'SIMULATOR-UNKNOWN';
const DAY = 86_400_000;

/** Which of them an order of the cart can have. @param session that the cart came from; undefined where it is not known */
export async function possibleDeviations(
  em: EntityManager,
  session: SessionInHand | undefined,
  lines: readonly OrderLineToWrite[],
): Promise<Deviation[]> {
  const promised = session && (await promisedLines(em, session)) > 0;
  return deviations.filter((each) =>
    each === 'missing' ? lines.length > 1 : each === 'expired' ? promised === true : true,
  );
}

async function promisedLines(em: EntityManager, { row }: SessionInHand): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from session_cart_line where session_id = ${row.id} and promise is not null`.execute(
    em.getKysely(),
  );
  return rows[0]!.count;
}

/** Lets the promise of a test visit's cart have ended on the day before: time cannot be turned. @param today business day */
export async function endPromise(em: EntityManager, { row }: SessionInHand, today: string): Promise<void> {
  const until = new Date(Date.parse(today) - DAY).toISOString().slice(0, 10);
  await sql`update session_cart_line line set promise = jsonb_set(promise, '{until}', to_jsonb(${until}::text))
    from punch_out_session session
    where session.id = line.session_id and session.mode = 'test' and line.session_id = ${row.id} and promise is not null`.execute(
    em.getKysely(),
  );
}

/** Who orders, when. */
interface Ordering {
  readonly settings: Agreement;
  readonly customerId: string;
  /** Business day. */
  readonly day: string;
}

/** The lines with the deviation. @throws RequestInvalid where the assortment has no other article */
export async function deviating(
  em: EntityManager,
  lines: readonly OrderLineToWrite[],
  deviation: Deviation,
  ordering: Ordering,
): Promise<readonly OrderLineToWrite[]> {
  if (deviation === 'missing') return lines.slice(0, -1);
  if (deviation === 'added') return [...lines, await addedLine(em, lines, ordering)];
  return lines.map((line, index) => (index === 0 ? wrong(line, deviation) : line));
}

function wrong(line: OrderLineToWrite, deviation: Deviation): OrderLineToWrite {
  const { price } = line;
  if (deviation === 'price') return { ...line, price: { ...price, amount: dearer(price.amount) } };
  if (deviation === 'quantity') return { ...line, quantity: TOO_LITTLE };
  if (deviation === 'more') return { ...line, quantity: plain(new Decimal(line.quantity).mul(2)) };
  if (deviation === 'unit') return { ...line, unit: OTHER_UNIT };
  if (deviation !== 'article') return line;
  const { auxiliaryId: _, ...rest } = line;
  return { ...rest, sellersId: UNKNOWN_ARTICLE };
}

/** At least by one hundredth. */
function dearer(amount: string): string {
  const price = new Decimal(amount);
  return plain(Decimal.max(price.mul(DEARER), price.add('0.01')).toDecimalPlaces(2, Decimal.ROUND_UP));
}

/** The first article of the assortment that the cart has not, as little of it as can be bought, at the customer's price. */
async function addedLine(
  em: EntityManager,
  lines: readonly OrderLineToWrite[],
  { settings, customerId, day }: Ordering,
): Promise<OrderLineToWrite> {
  const { assortment, currency, country } = punchOutOf(settings);
  const inCart = new Set(lines.map(({ sellersId }) => sellersId));
  for await (const row of catalogueRows(em, { customerId, day, currency, language: 'sv', assortment })) {
    const judged = judgeRow(row, { format: 'csv', country, punchOut: undefined });
    if (inCart.has(judged.number) || 'problem' in judged) continue;
    const { sellersId, name, unit, prices, minimumQuantity, multipleQuantity } = judged.item;
    const [{ amount, baseQuantity }] = prices;
    const quantity = minimumQuantity ?? multipleQuantity ?? '1';
    return { id: `${lines.length + 1}`, sellersId, name, unit, quantity, price: { amount, baseQuantity } };
  }
  throw new RoundtripError('RequestInvalid', 'The assortment has no article with a price beside those of the cart.');
}
