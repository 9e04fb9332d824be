/** What the templates of web/templates/admin/documents are given. */
export interface DocumentsViews {}
