import { Migration } from '@mikro-orm/migrations';

/** How far the removal of old documents' bytes has come, and which are removed. */
export class Migration00029Retention extends Migration {
  override up(): void {
    this.addSql(`create table "retention_mark" ("kind" text not null, "up_to" uuid not null, primary key ("kind"))`);
    this.addSql(
      `create table "retention_left" ("document_id" uuid not null, "kind" text not null, primary key ("document_id"))`,
    );
    for (const table of ['retention_mark', 'retention_left']) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_kind_check" check ("kind" in ('received', 'sent', 'visits', 'tests'))`,
      );
    }
    this.addSql(
      `create table "purged_document" ("document_id" uuid not null, "at" timestamptz(3) not null, primary key ("document_id"))`,
    );
  }
}
