import { Migration } from '@mikro-orm/migrations';

/** Figures of each hour and partner, what the worker last found, and what the overview looks for. */
export class Migration00015Statistics extends Migration {
  override up(): void {
    this.addSql(
      `create table "hourly_figure" ("measure" text not null, "hour" timestamptz(0) not null, "partner_id" uuid not null, "mode" text not null, "category" text not null, "count" int not null, primary key ("measure", "hour", "partner_id", "mode", "category"))`,
    );
    this.addSql(
      `alter table "hourly_figure" add constraint "hourly_figure_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "hourly_figure" add constraint "hourly_figure_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `create table "worker_report" ("name" text not null, "at" timestamptz(3) not null, "facts" jsonb not null, primary key ("name"))`,
    );
    this.addSql(
      `create index "quarantined_document_waiting_index" on "quarantined_document" ("kept_at") where state = 'kept'`,
    );
    this.addSql(`create index "orders_buyer_asked_index" on "orders" ("buyer_due") where buyer_due is not null`);
    this.addSql(
      `create index "orders_answer_late_index" on "orders" ("id") where answer_reminded_at is not null and status = 'New'`,
    );
  }
}
