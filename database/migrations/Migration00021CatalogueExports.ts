import { Migration } from '@mikro-orm/migrations';

/** Catalogues on their way to partners, and the items of the last ones. */
export class Migration00021CatalogueExports extends Migration {
  override up(): void {
    this.addSql(
      `create table "catalogue_export" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "code" text not null, "agreement_version" int not null, "format" text not null, "day" date not null, "state" text not null, "changes_only" boolean not null, "previous" uuid null, "reached" text null, "items" int not null, "left_out" int not null, "added" int not null, "changed" int not null, "removed" int not null, "outbound_document_id" uuid not null, "chunks" int not null, "rest" bytea null, "error" text null, "created_by" text not null, "created_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "decided_by" text null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "catalogue_export_partner_index" on "catalogue_export" ("partner_id", "id")`);
    this.addSql(
      `create index "catalogue_export_unstarted_index" on "catalogue_export" ("created_at") where started_at is null`,
    );
    this.addSql(
      `create unique index "catalogue_export_under_way_unique" on "catalogue_export" ("partner_id", "mode", "format") where state in ('collecting', 'waiting', 'writing', 'checking')`,
    );
    this.addSql(
      `alter table "catalogue_export" add constraint "catalogue_export_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    for (const [column, values] of [
      ['mode', `'production', 'test'`],
      ['format', `'peppol-3', 'peppol-1a', 'cif', 'cxml-index', 'csv'`],
      ['state', `'collecting', 'waiting', 'writing', 'checking', 'done', 'unchanged', 'refused', 'discarded'`],
    ] as const) {
      this.addSql(
        `alter table "catalogue_export" add constraint "catalogue_export_${column}_check" check ("${column}" in (${values}))`,
      );
    }
    this.addSql(
      `create table "catalogue_export_item" ("export_id" uuid not null, "article_number" text not null, "item" jsonb null, "hash" text null, "problem" jsonb null, primary key ("export_id", "article_number"))`,
    );
    this.addSql(
      `alter table "catalogue_export_item" add constraint "catalogue_export_item_export_id_foreign" foreign key ("export_id") references "catalogue_export" ("id") on delete cascade`,
    );
  }
}
