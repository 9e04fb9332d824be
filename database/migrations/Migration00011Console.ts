import { Migration } from '@mikro-orm/migrations';

/** Accounts of the console, their log-ins, and the trail of what people and systems of the shop changed. */
export class Migration00011Console extends Migration {
  override up(): void {
    this.addSql(
      `create table "account" ("id" uuid not null, "name" text not null, "name_key" text not null, "role" text not null, "language" text not null, "created_at" timestamptz(3) not null, "created_by" text not null, "disabled_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "account" add constraint "account_name_key_unique" unique ("name_key")`);
    this.addSql(
      `alter table "account" add constraint "account_role_check" check ("role" in ('reader', 'operator', 'administrator'))`,
    );
    this.addSql(`alter table "account" add constraint "account_language_check" check ("language" in ('en', 'sv'))`);
    this.addSql(
      `create table "console_session" ("id" uuid not null, "account_id" uuid not null, "token_hash" bytea not null, "created_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "message" jsonb null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "console_session" add constraint "console_session_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "console_session_account_id_index" on "console_session" ("account_id")`);
    this.addSql(
      `alter table "console_session" add constraint "console_session_account_id_foreign" foreign key ("account_id") references "account" ("id")`,
    );
    this.addSql(
      `create table "audit_entry" ("id" uuid not null, "at" timestamptz(3) not null, "actor" text not null, "action" text not null, "subject_kind" text not null, "subject_id" text not null, "subject_name" text not null, "before" jsonb null, "after" jsonb null, primary key ("id"))`,
    );
    this.addSql(
      `create index "audit_entry_subject_kind_subject_id_id_index" on "audit_entry" ("subject_kind", "subject_id", "id")`,
    );
    this.addSql(`create index "audit_entry_actor_id_index" on "audit_entry" ("actor", "id")`);
  }
}
