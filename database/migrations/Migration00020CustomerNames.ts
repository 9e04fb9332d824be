import { Migration } from '@mikro-orm/migrations';

/** Customers are found by the beginning of their name. */
export class Migration00020CustomerNames extends Migration {
  override up(): void {
    this.addSql(`create index "customer_name_key" on "customer" (lower("name") text_pattern_ops)`);
  }
}
