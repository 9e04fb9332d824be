import type { TableView } from '../lists/views.ts';
import type { FigureFilterView } from '../overview/views.ts';

/** What the templates of web/templates/admin/statistics are given. */
export interface StatisticsViews {
  readonly 'admin/statistics/statistics': {
    readonly table: TableView;
    readonly filter: FigureFilterView;
    /** Address of the same as a file. */
    readonly csv: string;
  };
}
