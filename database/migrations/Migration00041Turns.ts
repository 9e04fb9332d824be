import { Migration } from '@mikro-orm/migrations';

/** Documents of one partner are begun a few at a time. */
export class Migration00041Turns extends Migration {
  override up(): void {
    this.addSql('alter table "inbound_document" add column "queued" boolean not null default false');
    this.addSql('drop index "inbound_document_unstarted_index"');
    this.addSql(
      `create index "inbound_document_turn_index" on "inbound_document" ("partner_id", "received_at") where state = 'received'`,
    );
  }
}
