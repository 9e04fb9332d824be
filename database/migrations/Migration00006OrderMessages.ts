import { Migration } from '@mikro-orm/migrations';

/** Confirmations, deliveries and other later messages about an order, what of each line was promised and delivered, and answers that are due. */
export class Migration00006OrderMessages extends Migration {
  override up(): void {
    this.addSql(
      `create table "order_message" ("id" uuid not null, "order_id" uuid not null, "answer_number" int not null, "kind" text not null, "content" jsonb null, "state" text not null, "due_at" timestamptz(3) null, "outbound_document_id" uuid null, "actor" text not null, "idempotency_key" text null, "request_hash" char(64) null, "created_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "order_message" add constraint "order_message_answer_unique" unique ("order_id", "answer_number")`,
    );
    this.addSql(
      `alter table "order_message" add constraint "order_message_key_unique" unique ("order_id", "kind", "idempotency_key")`,
    );
    this.addSql(`create index "order_message_planned_index" on "order_message" ("due_at") where state = 'planned'`);
    this.addSql(
      `alter table "order_message" add constraint "order_message_kind_check" check ("kind" in ('confirmation', 'delivery', 'status', 'receipt'))`,
    );
    this.addSql(
      `alter table "order_message" add constraint "order_message_state_check" check ("state" in ('planned', 'written', 'kept', 'replaced'))`,
    );
    this.addSql(
      `alter table "order_line" add column "confirmed" jsonb null, add column "delivered" numeric(30,8) not null default 0, add column "rest_cancelled" boolean not null default false`,
    );
    this.addSql(
      `alter table "orders" add column "answer_due" timestamptz(3) null, add column "answer_reminded_at" timestamptz(3) null`,
    );
    this.addSql(
      `create index "orders_answer_due_index" on "orders" ("answer_due") where answer_due is not null and answer_reminded_at is null`,
    );
  }
}
