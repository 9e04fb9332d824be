/** What the templates of web/templates/admin/overview are given. */
export interface OverviewViews {}
