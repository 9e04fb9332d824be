import type { AboutView } from '../documents/views.ts';
import type { ListView, TableView } from '../lists/views.ts';

/** What the templates of web/templates/admin/sessions are given. */
export interface SessionsViews {
  readonly 'admin/sessions/list': { readonly list: ListView };
  readonly 'admin/sessions/session': SessionView;
}

export interface SessionView extends AboutView {
  /** Empty: it is over, or the reader may not end it. */
  readonly cancelAction: string;
  /** The cart with the prices of today; undefined where it is empty. */
  readonly cart: TableView | undefined;
  /** Net sum. */
  readonly total: string;
  /** Did it go back? */
  readonly isReturned: boolean;
  readonly orders: TableView | undefined;
  readonly documents: TableView;
  readonly form: FormView | undefined;
}

/** The form that went back last. */
export interface FormView {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Fields that are not shown. */
  readonly more: number;
}
