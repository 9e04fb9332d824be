import { Migration } from '@mikro-orm/migrations';

/** Folders from which partners' documents are fetched. */
export class Migration00033Pickups extends Migration {
  override up(): void {
    this.addSql(
      `create table "pickup" ("partner_id" uuid not null, "mode" text not null, "name" text not null, "claimed_until" timestamptz(3) null, "next_look_at" timestamptz(3) not null, "looked_at" timestamptz(3) null, "seen" jsonb not null, "last_file" text null, "last_file_at" timestamptz(3) null, "failures" int not null, "fault" jsonb null, primary key ("partner_id", "mode", "name"))`,
    );
    this.addSql(`alter table "pickup" add constraint "pickup_mode_check" check ("mode" in ('production', 'test'))`);
    this.addSql(
      `alter table "pickup" add constraint "pickup_partner_id_foreign" foreign key ("partner_id") references "partner" ("id")`,
    );
  }
}
