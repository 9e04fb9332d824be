import { Migration } from '@mikro-orm/migrations';

/** What people keep about orders beside the orders themselves, and what their lists are searched by. */
export class Migration00013OrderDesk extends Migration {
  override up(): void {
    this.addSql(`alter table "orders" add column "assigned_to_id" uuid null`);
    this.addSql(
      `alter table "orders" add constraint "orders_assigned_to_id_foreign" foreign key ("assigned_to_id") references "account" ("id")`,
    );
    this.addSql(
      `create index "orders_assigned_index" on "orders" ("assigned_to_id", "id") where assigned_to_id is not null`,
    );
    this.addSql(`create index "orders_sum_index" on "orders" (coalesce(amount, 0), id)`);
    this.addSql(`create index "order_line_product_index" on "order_line" ("product_id", "order_id")`);
    this.addSql(
      `create index "order_line_deviating_index" on "order_line" ("order_id") where (comparison -> 'band'::text) is not null`,
    );
    this.addSql(
      `create table "order_note" ("id" uuid not null, "order_id" uuid not null, "text" text not null, "author" text not null, "made_at" timestamptz(3) not null, "search_text" tsvector generated always as (to_tsvector('simple', "text")) stored, primary key ("id"))`,
    );
    this.addSql(
      `alter table "order_note" add constraint "order_note_order_id_foreign" foreign key ("order_id") references "orders" ("id") on delete cascade`,
    );
    this.addSql(`create index "order_note_order_id_id_index" on "order_note" ("order_id", "id")`);
    this.addSql(`create index "order_note_search_text_index" on "order_note" using gin ("search_text")`);
    this.addSql(
      `create table "saved_view" ("id" uuid not null, "area" text not null, "name" text not null, "query" text not null, "account_id" uuid null, "created_by" text not null, "created_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "saved_view" add constraint "saved_view_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "saved_view" add constraint "saved_view_own_unique" unique ("area", "account_id", "name")`,
    );
    this.addSql(
      `create unique index "saved_view_shared_unique" on "saved_view" ("area", "name") where account_id is null`,
    );
    this.addSql(
      `create table "bulk_run" ("id" uuid not null, "action" text not null, "argument" text null, "actor" text not null, "created_at" timestamptz(3) not null, "worked_at" timestamptz(3) null, "stopped_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "bulk_run" add constraint "bulk_run_action_check" check ("action" in ('runAgain', 'accept', 'retry', 'assign'))`,
    );
    this.addSql(
      `create table "bulk_item" ("run_id" uuid not null, "position" int not null, "order_id" uuid not null, "outcome" text null, "error" text null, "message" text null, "finished_at" timestamptz(3) null, primary key ("run_id", "position"))`,
    );
    this.addSql(
      `alter table "bulk_item" add constraint "bulk_item_run_id_foreign" foreign key ("run_id") references "bulk_run" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "bulk_item" add constraint "bulk_item_order_id_foreign" foreign key ("order_id") references "orders" ("id") on delete cascade`,
    );
    this.addSql(`create index "bulk_item_order_id_index" on "bulk_item" ("order_id")`);
    this.addSql(
      `alter table "bulk_item" add constraint "bulk_item_outcome_check" check ("outcome" in ('done', 'nothing', 'left'))`,
    );
    this.addSql(`alter table "notice" drop constraint if exists "notice_kind_check"`);
    this.addSql(
      `alter table "notice" add constraint "notice_kind_check" check ("kind" in ('events', 'test', 'confirmation', 'delivery', 'reply'))`,
    );
  }
}
