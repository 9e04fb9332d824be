/** What the templates of web/templates/admin/mapping are given. */
export interface MappingViews {}
