/** What the templates of web/templates/admin/deliveries are given. */
export interface DeliveriesViews {}
