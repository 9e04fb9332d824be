import type { ReportView } from '../../conformance/views.ts';

/** What the templates of web/templates/admin/conformance are given. */
export interface ConformanceViews {
  readonly 'admin/conformance/run': {
    readonly partner: { readonly name: string; readonly href: string };
    /** `/admin/partners/<id>/conformance` */
    readonly path: string;
    /** Address of the run that is shown. */
    readonly shown: string;
    /** Absent: none was made yet. */
    readonly report?: ReportView;
    readonly files: readonly { readonly href: string; readonly text: string; readonly language: string }[];
    readonly earlier: readonly { readonly href: string; readonly at: string }[];
    readonly mayBegin: boolean;
    /** Why none can be begun; empty: nothing is in the way. */
    readonly error: string;
  };
}
