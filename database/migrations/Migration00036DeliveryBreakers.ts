import { Migration } from '@mikro-orm/migrations';

/** Addresses that do not take what they are sent, and the documents that wait for them. */
export class Migration00036DeliveryBreakers extends Migration {
  override up(): void {
    this.addSql(
      `create table "delivery_breaker" ("partner_id" uuid not null, "mode" text not null, "address" text not null, "agreement_version" int not null, "state" text not null, "since" timestamptz(3) not null, "failures" int not null, "probes" int not null, "next_at" timestamptz(3) null, "fault" jsonb null, primary key ("partner_id", "mode", "address"))`,
    );
    this.addSql(
      `alter table "delivery_breaker" add constraint "delivery_breaker_mode_check" check ("mode" in ('production', 'test'))`,
    );
    this.addSql(
      `alter table "delivery_breaker" add constraint "delivery_breaker_state_check" check ("state" in ('counting', 'open', 'draining'))`,
    );
    this.addSql(
      `alter table "delivery_breaker" add constraint "delivery_breaker_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "outbound_document" add column "held_address" text null, add column "released_at" timestamptz(3) null, add column "give_up_at" timestamptz(3) null`,
    );
  }
}
