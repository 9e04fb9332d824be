import { Migration } from '@mikro-orm/migrations';

/** Why a request was refused, in parts that pages put into words, and links by which integrators see their own documents. */
export class Migration00019Refusals extends Migration {
  override up(): void {
    this.addSql(
      `alter table "refused_request" add column "mode" text null, add column "error" text null, add column "credential_fault" text null, add column "details" jsonb not null default '[]'`,
    );
    this.addSql(`alter table "refused_request" alter column "details" drop default`);
    this.addSql(
      `alter table "refused_request" add constraint "refused_request_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "refused_request" add constraint "refused_request_credential_fault_check" check ("credential_fault" in ('missing', 'none', 'user', 'secret', 'kind', 'revoked', 'otherMode', 'keyGone', 'both'))`,
    );
    // Lists go by the id, which is in the order of time.
    this.addSql(`drop index "refused_request_partner_index"`);
    this.addSql(`create index "refused_request_partner_index" on "refused_request" ("partner_id", "id")`);
    this.addSql(
      `create table "partner_link" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "token_hash" bytea not null, "note" text not null, "created_at" timestamptz(3) not null, "created_by" text not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "partner_link" add constraint "partner_link_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `alter table "partner_link" add constraint "partner_link_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(`create index "partner_link_partner_id_index" on "partner_link" ("partner_id")`);
    this.addSql(
      `alter table "partner_link" add constraint "partner_link_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
  }
}
