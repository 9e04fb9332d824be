import { Migration } from '@mikro-orm/migrations';

/** When the receiver of a catalogue should have answered it, and when it was pointed out that it did not. */
export class Migration00038CatalogueAnswers extends Migration {
  override up(): void {
    this.addSql(
      `alter table "catalogue_export" add "answer_due" timestamptz(3) null, add "answer_reminded_at" timestamptz(3) null`,
    );
    this.addSql(
      `create index "catalogue_export_answer_due_index" on "catalogue_export" ("answer_due") where answer_due is not null and answer_reminded_at is null`,
    );
    this.addSql(
      `create index "catalogue_export_unanswered_index" on "catalogue_export" ("answer_reminded_at") where answer_reminded_at is not null`,
    );
  }
}
