import { Migration } from '@mikro-orm/migrations';

/** What was typed when a log-in had ended, until the person is back. */
export class Migration00039KeptForms extends Migration {
  override up(): void {
    this.addSql(`alter table "console_session" add column "kept_form" jsonb null`);
  }
}
