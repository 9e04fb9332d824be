import { Migration } from '@mikro-orm/migrations';

/** Sessions, their carts and their documents. */
export class Migration00002PunchOut extends Migration {
  override up(): void {
    this.addSql(
      `create table "punch_out_session" ("id" uuid not null, "partner_id" uuid not null, "partner_code" text not null, "mode" text not null, "agreement_version" int not null, "protocol" text not null, "operation" text not null, "state" text not null, "customer_id" uuid not null, "delivery_address_id" uuid null, "language" text not null, "user_key" text null, "user_name" text null, "user_mail" text null, "cart_code" text not null, "return_spec" jsonb not null, "parameters" jsonb not null, "entry" jsonb null, "start_token_hash" bytea null, "start_token_expires_at" timestamptz(3) null, "start_token_used_at" timestamptz(3) null, "session_token_hash" bytea null, "created_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) null, "expires_at" timestamptz(3) not null, "life_ends_at" timestamptz(3) not null, "idle_milliseconds" int not null, "life_milliseconds" int not null, "returns" int not null, "returned_at" timestamptz(3) null, "cart_changed_at" timestamptz(3) null, "saved_at" timestamptz(3) null, "adopted_by_id" uuid null, "original_cart" jsonb null, "last_line" int not null, "workflow_started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "punch_out_session_delivery_address_id_index" on "punch_out_session" ("delivery_address_id")`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_cart_code_unique" unique ("cart_code")`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_start_token_hash_unique" unique ("start_token_hash")`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_session_token_hash_unique" unique ("session_token_hash")`,
    );
    this.addSql(`create index "punch_out_session_partner_index" on "punch_out_session" ("partner_id", "id")`);
    this.addSql(`create index "punch_out_session_customer_index" on "punch_out_session" ("customer_id", "created_at")`);
    this.addSql(
      `create index "punch_out_session_user_index" on "punch_out_session" ("partner_id", "user_key", "created_at") where user_key is not null`,
    );
    this.addSql(
      `create index "punch_out_session_unstarted_index" on "punch_out_session" ("created_at") where workflow_started_at is null and finished_at is null`,
    );
    this.addSql(
      `create index "punch_out_session_unfinished_index" on "punch_out_session" ("expires_at") where finished_at is null`,
    );
    this.addSql(
      `create table "session_cart_line" ("session_id" uuid not null, "number" int not null, "product_id" uuid not null, "unit" text not null, "quantity" numeric(24,8) not null, "seen_price" numeric(30,12) null, "note" text null, "reference" text null, "added_at" timestamptz(3) not null, "removed_at" timestamptz(3) null, primary key ("session_id", "number"))`,
    );
    this.addSql(`create index "session_cart_line_product_id_index" on "session_cart_line" ("product_id")`);
    this.addSql(
      `create table "session_document" ("id" uuid not null, "session_id" uuid not null, "kind" text not null, "purpose" text null, "attempt" text null, "number" text null, "created_at" timestamptz(3) not null, "content_type" text not null, "size" int not null, "sha256" char(64) not null, "form" jsonb null, "line_count" int null, "total" numeric(30,8) null, "currency" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "session_document" add constraint "session_document_attempt_unique" unique ("session_id", "attempt")`,
    );
    this.addSql(
      `create table "session_form" ("session_id" uuid not null, "key" text not null, "line" int not null, primary key ("session_id", "key"))`,
    );
    this.addSql(`alter table "timeline_entry" add "session_id" uuid null`);
    this.addSql(
      `create index "timeline_entry_session_index" on "timeline_entry" ("session_id") where session_id is not null`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_customer_id_foreign" foreign key ("customer_id") references "customer" ("id")`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_delivery_address_id_foreign" foreign key ("delivery_address_id") references "customer_address" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_protocol_check" check ("protocol" in ('oci', 'cxml', 'peppol'))`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_operation_check" check ("operation" in ('create', 'edit', 'inspect', 'detail', 'sourcing', 'validate', 'background_search'))`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_state_check" check ("state" in ('authenticated', 'shopping', 'returned', 'cancelled', 'expired'))`,
    );
    this.addSql(
      `alter table "punch_out_session" add constraint "punch_out_session_language_check" check ("language" in ('sv', 'en'))`,
    );
    this.addSql(
      `alter table "session_cart_line" add constraint "session_cart_line_session_id_foreign" foreign key ("session_id") references "punch_out_session" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "session_cart_line" add constraint "session_cart_line_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "session_document" add constraint "session_document_session_id_foreign" foreign key ("session_id") references "punch_out_session" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "session_document" add constraint "session_document_kind_check" check ("kind" in ('call', 'response', 'cart'))`,
    );
    this.addSql(
      `alter table "session_document" add constraint "session_document_purpose_check" check ("purpose" in ('return', 'empty', 'cancel'))`,
    );
    this.addSql(
      `alter table "session_form" add constraint "session_form_session_id_foreign" foreign key ("session_id") references "punch_out_session" ("id") on delete cascade`,
    );
  }
}
