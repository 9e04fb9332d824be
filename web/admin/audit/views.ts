import type { FieldChange } from '../../../documents/auditTrail.ts';
import type { FiltersView } from '../lists/views.ts';

export interface AuditRow {
  readonly at: string;
  readonly actor: string;
  /** In words, and as it stands in files. */
  readonly action: string;
  readonly code: string;
  readonly subject: string;
  /** Page of the thing; empty: it has none. */
  readonly href: string;
  /** The changes of this thing alone. */
  readonly history: string;
  readonly changes: readonly FieldChange[];
  /** Fields beyond those. */
  readonly more: number;
}

/** What the templates of web/templates/admin/audit are given. */
export interface AuditViews {
  readonly 'admin/audit/list': {
    readonly filters: FiltersView;
    readonly rows: readonly AuditRow[];
    readonly empty: { readonly text: string; readonly advice: string };
    readonly csv: string;
    readonly first: string;
    readonly next: string;
  };
}
