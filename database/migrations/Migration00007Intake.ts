import { Migration } from '@mikro-orm/migrations';

/** Ends of documents that are no orders, and documents that wait for the set-up to be mended. */
export class Migration00007Intake extends Migration {
  override up(): void {
    this.addSql(`alter table "inbound_document" drop constraint "inbound_document_state_check"`);
    this.addSql(
      `alter table "inbound_document" add constraint "inbound_document_state_check" check ("state" in ('received', 'waiting', 'placed', 'applied', 'recorded', 'refused', 'tested', 'duplicate'))`,
    );
    this.addSql(
      `create table "quarantined_document" ("document_id" uuid not null, "owner_id" uuid not null, "state" text not null, "told" text not null, "size" bigint not null, "kept_at" timestamptz(3) not null, "handled_document_id" uuid null, "discard_reason" text null, "settled_by" text null, "settled_at" timestamptz(3) null, primary key ("document_id"))`,
    );
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_state_check" check ("state" in ('kept', 'handled', 'discarded'))`,
    );
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_told_check" check ("told" in ('refusal', 'receipt'))`,
    );
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_handled_document_id_unique" unique ("handled_document_id")`,
    );
    this.addSql(
      `create index "quarantined_document_owner_index" on "quarantined_document" ("owner_id", "document_id")`,
    );
    this.addSql(`create index "quarantined_document_kept_index" on "quarantined_document" ("kept_at")`);
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_document_id_foreign" foreign key ("document_id") references "inbound_document" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_owner_id_foreign" foreign key ("owner_id") references "partner" ("id")`,
    );
    this.addSql(
      `alter table "quarantined_document" add constraint "quarantined_document_handled_document_id_foreign" foreign key ("handled_document_id") references "inbound_document" ("id") on delete set null`,
    );
  }
}
