import { Migration } from '@mikro-orm/migrations';

/** Catalogues say in facts why they were refused, and how far they are. */
export class Migration00030CatalogueParts extends Migration {
  override up(): void {
    this.addSql(`alter table "catalogue_export" add "refusal" jsonb null, add "written" int not null default 0`);
    this.addSql(`alter table "catalogue_export" alter "written" drop default`);
    this.addSql(
      `update "catalogue_export" set "refusal" = jsonb_build_object('code', 'other', 'text', "error") where "error" is not null`,
    );
    this.addSql(`alter table "catalogue_export" drop "error"`);
    this.addSql(
      `update "catalogue_export_item" set "problem" = "problem" || jsonb_build_object('rule', case "problem"->>'field' when 'name' then 'noName' when 'quantity' then 'quantities' when 'unit' then 'unknownUnit' when 'classification' then 'noUnspsc' else case when "problem"->>'found' = '' then 'noPrice' when "problem"->>'expected' = 'at least 0' then 'negativePrice' else 'priceDecimals' end end) where "problem" is not null`,
    );
    this.#tables();
    this.#parts();
    this.#schedules();
  }

  #tables(): void {
    this.addSql(`alter table "catalogue_export" add "archive" jsonb null`);
    this.addSql(`alter table "catalogue_export" drop constraint "catalogue_export_format_check"`);
    this.addSql(
      `alter table "catalogue_export" add constraint "catalogue_export_format_check" check ("format" in ('peppol-3', 'peppol-1a', 'cif', 'cxml-index', 'csv', 'xlsx'))`,
    );
  }

  #parts(): void {
    this.addSql(`alter table "catalogue_export" add "part" int not null default 1, add "parts" int not null default 0`);
    this.addSql(`update "catalogue_export" set "parts" = 1 where "state" in ('checking', 'done')`);
    this.addSql(`alter table "catalogue_export" alter "part" drop default, alter "parts" drop default`);
    this.addSql(
      `create table "catalogue_export_part" ("export_id" uuid not null, "part" int not null, "last" text null, "outbound_document_id" uuid not null, "size" int null, "sha256" text null, "stored_at" timestamptz(3) null, primary key ("export_id", "part"))`,
    );
    this.addSql(
      `alter table "catalogue_export_part" add constraint "catalogue_export_part_export_id_foreign" foreign key ("export_id") references "catalogue_export" ("id") on delete cascade`,
    );
    this.addSql(
      `insert into "catalogue_export_part" ("export_id", "part", "outbound_document_id", "size", "sha256", "stored_at") select one."id", 1, one."outbound_document_id", document."size", document."sha256", one."finished_at" from "catalogue_export" one left join "outbound_document" document on document."id" = one."outbound_document_id" where one."state" in ('checking', 'done')`,
    );
    this.addSql(
      `create index "catalogue_export_part_waiting_index" on "catalogue_export_part" ("export_id", "part") where stored_at is null and sha256 is not null`,
    );
  }

  #schedules(): void {
    this.addSql(
      `create table "catalogue_turn" ("partner_id" uuid not null, "mode" text not null, "format" text not null, "due_at" timestamptz(3) not null, "export_id" uuid null, "refusal" jsonb null, primary key ("partner_id", "mode", "format"))`,
    );
    this.addSql(
      `alter table "catalogue_turn" add constraint "catalogue_turn_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "catalogue_turn" add constraint "catalogue_turn_export_id_foreign" foreign key ("export_id") references "catalogue_export" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "catalogue_turn" add constraint "catalogue_turn_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "catalogue_turn" add constraint "catalogue_turn_format_check" check ("format" in ('peppol-3', 'peppol-1a', 'cif', 'cxml-index', 'csv', 'xlsx'))`,
    );
    this.addSql(
      `create index "partner_agreement_schedule_index" on "partner_agreement" ("partner_id", "mode") where settings #> '{catalogue,schedule}' is not null`,
    );
    this.addSql(
      `create index "catalogue_export_refused_index" on "catalogue_export" ("created_at") where state = 'refused'`,
    );
  }
}
