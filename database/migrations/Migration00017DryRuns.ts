import { Migration } from '@mikro-orm/migrations';

/** Stored documents through a draft of an agreement. */
export class Migration00017DryRuns extends Migration {
  override up(): void {
    this.addSql(
      `create table "dry_run" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "settings" jsonb not null, "version" int null, "since" timestamptz(3) not null, "total" int not null, "done" int not null, "changed" int not null, "reached" uuid null, "created_by" text not null, "created_at" timestamptz(3) not null, "stopped_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "dry_run_partner_index" on "dry_run" ("partner_id", "mode")`);
    this.addSql(
      `alter table "dry_run" add constraint "dry_run_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete cascade`,
    );
    this.addSql(`alter table "dry_run" add constraint "dry_run_mode_check" check ("mode" in ('production', 'test'))`);
    this.addSql(
      `create table "dry_run_document" ("run_id" uuid not null, "document_id" uuid not null, "changed" boolean not null, "before" jsonb not null, "after" jsonb not null, primary key ("run_id", "document_id"))`,
    );
    this.addSql(
      `create index "dry_run_document_changed_index" on "dry_run_document" ("run_id", "changed", "document_id")`,
    );
    this.addSql(`create index "dry_run_document_document_index" on "dry_run_document" ("document_id")`);
    this.addSql(
      `alter table "dry_run_document" add constraint "dry_run_document_run_id_foreign" foreign key ("run_id") references "dry_run" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "dry_run_document" add constraint "dry_run_document_document_id_foreign" foreign key ("document_id") references "inbound_document" ("id") on update cascade on delete cascade`,
    );
  }
}
