import { Migration } from '@mikro-orm/migrations';

/** Subscriptions to what timelines tell, the messages about it, and mail to customers. */
export class Migration00008Notices extends Migration {
  override up(): void {
    this.addSql(
      `create table "subscription" ("id" uuid not null, "recipient" text not null, "address" text not null, "language" text not null, "events" text[] not null, "partner_id" uuid null, "customer_id" uuid null, "digest" text not null, "digest_minutes" int null, "digest_at" text null, "hourly_limit" int not null, "active" boolean not null, "stopped_because" text null, "created_at" timestamptz(3) not null, "created_by" text not null, primary key ("id"))`,
    );
    this.addSql(
      `create table "subscription_secret" ("id" uuid not null, "subscription_id" uuid not null, "key_id" text not null, "sealed" bytea not null, "created_at" timestamptz(3) not null, "created_by" text not null, "revoked_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "subscription_secret_subscription_id_index" on "subscription_secret" ("subscription_id")`,
    );
    this.addSql(
      `create table "notice" ("id" uuid not null, "subscription_id" uuid null, "kind" text not null, "channel" text not null, "recipient" text not null, "language" text not null, "order_id" uuid null, "events" int not null, "content" jsonb null, "message_id" text not null, "state" text not null, "attempts" int not null, "last_error" text null, "next_attempt_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "notice_order_id_index" on "notice" ("order_id")`);
    this.addSql(`create index "notice_subscription_index" on "notice" ("subscription_id", "created_at")`);
    this.addSql(
      `create index "notice_unstarted_index" on "notice" ("created_at") where started_at is null and state in ('planned', 'ready')`,
    );
    this.addSql(
      `create table "notice_event" ("subscription_id" uuid not null, "entry_id" uuid not null, "at" timestamptz(3) not null, "notice_id" uuid null, primary key ("subscription_id", "entry_id"))`,
    );
    this.addSql(`create index "notice_event_notice_id_index" on "notice_event" ("notice_id")`);
    this.addSql(
      `create index "notice_event_waiting_index" on "notice_event" ("subscription_id", "at") where notice_id is null`,
    );
    this.addSql(
      `create table "notice_attempt" ("notice_id" uuid not null, "number" int not null, "started_at" timestamptz(3) not null, "milliseconds" int not null, "outcome" text not null, "error" text null, primary key ("notice_id", "number"))`,
    );
    this.addForeignKeys();
    this.addChecks();
    this.addTrigger();
  }

  private addForeignKeys(): void {
    for (const [table, column, other, rule] of [
      ['subscription', 'partner_id', 'partner', 'cascade'],
      ['subscription', 'customer_id', 'customer', 'cascade'],
      ['subscription_secret', 'subscription_id', 'subscription', 'cascade'],
      ['notice', 'subscription_id', 'subscription', 'set null'],
      ['notice', 'order_id', 'orders', 'cascade'],
      ['notice_event', 'subscription_id', 'subscription', 'cascade'],
      ['notice_event', 'notice_id', 'notice', 'cascade'],
      ['notice_attempt', 'notice_id', 'notice', 'cascade'],
    ]) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${other}" ("id") on delete ${rule}`,
      );
    }
  }

  private addChecks(): void {
    for (const [table, column, values] of [
      ['subscription', 'recipient', `'administrator', 'customer', 'webhook'`],
      ['subscription', 'language', `'en', 'sv'`],
      ['subscription', 'digest', `'atOnce', 'minutes', 'daily'`],
      ['notice', 'kind', `'events', 'test', 'confirmation', 'delivery'`],
      ['notice', 'channel', `'mail', 'webhook'`],
      ['notice', 'language', `'en', 'sv'`],
      ['notice', 'state', `'planned', 'ready', 'sent', 'refused', 'gaveUp', 'cancelled'`],
      ['notice_attempt', 'outcome', `'delivered', 'failed', 'refused'`],
    ]) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${values}))`,
      );
    }
  }

  /** In the transaction of the step that writes the timeline, and in its statement: a clean order takes none more. */
  private addTrigger(): void {
    this.addSql(`
      create function notice_of_timeline() returns trigger language plpgsql as $$
      begin
        if not exists (select from subscription where active) then
          return null;
        end if;
        insert into notice_event (subscription_id, entry_id, at)
        select subscription.id, added.id, added.at
        from added
        join subscription on subscription.active and added.code = any (subscription.events)
        left join inbound_document inbound on inbound.id = added.inbound_document_id
        left join outbound_document outbound on outbound.id = added.outbound_document_id
        left join orders on orders.id = added.order_id
        where (subscription.partner_id is null
            or subscription.partner_id = coalesce(inbound.partner_id, outbound.partner_id, orders.partner_id))
          and (subscription.customer_id is null or subscription.customer_id = orders.customer_id)
          and (subscription.recipient <> 'customer' or coalesce(inbound.mode, outbound.mode) = 'production');
        return null;
      end $$`);
    this.addSql(
      `comment on function notice_of_timeline is 'What happened is noted for each subscription to it; the worker makes messages of that.'`,
    );
    this.addSql(`
      create trigger notice_of_timeline after insert on "timeline_entry"
      referencing new table as added for each statement execute function notice_of_timeline()`);
  }
}
