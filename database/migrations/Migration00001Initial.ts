// The schema of the first release; later changes have migrations of their own.
import { Migration } from '@mikro-orm/migrations';

export class Migration00001Initial extends Migration {
  override up(): void {
    this.addSql(
      `create table "api_key" ("id" uuid not null, "name" text not null, "scopes" text[] not null, "prefix" text not null, "hash" bytea not null, "salt" bytea not null, "key_id" text not null, "created_at" timestamptz(3) not null, "created_by" text not null, "last_used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "api_key" add constraint "api_key_prefix_unique" unique ("prefix")`);
    this.addSql(
      `create table "customer" ("id" uuid not null, "number" text not null, "name" text not null, "customer_group" text null, "active" boolean not null, "contacts" jsonb not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "customer" add constraint "customer_number_unique" unique ("number")`);
    this.addSql(
      `create table "customer_address" ("id" uuid not null, "customer_id" uuid not null, "kind" text not null, "address_id" text null, "gln" text null, "name" text null, "street_name" text null, "additional_street_name" text null, "city_name" text null, "postal_zone" text null, "country_subentity" text null, "country" text null, "contact" jsonb null, "match_key" text not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "customer_address_customer_id_match_key_index" on "customer_address" ("customer_id", "match_key")`,
    );
    this.addSql(`create index "customer_address_customer_id_gln_index" on "customer_address" ("customer_id", "gln")`);
    this.addSql(
      `alter table "customer_address" add constraint "customer_address_kind_check" check ("kind" in ('delivery', 'invoice'))`,
    );
    this.addSql(
      `create table "customer_identity" ("scheme" text not null, "value" text not null, "customer_id" uuid not null, "kind" text not null, primary key ("scheme", "value", "customer_id", "kind"))`,
    );
    this.addSql(`create index "customer_identity_customer_id_index" on "customer_identity" ("customer_id")`);
    this.addSql(
      `alter table "customer_identity" add constraint "customer_identity_kind_check" check ("kind" in ('organisationNumber', 'vat', 'gln', 'duns', 'peppol', 'other'))`,
    );
    this.addSql(
      `create table "document_chunk" ("document_id" uuid not null, "seq" int not null, "bytes" bytea not null, primary key ("document_id", "seq"))`,
    );
    this.addSql(
      `create table "orders" ("id" uuid not null, "serial" serial, "number" text generated always as ('SO-' || (100000 + serial)::text) stored not null, "status" text not null, "source" text not null, "partner_id" uuid not null, "inbound_document_id" uuid not null, "agreement_version" int not null, "customer_id" uuid null, "delivery_address_id" uuid null, "header" jsonb not null, "external_number" text not null, "currency" text not null, "issue_date" date null, "buyers_reference" text null, "requisition" text null, "cost_centre" text null, "project" text null, "contract" text null, "goods_mark" text null, "delivery_place" text null, "wanted_from" date null, "wanted_to" date null, "amount" numeric(30,8) null, "line_count" int not null, "open_lines" int not null, "reasons" jsonb not null, "response_code" text null, "response_note" text null, "search_text" tsvector generated always as (to_tsvector('simple', external_number || ' ' || coalesce(buyers_reference, '') || ' ' || coalesce(requisition, '') || ' ' || coalesce(cost_centre, '') || ' ' || coalesce(project, '') || ' ' || coalesce(contract, '') || ' ' || coalesce(goods_mark, '') || ' ' || coalesce(delivery_place, ''))) stored not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "orders" add constraint "orders_number_unique" unique ("number")`);
    this.addSql(
      `alter table "orders" add constraint "orders_inbound_document_id_unique" unique ("inbound_document_id")`,
    );
    this.addSql(`create index "orders_delivery_address_id_index" on "orders" ("delivery_address_id")`);
    this.addSql(`create index "orders_external_number_index" on "orders" ("external_number")`);
    this.addSql(`create index "orders_status_id_index" on "orders" ("status", "id")`);
    this.addSql(`create index "orders_customer_id_id_index" on "orders" ("customer_id", "id")`);
    this.addSql(`create index "orders_partner_id_id_index" on "orders" ("partner_id", "id")`);
    this.addSql(`create index "orders_search_text_index" on "orders" using gin ("search_text")`);
    this.addSql(
      `alter table "orders" add constraint "orders_status_check" check ("status" in ('Waiting', 'New', 'Confirmed', 'Processing', 'Shipped', 'Completed', 'Rejected', 'Cancelled', 'Tested'))`,
    );
    this.addSql(`alter table "orders" add constraint "orders_source_check" check ("source" in ('punchin'))`);
    this.addSql(
      `create table "partner" ("id" uuid not null, "kind" text not null, "name" text not null, "hub_id" uuid null, "enabled" boolean not null, "paused_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`alter table "partner" add constraint "partner_kind_check" check ("kind" in ('partner', 'hub'))`);
    this.addSql(
      `create table "inbound_document" ("id" uuid not null, "reference" text not null, "partner_id" uuid not null, "partner_code" text not null, "hub_id" uuid null, "mode" text not null, "agreement_version" int not null, "state" text not null, "received_at" timestamptz(3) not null, "size" bigint not null, "complete" boolean not null, "sha256" char(64) not null, "content_type" text not null, "headers" jsonb not null, "remote_address" text not null, "format" text null, "customization_id" text null, "number" text null, "buyer" jsonb not null, "envelope" jsonb null, "content_hash" char(64) null, "line_count" int null, "duplicate_of_id" uuid null, "order_id" uuid null, "error" jsonb null, "workflow_started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "inbound_document_partner_received_index" on "inbound_document" ("partner_id", "received_at")`,
    );
    this.addSql(`create index "inbound_document_reference_index" on "inbound_document" ("reference")`);
    this.addSql(
      `create index "inbound_document_unstarted_index" on "inbound_document" ("received_at") where state = 'received' and workflow_started_at is null`,
    );
    this.addSql(
      `create index "inbound_document_unfinished_index" on "inbound_document" ("state") where finished_at is null`,
    );
    this.addSql(
      `create index "inbound_document_order_index" on "inbound_document" ("order_id") where order_id is not null`,
    );
    this.addSql(
      `create unique index "inbound_document_same_bytes_unique" on "inbound_document" ("partner_id", "mode", "sha256") where state <> all (array['duplicate'::text, 'refused'::text])`,
    );
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_state_check" check ("state" in ('received', 'waiting', 'placed', 'refused', 'tested', 'duplicate'))`,
    );
    this.addSql(
      `create table "outbound_document" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "agreement_version" int not null, "inbound_document_id" uuid null, "order_id" uuid null, "format" text not null, "number" text not null, "response_code" text null, "message_id" text not null, "content_type" text not null, "size" int not null, "sha256" char(64) not null, "state" text not null, "created_at" timestamptz(3) not null, "attempts" int not null, "next_attempt_at" timestamptz(3) null, "last_error" text null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "outbound_document" add constraint "outbound_document_message_id_unique" unique ("message_id")`,
    );
    this.addSql(`create index "outbound_document_inbound_index" on "outbound_document" ("inbound_document_id")`);
    this.addSql(
      `create index "outbound_document_order_index" on "outbound_document" ("order_id") where order_id is not null`,
    );
    this.addSql(
      `create index "outbound_document_partner_created_index" on "outbound_document" ("partner_id", "created_at")`,
    );
    this.addSql(
      `create index "outbound_document_unfinished_index" on "outbound_document" ("created_at") where state = 'ready'`,
    );
    this.addSql(
      `alter table "outbound_document" add constraint "outbound_document_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "outbound_document" add constraint "outbound_document_state_check" check ("state" in ('ready', 'kept', 'delivered', 'gaveUp', 'refusedByReceiver', 'cancelled'))`,
    );
    this.addSql(
      `create table "delivery_attempt" ("document_id" uuid not null, "number" int not null, "started_at" timestamptz(3) not null, "milliseconds" int not null, "outcome" text not null, "http_status" int null, "error" text null, "answer" text null, primary key ("document_id", "number"))`,
    );
    this.addSql(
      `alter table "delivery_attempt" add constraint "delivery_attempt_outcome_check" check ("outcome" in ('delivered', 'failed', 'refused'))`,
    );
    this.addSql(
      `create table "decision" ("id" uuid not null, "about" text not null, "inbound_document_id" uuid not null, "order_id" uuid null, "answer_number" int null, "kind" text not null, "content" jsonb null, "actor" text not null, "made_at" timestamptz(3) not null, "signalled_at" timestamptz(3) null, "applied_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "decision_document_index" on "decision" ("inbound_document_id")`);
    this.addSql(`create index "decision_unsignalled_index" on "decision" ("made_at") where signalled_at is null`);
    this.addSql(
      `alter table "decision" add constraint "decision_order_answer_unique" unique ("order_id", "answer_number")`,
    );
    this.addSql(`alter table "decision" add constraint "decision_about_check" check ("about" in ('hold', 'order'))`);
    this.addSql(
      `alter table "decision" add constraint "decision_kind_check" check ("kind" in ('accept', 'acceptWithChanges', 'reject', 'runAgain'))`,
    );
    this.addSql(
      `create table "document_key" ("kind" text not null, "partner_id" uuid not null, "mode" text not null, "key" text not null, "document_id" uuid not null, "content_hash" char(64) not null, primary key ("kind", "partner_id", "mode", "key"))`,
    );
    this.addSql(`create index "document_key_document_id_index" on "document_key" ("document_id")`);
    this.addSql(
      `alter table "document_key" add constraint "document_key_kind_check" check ("kind" in ('message', 'order'))`,
    );
    this.addSql(
      `alter table "document_key" add constraint "document_key_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `create table "partner_address" ("id" uuid not null, "code" text not null, "partner_id" uuid not null, "mode" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "partner_address" add constraint "partner_address_code_unique" unique ("code")`);
    this.addSql(
      `alter table "partner_address" add constraint "partner_address_partner_id_mode_unique" unique ("partner_id", "mode")`,
    );
    this.addSql(
      `alter table "partner_address" add constraint "partner_address_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `create table "partner_agreement" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "version" int not null, "settings" jsonb not null, "created_at" timestamptz(3) not null, "created_by" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "partner_agreement" add constraint "partner_agreement_partner_id_mode_version_unique" unique ("partner_id", "mode", "version")`,
    );
    this.addSql(
      `alter table "partner_agreement" add constraint "partner_agreement_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `create table "partner_credential" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "direction" text not null, "name" text not null, "kind" text not null, "user_name" text null, "salt" bytea null, "hash" bytea null, "sealed" bytea null, "key_id" text not null, "created_at" timestamptz(3) not null, "created_by" text not null, "revoked_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "partner_credential_partner_id_mode_index" on "partner_credential" ("partner_id", "mode")`,
    );
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_direction_check" check ("direction" in ('in', 'out'))`,
    );
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_kind_check" check ("kind" in ('basic', 'bearer'))`,
    );
    this.addSql(
      `create table "price_list" ("id" uuid not null, "code" text not null, "name" text not null, "kind" text not null, "customer_id" uuid null, "customer_group" text null, "currency" text not null, "priority" int not null, "valid_from" date not null, "valid_to" date not null, primary key ("id"))`,
    );
    this.addSql(`alter table "price_list" add constraint "price_list_code_unique" unique ("code")`);
    this.addSql(`create index "price_list_customer_id_index" on "price_list" ("customer_id")`);
    this.addSql(`create index "price_list_customer_group_index" on "price_list" ("customer_group")`);
    this.addSql(`create index "price_list_kind_currency_index" on "price_list" ("kind", "currency")`);
    this.addSql(
      `alter table "price_list" add constraint "price_list_kind_check" check ("kind" in ('customer', 'group', 'base'))`,
    );
    this.addSql(
      `create table "product" ("id" uuid not null, "article_number" text not null, "status" text not null, "replaced_by" text null, "name" jsonb not null, "description" jsonb not null, "unit" text not null, "minimum_quantity" numeric(24,8) null, "maximum_quantity" numeric(24,8) null, "multiple_quantity" numeric(24,8) null, "stock" numeric(24,8) null, "lead_time_days" int null, "classifications" jsonb not null, "labels" text[] not null, "vat" jsonb not null, "manufacturer" text null, "manufacturer_number" text null, "pictures" text[] not null, "category" text null, "keywords" text[] not null, "contract_number" text null, "material_group" text null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "product" add constraint "product_article_number_unique" unique ("article_number")`);
    this.addSql(
      `alter table "product" add constraint "product_status_check" check ("status" in ('active', 'withdrawn'))`,
    );
    this.addSql(
      `create table "price" ("price_list_id" uuid not null, "product_id" uuid not null, "unit" text not null, "minimum_quantity" numeric(24,8) not null, "valid_from" date not null, "valid_to" date not null, "amount" numeric(24,8) not null, "base_quantity" numeric(24,8) not null, primary key ("price_list_id", "product_id", "unit", "minimum_quantity", "valid_from"))`,
    );
    this.addSql(`create index "price_product_id_index" on "price" ("product_id")`);
    this.addSql(
      `create table "order_line" ("order_id" uuid not null, "position" int not null, "line_id" text not null, "line" jsonb not null, "product_id" uuid null, "shop_quantity" numeric(30,12) null, "match" jsonb null, "price_of_the_day" jsonb null, "comparison" jsonb null, "reasons" jsonb not null, "decision" jsonb null, "response_status" text null, primary key ("order_id", "position"))`,
    );
    this.addSql(
      `create table "buyers_number" ("customer_id" uuid not null, "value" text not null, "product_id" uuid not null, primary key ("customer_id", "value", "product_id"))`,
    );
    this.addSql(`create index "buyers_number_product_id_index" on "buyers_number" ("product_id")`);
    this.addSql(
      `create table "product_identifier" ("kind" text not null, "value" text not null, "product_id" uuid not null, primary key ("kind", "value", "product_id"))`,
    );
    this.addSql(`create index "product_identifier_product_id_index" on "product_identifier" ("product_id")`);
    this.addSql(
      `alter table "product_identifier" add constraint "product_identifier_kind_check" check ("kind" in ('alias', 'gtin'))`,
    );
    this.addSql(
      `create table "product_unit" ("product_id" uuid not null, "unit" text not null, "factor" numeric(24,12) not null, primary key ("product_id", "unit"))`,
    );
    this.addSql(
      `create table "refused_request" ("id" uuid not null, "at" timestamptz(3) not null, "reference" text not null, "path" text not null, "remote_address" text not null, "claimed_user" text null, "partner_id" uuid null, "inbound_document_id" uuid null, "failed_check" text not null, "status" int not null, "message" text not null, "headers" jsonb not null, "body" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "refused_request_at_index" on "refused_request" ("at")`);
    this.addSql(`create index "refused_request_partner_index" on "refused_request" ("partner_id", "at")`);
    this.addSql(
      `alter table "refused_request" add constraint "refused_request_failed_check_check" check ("failed_check" in ('method', 'partner', 'address', 'credentials', 'rate', 'enabled', 'paused', 'contentType', 'contentEncoding', 'size', 'time', 'body', 'sender'))`,
    );
    this.addSql(
      `create table "shop" ("id" int not null, "name" text not null, "organisation_number" text null, "vat_number" text null, "gln" text null, "peppol_id" text null, "duns" text null, "anid" text null, "address" jsonb not null, "contacts" jsonb not null, "logo" text null, "time_zone" text not null, "working_days" int[] not null, "updated_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "shop" add constraint "shop_id_check" check (id = 1)`);
    this.addSql(
      `create table "timeline_entry" ("id" uuid not null, "at" timestamptz(3) not null, "code" text not null, "facts" jsonb not null, "actor" text not null, "inbound_document_id" uuid null, "outbound_document_id" uuid null, "order_id" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `create index "timeline_entry_inbound_index" on "timeline_entry" ("inbound_document_id") where inbound_document_id is not null`,
    );
    this.addSql(
      `create index "timeline_entry_outbound_index" on "timeline_entry" ("outbound_document_id") where outbound_document_id is not null`,
    );
    this.addSql(
      `create index "timeline_entry_order_index" on "timeline_entry" ("order_id") where order_id is not null`,
    );
    this.addSql(
      `alter table "customer_address" add constraint "customer_address_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "customer_identity" add constraint "customer_identity_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "orders" add constraint "orders_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "orders" add constraint "orders_delivery_address_id_foreign" foreign key ("delivery_address_id") references "customer_address" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "partner" add constraint "partner_hub_id_foreign" foreign key ("hub_id") references "partner" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_hub_id_foreign" foreign key ("hub_id") references "partner" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_duplicate_of_id_foreign" foreign key ("duplicate_of_id") references "inbound_document" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "outbound_document" add constraint "outbound_document_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "outbound_document" add constraint "outbound_document_inbound_document_id_foreign" foreign key ("inbound_document_id") references "inbound_document" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "delivery_attempt" add constraint "delivery_attempt_document_id_foreign" foreign key ("document_id") references "outbound_document" ("id")`,
    );
    this.addSql(
      `alter table "decision" add constraint "decision_inbound_document_id_foreign" foreign key ("inbound_document_id") references "inbound_document" ("id")`,
    );
    this.addSql(
      `alter table "document_key" add constraint "document_key_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "document_key" add constraint "document_key_document_id_foreign" foreign key ("document_id") references "inbound_document" ("id")`,
    );
    this.addSql(
      `alter table "partner_address" add constraint "partner_address_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "partner_agreement" add constraint "partner_agreement_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "price_list" add constraint "price_list_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "price" add constraint "price_price_list_id_foreign" foreign key ("price_list_id") references "price_list" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "price" add constraint "price_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "order_line" add constraint "order_line_order_id_foreign" foreign key ("order_id") references "orders" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "order_line" add constraint "order_line_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete no action`,
    );
    this.addSql(
      `alter table "buyers_number" add constraint "buyers_number_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "buyers_number" add constraint "buyers_number_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "product_identifier" add constraint "product_identifier_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "product_unit" add constraint "product_unit_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );
  }
}
