/** What the templates of web/templates/admin/shop are given. */
export interface ShopViews {}
