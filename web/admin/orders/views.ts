import type { BulkState } from '../../../documents/bulkRuns.ts';
import type { ListedOrder } from '../../../documents/orderList.ts';
import type { Language } from '../../../documents/words.ts';
import type { PlainKey } from '../../templates.ts';
import type { Choice, NewsView } from '../lists/views.ts';
import type { ListAddress } from './filters.ts';
import type { DecisionFormView } from './decision/formView.ts';
import type { LineView, ReasonView } from './order/lines.ts';
import type { StatusMark } from './status.ts';

/** What the templates of web/templates/admin/orders are given. */
export interface OrdersViews {
  readonly 'admin/orders/list': ListView;
  readonly 'admin/orders/bulk': BulkView;
  readonly 'admin/orders/order': OrderView;
  readonly 'admin/orders/print': PrintView;
  readonly 'admin/orders/reply': ReplyView;
  readonly 'admin/orders/versions': VersionsView;
  readonly 'admin/orders/confirm': MessageView;
  readonly 'admin/orders/deliver': MessageView;
}

export interface OrderRow extends ListedOrder {
  readonly href: string;
  readonly mark: StatusMark;
  readonly isTest: boolean;
  readonly isChange: boolean;
  readonly needsDecision: boolean;
}

export interface ColumnView {
  readonly text: string;
  /** Empty: it cannot be sorted by. */
  readonly href: string;
  readonly sorted: '' | 'ascending' | 'descending';
  readonly isNumber: boolean;
}

export interface ListView {
  readonly news: NewsView;
  readonly address: ListAddress;
  /** The query of this list, without the page. */
  readonly own: string;
  readonly statuses: readonly { readonly value: string; readonly key: PlainKey }[];
  readonly partners: readonly Choice[];
  readonly accounts: readonly Choice[];
  /** `href`: the list without that filter. */
  readonly chips: readonly { readonly text: string; readonly href: string }[];
  /** `id`: of one that may be removed; else empty. */
  readonly views: readonly {
    readonly name: string;
    readonly query: string;
    readonly id: string;
    readonly isShared: boolean;
    readonly here: boolean;
  }[];
  readonly columns: readonly ColumnView[];
  readonly rows: readonly OrderRow[];
  /** "About 12,000 orders"; empty: nobody knows. */
  readonly counted: string;
  /** Addresses; empty: there is none. */
  readonly first: string;
  readonly next: string;
  /** May decide, run again, assign. */
  readonly mayAct: boolean;
  readonly isFiltered: boolean;
  readonly saving: { readonly name: string; readonly error: string };
}

export interface BulkView {
  readonly id: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly state: BulkState;
  readonly done: number;
  readonly count: number;
  /** To whom they are assigned; else empty. */
  readonly what: string;
  /** How many could not be done. */
  readonly left: number;
  readonly rows: readonly {
    readonly number: string;
    readonly externalNumber: string;
    readonly href: string;
    readonly mark: StatusMark;
    /** Absent: it waits. */
    readonly result: StatusMark | undefined;
    /** Why it was left. */
    readonly message: string;
  }[];
}

export interface FactView {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
  /** An instant instead of a value. */
  readonly at?: string | undefined;
}

/** What a person has to do about an order. */
export interface NeedsView {
  /** About the whole order. */
  readonly reasons: readonly ReasonView[];
  readonly openLines: number;
  readonly isWaiting: boolean;
  /** A decision that is being carried out. */
  readonly underWay: { readonly text: string; readonly at: string } | undefined;
  readonly form: DecisionFormView | undefined;
}

export interface PapersView {
  readonly received: readonly {
    readonly href: string;
    readonly kindKey: PlainKey;
    readonly number: number;
    readonly at: string;
  }[];
  readonly sent: readonly {
    readonly href: string;
    readonly number: string;
    readonly at: string;
    readonly mark: StatusMark;
  }[];
  readonly agreement: { readonly href: string; readonly version: number };
  /** Address; empty: there is one version. */
  readonly versions: string;
  readonly workflows: readonly { readonly href: string; readonly id: string }[];
}

export interface StepsView {
  /** Addresses; empty: not now. */
  readonly confirm: string;
  readonly deliver: string;
  readonly moves: readonly { readonly status: string; readonly key: PlainKey }[];
  readonly mayCancel: boolean;
  readonly buyerMayAgree: boolean;
}

export interface DeskView {
  /** Id of the account; empty: nobody. */
  readonly assignedTo: string;
  readonly assignedName: string;
  readonly isMine: boolean;
  readonly accounts: readonly Choice[];
  readonly notes: readonly {
    readonly id: string;
    readonly text: string;
    readonly author: string;
    readonly at: string;
    readonly isMine: boolean;
  }[];
}

/** The carts that an order comes from. Quantities with unit; empty: nothing. */
export interface CartsView {
  readonly carts: readonly {
    readonly cart: string;
    readonly href: string;
    readonly lines: readonly {
      readonly line: number;
      readonly article: string;
      readonly name: string;
      readonly inCart: string;
      readonly price: string;
      readonly until: string;
      readonly ordered: string;
      /** The buyer's line numbers. */
      readonly orderLines: string;
      readonly elsewhere: string;
      readonly left: string;
      readonly differences: readonly PlainKey[];
    }[];
  }[];
  /** Line numbers of the buyer. */
  readonly added: string;
  readonly isWhole: boolean;
  /** Nothing differs. */
  readonly isSame: boolean;
  /** Where the order names none: which one it looks like; empty where it names some. */
  readonly like: string;
}

export interface OrderView {
  readonly id: string;
  readonly number: string;
  readonly externalNumber: string;
  readonly path: string;
  readonly mark: StatusMark;
  readonly isTest: boolean;
  readonly isChange: boolean;
  readonly facts: readonly FactView[];
  readonly needs: NeedsView;
  readonly lines: readonly LineView[];
  readonly lineCount: number;
  readonly first: string;
  readonly next: string;
  /** Absent: it names no cart. */
  readonly carts: CartsView | undefined;
  readonly mayAct: boolean;
  readonly isDecidable: boolean;
  readonly timeline: readonly { readonly at: string; readonly actor: string; readonly text: string }[];
  readonly whatNext: string;
  readonly papers: PapersView;
  readonly steps: StepsView;
  readonly desk: DeskView;
}

/** A form that says what becomes of lines, or what has left. */
export interface MessageView {
  readonly number: string;
  readonly externalNumber: string;
  readonly path: string;
  /** The same for the same form: sent twice it is one message. */
  readonly key: string;
  readonly after: string;
  readonly next: string;
  readonly lines: readonly {
    readonly position: number;
    readonly lineId: string;
    readonly name: string;
    readonly article: string;
    /** With unit. */
    readonly agreed: string;
    readonly delivered: string;
    readonly outstanding: string;
    readonly agreedNumber: string;
    readonly outstandingNumber: string;
  }[];
  /** What was typed, by the name of the field. */
  readonly values: Readonly<Record<string, string>>;
  readonly isTyped: boolean;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly errorOf: Readonly<Record<string, string>>;
}

export interface PrintView {
  readonly number: string;
  readonly externalNumber: string;
  readonly path: string;
  readonly mark: StatusMark;
  readonly facts: readonly FactView[];
  /** Where it is delivered, line by line. */
  readonly address: readonly string[];
  readonly lines: readonly LineView[];
  readonly lineCount: number;
  /** Lines that are not printed. */
  readonly left: number;
  readonly printedAt: string;
}

interface ChangeView {
  /** Name in the order, where `key` has no word for it. */
  readonly field: string;
  readonly key: PlainKey | undefined;
  /** Empty: it is not there. */
  readonly before: string;
  readonly after: string;
}

export interface VersionsView {
  readonly number: string;
  readonly externalNumber: string;
  readonly path: string;
  readonly before: number;
  readonly after: number;
  readonly versions: readonly {
    readonly number: number;
    readonly key: PlainKey;
    readonly mark: StatusMark;
    readonly actor: string;
    readonly at: string;
    readonly document: string;
    /** Where it is decided about; empty: nowhere. */
    readonly decide: string;
  }[];
  readonly choices: readonly { readonly number: number; readonly key: PlainKey }[];
  readonly isCompared: boolean;
  readonly header: readonly ChangeView[];
  readonly lines: readonly {
    readonly line: string;
    readonly kind: 'added' | 'removed' | 'changed';
    readonly fields: readonly ChangeView[];
  }[];
  /** Lines that are the same. */
  readonly same: number;
}

export interface ReplyView {
  readonly number: string;
  readonly externalNumber: string;
  readonly path: string;
  readonly language: Language;
  readonly languages: readonly { readonly language: Language; readonly href: string }[];
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of the form: sent twice it is one mail. */
  readonly key: string;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  /** Opens it in a mail program; empty: it is too long for that. */
  readonly mailto: string;
  /** Is there a mail server? */
  readonly maySend: boolean;
  readonly mayAct: boolean;
}
