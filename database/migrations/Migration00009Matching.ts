import { Migration } from '@mikro-orm/migrations';

/** Remembered answers about what a partner means, lines without a product, and customers found by the ids of their addresses. */
export class Migration00009Matching extends Migration {
  override up(): void {
    this.addSql(
      `create table "remembered_match" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "kind" text not null, "key" jsonb not null, "key_hash" char(64) not null, "customer_id" uuid null, "product_id" uuid null, "address_id" uuid null, "until" date null, "actor" text not null, "order_id" uuid not null, "made_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`create index "remembered_match_customer_id_index" on "remembered_match" ("customer_id")`);
    this.addSql(`create index "remembered_match_product_id_index" on "remembered_match" ("product_id")`);
    this.addSql(`create index "remembered_match_address_id_index" on "remembered_match" ("address_id")`);
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_key_unique" unique ("partner_id", "mode", "kind", "key_hash")`,
    );
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_address_id_foreign" foreign key ("address_id") references "customer_address" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "remembered_match" add constraint "remembered_match_kind_check" check ("kind" in ('product', 'customer', 'place'))`,
    );
    this.addSql(`alter table "order_line" add column "free_text" boolean not null default false`);
    this.addSql(`create index "customer_address_address_id_index" on "customer_address" ("address_id")`);
    this.addSql(`create index "customer_address_gln_index" on "customer_address" ("gln")`);
  }
}
