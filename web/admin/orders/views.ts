/** What the templates of web/templates/admin/orders are given. */
export interface OrdersViews {}
