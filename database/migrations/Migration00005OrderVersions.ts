import { Migration } from '@mikro-orm/migrations';

/** Versions of orders, and changes that wait for what they build on. */
export class Migration00005OrderVersions extends Migration {
  override up(): void {
    this.addSql(
      `create table "order_version" ("order_id" uuid not null, "number" int not null, "kind" text not null, "inbound_document_id" uuid not null, "sequence" int null, "message_id" text null, "state" text not null, "removed" jsonb not null, "header" jsonb not null, "actor" text not null, "made_at" timestamptz(3) not null, primary key ("order_id", "number"))`,
    );
    this.addSql(
      `alter table "order_version" add constraint "order_version_inbound_document_id_unique" unique ("inbound_document_id")`,
    );
    this.addSql(
      `alter table "order_version" add constraint "order_version_order_id_foreign" foreign key ("order_id") references "orders" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "order_version" add constraint "order_version_kind_check" check ("kind" in ('order', 'update', 'change', 'delete'))`,
    );
    this.addSql(
      `alter table "order_version" add constraint "order_version_state_check" check ("state" in ('waiting', 'applied', 'refused'))`,
    );
    this.addSql(
      `create table "order_version_line" ("order_id" uuid not null, "number" int not null, "position" int not null, "line" jsonb not null, primary key ("order_id", "number", "position"))`,
    );
    this.addSql(
      `create table "waiting_change" ("inbound_document_id" uuid not null, "partner_id" uuid not null, "order_number" text not null, "checked_at" timestamptz(3) not null, primary key ("inbound_document_id"))`,
    );
    this.addSql(`alter table "orders" drop constraint "orders_status_check"`);
    this.addSql(
      `alter table "orders" add constraint "orders_status_check" check ("status" in ('Waiting', 'New', 'Confirmed', 'Processing', 'Shipped', 'Completed', 'Rejected', 'Cancelled', 'Tested', 'Applied'))`,
    );
    this.addSql(
      `alter table "orders" add column "buyer_due" timestamptz(3) null, add column "buyer_reminded_at" timestamptz(3) null`,
    );
    this.addSql(
      `create index "orders_buyer_due_index" on "orders" ("buyer_due") where buyer_due is not null and buyer_reminded_at is null`,
    );
  }
}
