/** One check of an agreement by the simulated system, and what came of it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderLineToWrite } from '../../formats/document/orderToWrite.ts';
import type { Buyer } from '../../simulator/buyer.ts';
import type { SimulatedFormat } from '../../simulator/orders.ts';
import type { SimulationInHand } from '../../simulator/simulations.ts';

export const checkKinds = [
  'login',
  'wrongSecret',
  'cart',
  'cancel',
  'empty',
  'expiry',
  'order',
  'duplicate',
  'change',
  'cancellation',
  'price',
  'answer',
  'outage',
] as const;
export type CheckKind = (typeof checkKinds)[number];

export const outcomes = ['pass', 'fail', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What was found where a check failed, or why it does not apply. Each has a sentence with advice. */
export const findingKeys = [
  'refused',
  'wrongSecretAccepted',
  'noCart',
  'cartUnreadable',
  'linesLost',
  'cartCameBack',
  'noEmptyCart',
  'stillOpen',
  'nothingToOrder',
  'orderNotTaken',
  'orderRefused',
  'orderWaits',
  'takenTwice',
  'notChangeable',
  'changeRefused',
  'priceAccepted',
  'answersNever',
  'answersLater',
  'noAnswerInFormat',
  'answerKept',
  'noAnswer',
  'notRepeated',
  'broken',
] as const;
export type FindingKey = (typeof findingKeys)[number];

export interface CheckFinding {
  readonly key: FindingKey;
  /** What the other side said, in its words; empty where it said nothing. */
  readonly said: string;
}

/** What a check saw: shown beside its outcome. */
export interface Evidence {
  readonly name: 'sent' | 'answered' | 'cart' | 'state' | 'document';
  /** Without secrets. */
  readonly text: string;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly finding: CheckFinding | null;
  readonly evidence: readonly Evidence[];
}

export interface CheckResult extends Verdict {
  /** As `order.peppol-28a-order`: the kind, and the protocol or format that it is about. */
  readonly id: string;
  readonly milliseconds: number;
}

/** What checks share: each may leave something for those after it. */
export interface CheckContext {
  /** A fork of its own. */
  readonly em: () => EntityManager;
  readonly simulation: SimulationInHand;
  readonly buyer: Buyer;
  /** Milliseconds that an answer may take. */
  readonly patience: number;
  /** What orders are made from: lines of the first cart that came back. */
  goods?: { readonly lines: readonly OrderLineToWrite[]; readonly currency: string };
  /** Steps by which orders were sent, by format. */
  readonly sent: Map<SimulatedFormat, string>;
}

export interface Check {
  readonly id: string;
  readonly run: (context: CheckContext) => Promise<Verdict>;
}

const LONGEST_EVIDENCE = 20_000;

export function pass(...evidence: readonly Evidence[]): Verdict {
  return { outcome: 'pass', finding: null, evidence: evidence.map(bounded) };
}

export function fail(key: FindingKey, said = '', ...evidence: readonly Evidence[]): Verdict {
  return { outcome: 'fail', finding: { key, said: said.slice(0, 1_000) }, evidence: evidence.map(bounded) };
}

export function notApplicable(key: FindingKey): Verdict {
  return { outcome: 'notApplicable', finding: { key, said: '' }, evidence: [] };
}

function bounded({ name, text }: Evidence): Evidence {
  return { name, text: text.slice(0, LONGEST_EVIDENCE) };
}
