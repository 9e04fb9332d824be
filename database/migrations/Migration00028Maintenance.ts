import { Migration } from '@mikro-orm/migrations';

/** Whether Roundtrip is being maintained. */
export class Migration00028Maintenance extends Migration {
  override up(): void {
    this.addSql(
      `create table "maintenance" ("id" int not null, "since" timestamptz(3) not null, "until" timestamptz(3) null, "reason" text not null, "started_by" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "maintenance" add constraint "maintenance_id_check" check (id = 1)`);
  }
}
