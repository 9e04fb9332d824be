/** What the templates of web/templates/admin/statistics are given. */
export interface StatisticsViews {}
