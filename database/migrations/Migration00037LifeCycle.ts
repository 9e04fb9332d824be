import { Migration } from '@mikro-orm/migrations';

/** People in orders, and messages, are kept for a time of their own. */
export class Migration00037LifeCycle extends Migration {
  override up(): void {
    for (const table of ['retention_mark', 'retention_left']) {
      this.addSql(`alter table "${table}" drop constraint "${table}_kind_check"`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_kind_check" check ("kind" in ('received', 'sent', 'visits', 'tests', 'orderPeople', 'notices'))`,
      );
    }
    this.addSql(
      `alter table "retention_left" drop constraint "retention_left_pkey", add primary key ("document_id", "kind")`,
    );
  }
}
