import type { ExportState } from '../documents/catalogueExport.entity.ts';
import type { SessionState } from '../sessions/states.ts';

/**
 * What the steps are told and what they say, as it stands in Temporal's histories: ids, numbers and counts. Documents, lines and
 * personal data never leave PostgreSQL.
 */

/** One pass over an inbound document. A person may ask for another pass after mending the set-up. */
export interface Run {
  readonly inboundDocumentId: string;
  /** 1, 2, 3 ... */
  readonly round: number;
}

export interface DecisionRef extends Run {
  readonly decisionId: string;
}

/** What a checking step found: questions for a person, and faults that the agreement refuses an order for. */
export interface Checked {
  readonly questions: number;
  readonly refusals: number;
}

/** `asksShop`: the shop behind us is to be asked for its prices before they are compared. */
export interface Matched extends Checked {
  readonly asksShop?: true;
}

/** `pricesTold`: the shop behind us was asked since the lines were matched, or the change was weighed. */
export interface PriceRun extends Run {
  readonly pricesTold?: true;
}

/** A document that reached its final state. */
export interface SettledDocument {
  readonly outcome: 'placed' | 'applied' | 'tested' | 'refused' | 'duplicate';
  readonly orderId?: string;
  /** Our number of the order. */
  readonly orderNumber?: string;
  /** Is an order response to be written? */
  readonly answer: boolean;
}

/** How a deciding step ended. `again`: a person asked for it, or the facts changed meanwhile (a key was claimed, a price changed). */
export type Ended = SettledDocument | { readonly outcome: 'again' };

export type Parsed =
  | (Checked & { readonly kind: 'order' })
  | { readonly kind: 'duplicate' }
  /** It changes or takes back an order that was sent before. */
  | { readonly kind: 'change' }
  /** It was settled before: a workflow that was lost is run once more. */
  | { readonly kind: 'settled'; readonly settled: SettledDocument };

/**
 * What becomes of a change. One that waits is weighed again when its order moves, and at that instant, ISO 8601; one that `asksShop` when
 * the shop behind us was asked for its prices.
 */
export type Weighed =
  | { readonly verdict: 'apply' | 'hold' | 'refuse'; readonly asksShop?: true }
  | { readonly verdict: 'wait'; readonly until: string };

export interface Identified extends Checked {
  /** The customer's number, when it is known. */
  readonly customer?: string;
}

export interface Held {
  /** False when the facts changed since they were checked. */
  readonly held: boolean;
}

export interface Hold extends Run {
  /** When a person should have decided, ISO 8601. */
  readonly deadline: string;
}

export interface Reminder extends Hold {
  readonly kind: 'reminder' | 'deadline';
}

/** Which answer is to be written. */
export interface AnswerRef {
  readonly inboundDocumentId: string;
  /** Selects what the worker remembers of the document's run; 0 for none. */
  readonly round: number;
  /** 0 for the answer that punchInOrder gives, then the numbers of orderAnswer. */
  readonly answerNumber: number;
}

export interface Written {
  readonly outboundDocumentId: string;
  /** False when the agreement names no address: the document is kept. */
  readonly deliver: boolean;
}

/** How the decision about an order in status New was carried out. */
export interface Applied {
  readonly inboundDocumentId: string;
  readonly answer: boolean;
}

/** How a catalogue stands. `deliver`: id of the document that is to be sent. */
export interface CatalogueStep {
  readonly state: ExportState;
  readonly deliver?: string;
}

/** `more`: documents are left. */
export interface Rehearsing {
  readonly more: boolean;
}

export interface SessionRef {
  readonly sessionId: string;
}

/** What goes back: the cart, explicitly nothing, or word that the buyer left and nothing changes. */
export type CartKind = 'return' | 'empty' | 'cancel';

export interface CartAsked extends SessionRef {
  /** Key of the asking: asked twice, the message is written once. */
  readonly attempt: string;
  readonly kind: CartKind;
  /** Who ended the visit, where it was not the buyer. */
  readonly by?: string;
}

export type CartAnswer =
  /** The message is stored. */
  | { readonly messageId: string; readonly state: SessionState }
  /** The cart was kept back: so many problems. */
  | { readonly problems: number }
  /** The session was over: nothing was written. */
  | { readonly over: SessionState };

/** How a session stands: over, or to be looked at again after so many milliseconds. */
export type SessionLeft = { readonly over: SessionState } | { readonly again: number };
