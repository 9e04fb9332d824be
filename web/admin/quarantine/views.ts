/** What the templates of web/templates/admin/quarantine are given. */
export interface QuarantineViews {}
