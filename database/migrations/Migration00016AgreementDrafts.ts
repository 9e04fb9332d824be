import { Migration } from '@mikro-orm/migrations';

/** Drafts of agreements: the next version of each, while people write it. */
export class Migration00016AgreementDrafts extends Migration {
  override up(): void {
    this.addSql(
      `create table "agreement_draft" ("id" uuid not null, "partner_id" uuid not null, "mode" text not null, "settings" jsonb not null, "based_on" int not null, "revision" int not null, "changed_at" timestamptz(3) not null, "changed_by" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "agreement_draft" add constraint "agreement_draft_partner_id_mode_unique" unique ("partner_id", "mode")`,
    );
    this.addSql(
      `alter table "agreement_draft" add constraint "agreement_draft_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "agreement_draft" add constraint "agreement_draft_mode_check" check ("mode" in ('production', 'test'))`,
    );
  }
}
