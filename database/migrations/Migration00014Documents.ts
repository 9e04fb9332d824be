import { Migration } from '@mikro-orm/migrations';

/** Deliveries that a person pauses, documents that are sent again by the minute, and the order in which the console lists documents and sessions. */
export class Migration00014Documents extends Migration {
  override up(): void {
    this.addSql(
      `create table "delivery_pause" ("partner_id" uuid not null, "paused_at" timestamptz(3) not null, "paused_by" text not null, "reason" text null, primary key ("partner_id"))`,
    );
    this.addSql(
      `alter table "delivery_pause" add constraint "delivery_pause_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update cascade on delete cascade`,
    );
    this.addSql(`alter table "outbound_document" add "held_at" timestamptz(3) null`);
    this.#retryRuns();
    this.#indexes();
  }

  #retryRuns(): void {
    this.addSql(
      `create table "retry_run" ("id" uuid not null, "partner_id" uuid null, "state" text not null, "per_minute" int not null, "total" int not null, "asked" int not null, "left_out" int not null, "created_at" timestamptz(3) not null, "created_by" text not null, "finished_at" timestamptz(3) null, "stopped_by" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "retry_run" add constraint "retry_run_state_check" check ("state" in ('running', 'stopped', 'done'))`,
    );
    this.addSql(`create index "retry_run_running_index" on "retry_run" ("id") where state = 'running'`);
    this.addSql(
      `alter table "retry_run" add constraint "retry_run_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete set null`,
    );
    this.addSql(
      `create table "retry_run_item" ("run_id" uuid not null, "document_id" uuid not null, "outcome" text null, "error" jsonb null, "at" timestamptz(3) null, primary key ("run_id", "document_id"))`,
    );
    this.addSql(
      `alter table "retry_run_item" add constraint "retry_run_item_outcome_check" check ("outcome" in ('asked', 'left'))`,
    );
    this.addSql(
      `create index "retry_run_item_next_index" on "retry_run_item" ("run_id", "document_id") where outcome is null`,
    );
    this.addSql(`create index "retry_run_item_document_index" on "retry_run_item" ("document_id")`);
    this.addSql(
      `alter table "retry_run_item" add constraint "retry_run_item_run_id_foreign" foreign key ("run_id") references "retry_run" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "retry_run_item" add constraint "retry_run_item_document_id_foreign" foreign key ("document_id") references "outbound_document" ("id") on update cascade on delete cascade`,
    );
  }

  #indexes(): void {
    const indexes = [
      `"outbound_document_held_index" on "outbound_document" ("partner_id", "id") where held_at is not null`,
      `"outbound_document_created_index" on "outbound_document" ("created_at", "id")`,
      `"outbound_document_undelivered_index" on "outbound_document" ("state", "created_at") where state <> 'delivered'`,
      `"outbound_document_format_index" on "outbound_document" ("format", "created_at")`,
      `"outbound_document_test_index" on "outbound_document" ("created_at") where mode = 'test'`,
      `"outbound_document_number_index" on "outbound_document" ("number")`,
      `"inbound_document_received_index" on "inbound_document" ("received_at", "id")`,
      `"inbound_document_other_index" on "inbound_document" ("state", "received_at") where state <> 'placed'`,
      `"inbound_document_format_index" on "inbound_document" ("format", "received_at")`,
      `"inbound_document_test_index" on "inbound_document" ("received_at") where mode = 'test'`,
      `"inbound_document_number_index" on "inbound_document" ("number") where number is not null`,
      `"inbound_document_message_index" on "inbound_document" ((envelope ->> 'instanceIdentifier')) where (envelope is not null)`,
      `"orders_quotation_index" on "orders" ((header ->> 'quotation') collate "C") where header ->> 'quotation' is not null`,
      `"order_line_cart_index" on "order_line" ((line -> 'item' ->> 'sellersExtendedId') collate "C") where line -> 'item' ->> 'sellersExtendedId' is not null`,
      `"punch_out_session_state_index" on "punch_out_session" ("state", "id")`,
    ];
    for (const index of indexes) this.addSql(`create index ${index}`);
  }
}
