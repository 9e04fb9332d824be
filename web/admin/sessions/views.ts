/** What the templates of web/templates/admin/sessions are given. */
export interface SessionsViews {}
