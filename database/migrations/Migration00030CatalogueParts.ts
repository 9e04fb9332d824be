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
  }
}
