/** What the templates of web/templates/admin/partners are given. */
export interface PartnersViews {}
