/** What the templates of web/templates/admin/account are given. */
export interface AccountViews {}
