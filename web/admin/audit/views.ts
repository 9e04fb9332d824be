/** What the templates of web/templates/admin/audit are given. */
export interface AuditViews {}
