/** What the templates of web/templates/admin/settings are given. */
export interface SettingsViews {}
