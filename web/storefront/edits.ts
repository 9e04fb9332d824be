import { toExpected } from '../../api/errors.ts';
import { changeLine, type LineChange } from '../../sessions/cart.ts';
import { readCart, type CartView, type CartViewLine } from '../../sessions/cartView.ts';
import { readQuantity } from './quantity.ts';
import type { Visit } from './visit.ts';

/** What was typed at a line and cannot be used. It stays in its field. */
export interface Rejected {
  readonly typed: string;
  readonly text: string;
}

export type RejectedEdits = ReadonlyMap<number, Rejected>;

/**
 * Stores what was typed at the lines of the page, whichever button of the cart was pressed, so that nothing typed is lost. @param except a line that is removed anyway
 * @returns what could not be used, by line
 */
export async function storeEdits(visit: Visit, except?: number): Promise<RejectedEdits> {
  const { em, session, form, now } = visit;
  const numbers = form
    .getAll('line')
    .map(Number)
    .filter((number) => number !== except);
  const rejected = new Map<number, Rejected>();
  if (numbers.length === 0) return rejected;
  const stored = new Map((await readCart(em, session, now)).lines.map((line) => [line.number, line]));
  for (const number of numbers) {
    const line = stored.get(number);
    if (!line) continue;
    const problem = await storeEdit(visit, line);
    if (problem) rejected.set(number, problem);
  }
  return rejected;
}

async function storeEdit({ em, session, form, now, tongue }: Visit, line: CartViewLine): Promise<Rejected | undefined> {
  const { number } = line;
  const of = (name: string) => form.get(`${name}-${number}`) ?? undefined;
  const typed = of('quantity') ?? line.quantity;
  const quantity = readQuantity(typed, tongue.language);
  const text = tongue.t.quantityInvalid({ found: typed.slice(0, 40).toWellFormed() });
  if (quantity === undefined) return { typed, text };
  const change = changed(line, { quantity, unit: of('unit'), note: of('note'), reference: of('reference') });
  if (!change) return undefined;
  try {
    await changeLine(em, session, number, change, now);
    return undefined;
  } catch (error) {
    if (toExpected(error)?.type !== 'RequestInvalid') throw error;
    return { typed, text };
  }
}

/** What differs from what is stored; undefined when nothing does. */
function changed(
  line: CartViewLine,
  typed: { [K in keyof Required<LineChange>]: string | undefined },
): LineChange | undefined {
  const before = { quantity: line.quantity, unit: line.unit, note: line.note ?? '', reference: line.reference ?? '' };
  const entries = Object.entries(typed).filter(
    ([name, value]) => value !== undefined && value.trim() !== before[name as keyof LineChange],
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Lines of a cart as pages: so many at a time. */
export const LINES = 100;

export function pageOf(cart: CartView, asked: string): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(cart.lines.length / LINES));
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked, 10) || 1));
  return { page, pages };
}
