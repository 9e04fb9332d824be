/** What the templates of web/templates/admin/refusals are given. */
export interface RefusalsViews {}
