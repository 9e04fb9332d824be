import type { TableView } from '../lists/views.ts';
import type { FigureFilterView } from '../overview/views.ts';

/** What the templates of web/templates/admin/statistics are given. */
export interface StatisticsViews {
  readonly 'admin/statistics/statistics': {
    readonly table: TableView;
    readonly filter: FigureFilterView;
    /** Address of the same as a file. */
    readonly csv: string;
    /** Of what became of the carts. */
    readonly carts: string;
  };
  readonly 'admin/statistics/carts': {
    readonly table: TableView;
    readonly filter: FigureFilterView;
    readonly csv: string;
    /** Address of the other figures. */
    readonly back: string;
  };
}
