import { Migration } from '@mikro-orm/migrations';

/** Tryouts of agreements, and runs of all checks that apply to one. */
export class Migration00018Simulator extends Migration {
  override up(): void {
    this.addSql(
      `create table "simulation" ("id" uuid not null, "partner_id" uuid not null, "customer_number" text null, "token_hash" bytea not null, "hook" text not null, "address" text not null, "user_name" text not null, "key_id" text not null, "sealed" bytea not null, "created_at" timestamptz(3) not null, "created_by" text not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "receiver" text not null, "receiver_times" int null, primary key ("id"))`,
    );
    this.addSql(`alter table "simulation" add constraint "simulation_token_hash_unique" unique ("token_hash")`);
    this.addSql(`alter table "simulation" add constraint "simulation_hook_unique" unique ("hook")`);
    this.addSql(`create index "simulation_partner_id_index" on "simulation" ("partner_id")`);
    this.addSql(`create index "simulation_expires_at_index" on "simulation" ("expires_at")`);
    this.addSql(
      `alter table "simulation" add constraint "simulation_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "simulation" add constraint "simulation_receiver_check" check ("receiver" in ('take', 'refuse', 'fail', 'slow', 'silent'))`,
    );
    this.addSql(
      `create table "simulation_step" ("id" uuid not null, "simulation_id" uuid not null, "kind" text not null, "at" timestamptz(3) not null, "sent" text not null, "answered" text null, "http_status" int null, "milliseconds" int null, "start" jsonb null, "order" jsonb null, "document" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "simulation_step_simulation_index" on "simulation_step" ("simulation_id", "id")`);
    this.addSql(
      `alter table "simulation_step" add constraint "simulation_step_simulation_id_foreign" foreign key ("simulation_id") references "simulation" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "simulation_step" add constraint "simulation_step_kind_check" check ("kind" in ('punchOut', 'order', 'change', 'cancellation', 'repeat'))`,
    );
    this.addSql(
      `create table "simulation_cart" ("id" uuid not null, "simulation_id" uuid not null, "step_id" uuid not null, "received_at" timestamptz(3) not null, "method" text not null, "fields" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "simulation_cart_simulation_index" on "simulation_cart" ("simulation_id", "id")`);
    this.addSql(
      `alter table "simulation_cart" add constraint "simulation_cart_simulation_id_foreign" foreign key ("simulation_id") references "simulation" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "simulation_cart" add constraint "simulation_cart_step_id_foreign" foreign key ("step_id") references "simulation_step" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "simulation_cart" add constraint "simulation_cart_method_check" check ("method" in ('get', 'post'))`,
    );
    this.addSql(
      `create table "conformance_run" ("id" uuid not null, "partner_id" uuid not null, "agreement_version" int not null, "started_at" timestamptz(3) not null, "started_by" text not null, "seen_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, "planned" jsonb not null, "results" jsonb not null, "failure" text null, primary key ("id"))`,
    );
    this.addSql(`create index "conformance_run_partner_index" on "conformance_run" ("partner_id", "id")`);
    this.addSql(
      `alter table "conformance_run" add constraint "conformance_run_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
  }
}
