import { Migration } from '@mikro-orm/migrations';

/** How people log in to the console: passwords, links to set one, browsers that are known, attempts, an identity provider; and ways into the audit trail. */
export class Migration00012Accounts extends Migration {
  override up(): void {
    this.addSql(
      `alter table "account" add "password" text null, add "password_changed_at" timestamptz(3) null, add "last_login_at" timestamptz(3) null, add "issuer" text null, add "subject" text null`,
    );
    this.addSql(`alter table "account" add constraint "account_issuer_subject_unique" unique ("issuer", "subject")`);
    this.addSql(
      `create table "setup_link" ("id" uuid not null, "token_hash" bytea not null, "account_id" uuid null, "role" text not null, "created_at" timestamptz(3) not null, "created_by" text not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "setup_link" add constraint "setup_link_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "setup_link_account_id_index" on "setup_link" ("account_id")`);
    this.addSql(
      `alter table "setup_link" add constraint "setup_link_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "setup_link" add constraint "setup_link_role_check" check ("role" in ('reader', 'operator', 'administrator'))`,
    );
    this.addSql(
      `create table "known_browser" ("id" uuid not null, "account_id" uuid not null, "token_hash" bytea not null, "last_used_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`alter table "known_browser" add constraint "known_browser_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "known_browser_account_id_index" on "known_browser" ("account_id")`);
    this.addSql(
      `alter table "known_browser" add constraint "known_browser_account_id_foreign" foreign key ("account_id") references "account" ("id")`,
    );
    this.addSql(
      `create table "login_attempt" ("key" text not null, "points" int not null, "expire" bigint null, primary key ("key"))`,
    );
    for (const column of ['subject_kind', 'subject_id', 'subject_name']) {
      this.addSql(`create index "audit_entry_${column}_id_index" on "audit_entry" ("${column}", "id")`);
    }
  }
}
