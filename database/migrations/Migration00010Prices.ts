import { Migration } from '@mikro-orm/migrations';

/** Prices of quotations, contracts and returned carts, prices that a person has accepted until a day, and rates of exchange. */
export class Migration00010Prices extends Migration {
  override up(): void {
    this.addSql(`alter table "price_list" add column "quotation" text null, add column "contract" text null`);
    this.addSql(`alter table "session_cart_line" add column "promise" jsonb null`);
    this.addSql(
      `create table "agreed_price" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "customer_id" uuid not null, "product_id" uuid not null, "currency" text not null, "direction" text not null, "unit" text not null, "per_shop_unit" numeric(30,12) not null, "until" date not null, "actor" text not null, "order_id" uuid not null, "made_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "agreed_price" add constraint "agreed_price_key_unique" unique ("partner_id", "mode", "customer_id", "product_id", "currency", "direction")`,
    );
    this.addSql(`create index "agreed_price_customer_id_index" on "agreed_price" ("customer_id")`);
    this.addSql(`create index "agreed_price_product_id_index" on "agreed_price" ("product_id")`);
    this.addSql(
      `alter table "agreed_price" add constraint "agreed_price_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "agreed_price" add constraint "agreed_price_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "agreed_price" add constraint "agreed_price_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "agreed_price" add constraint "agreed_price_direction_check" check ("direction" in ('above', 'below'))`,
    );
    this.addSql(
      `create table "exchange_rate" ("currency" text not null, "into" text not null, "valid_from" date not null, "rate" numeric(24,8) not null, primary key ("currency", "into", "valid_from"))`,
    );
    this.addSql(`create index "exchange_rate_into_valid_from_index" on "exchange_rate" ("into", "valid_from")`);
  }
}
