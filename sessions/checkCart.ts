import type { EntityManager } from '@mikro-orm/postgresql';
import type { Cart } from '../formats/document/cart.ts';
import { lintCart, type LintFinding, type LintOptions } from '../partners/lint/lint.ts';
import type { MappedCart } from '../partners/mapping/apply.ts';
import { neutralCart } from './cartMessage.ts';
import { readCart, type CartView } from './cartView.ts';
import type { SessionInHand } from './inHand.ts';
import { mapCart } from './return/mapped.ts';
import type { SessionToWrite } from './return/message.ts';
import type { MessageKind } from './session.entity.ts';

/** What the lint found; `number` is the key of the line, where it is about one. */
export type CartFinding = LintFinding & { readonly number?: number };

/** A cart as it would leave now, and everything that keeps it back or will be cut. */
export interface CheckedCart {
  readonly view: CartView;
  readonly cart: Cart;
  readonly mapped: MappedCart;
  readonly findings: readonly CartFinding[];
  /** Problems of lines and findings that refuse, and 1 for a cart without lines: 0 for a cart that may leave. */
  readonly problems: number;
}

/** Checks a cart before it leaves, for its page and for the message alike. A cart that says nothing is not checked. */
export async function checkCart(
  em: EntityManager,
  session: SessionInHand,
  now: Date,
  purpose: MessageKind = 'return',
): Promise<CheckedCart> {
  const view = await readCart(em, session, now);
  const cart = await neutralCart(em, session, view, purpose, now);
  const mapped = mapCart(session, cart);
  if (purpose !== 'return') return { view, cart, mapped, findings: [], problems: 0 };
  const findings = lintCart(cart, mapped, lintOptions(session)).map((finding): CartFinding => {
    const line = cart.lines.find(({ position }) => position === finding.line);
    return line ? { ...finding, number: Number(line.id) } : finding;
  });
  const ofLines = view.lines.reduce((count, line) => count + line.problems.length, 0);
  const refusals = findings.filter(({ effect }) => effect === 'refuse').length;
  const empty = view.lines.length === 0 ? 1 : 0;
  return { view, cart, mapped, findings, problems: ofLines + refusals + empty };
}

/** What the lint must know of the call. */
export function lintOptions({ row, settings }: SessionToWrite): LintOptions {
  const spec = row.returnSpec;
  const common = { protocol: spec.protocol, settings };
  if (spec.protocol === 'peppol') return { ...common, document: spec.document };
  if (spec.protocol === 'cxml') return common;
  const { charset, version } = spec;
  return { ...common, ...(charset && { charset }), ...(version !== undefined && { version }) };
}
