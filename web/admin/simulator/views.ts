import type { StateView } from '../../simulator/views.ts';

/** What the templates of web/templates/admin/simulator are given. */
export interface SimulatorAdminViews {
  readonly 'admin/simulator/list': {
    readonly partners: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
    readonly customer: string;
    readonly hours: string;
    /** At the form; empty: nothing is wrong. */
    readonly error: string;
    readonly rows: readonly {
      readonly id: string;
      readonly partner: string;
      readonly by: string;
      readonly at: string;
      readonly until: string;
      readonly isOpen: boolean;
      readonly state: StateView;
      readonly href: string;
    }[];
  };
  readonly 'admin/simulator/begun': { readonly partner: string; readonly href: string; readonly link: string };
}
