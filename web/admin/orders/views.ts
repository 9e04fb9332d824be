import type { BulkState } from '../../../documents/bulkRuns.ts';
import type { ListedOrder } from '../../../documents/orderList.ts';
import type { PlainKey } from '../../templates.ts';
import type { Choice, ListAddress } from './filters.ts';
import type { StatusMark } from './status.ts';

/** What the templates of web/templates/admin/orders are given. */
export interface OrdersViews {
  readonly 'admin/orders/list': ListView;
  readonly 'admin/orders/bulk': BulkView;
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
