import { Migration } from '@mikro-orm/migrations';

/** Lines of orders know the cart line that they come from; carts that went back are found by customer. */
export class Migration00032OrderCarts extends Migration {
  override up(): void {
    this.addSql(`alter table "order_line" add "cart" jsonb null`);
    this.addSql(
      `create index "order_line_from_cart_index" on "order_line" (((cart ->> 'sessionId')::uuid)) where cart is not null`,
    );
    this.addSql(
      `create index "punch_out_session_returned_index" on "punch_out_session" ("partner_id", "returned_at") where returned_at is not null`,
    );
  }
}
