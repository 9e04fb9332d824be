import { Migration } from '@mikro-orm/migrations';

/** The connection to another shop: its settings, its live prices, orders handed over to it, and how far its data were read. */
export class Migration00035ShopPort extends Migration {
  override up(): void {
    this.addSql(
      `create table "shop_connection" ("id" int not null, "settings" jsonb not null, "key_id" text null, "sealed" bytea null, "last_answer_at" timestamptz(3) null, "last_fault" jsonb null, "last_fault_at" timestamptz(3) null, "updated_at" timestamptz(3) not null, "updated_by" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "shop_connection" add constraint "shop_connection_id_check" check (id = 1)`);

    this.addSql(`alter table "price_list" add column "live" boolean not null default false`);
    this.addSql(`create unique index "price_list_live_unique" on "price_list" ("customer_id", "currency") where live`);
    this.addSql(
      `create table "live_answer" ("customer_id" uuid not null, "product_id" uuid not null, "currency" text not null, "asked_at" timestamptz(3) not null, "fault" jsonb null, primary key ("customer_id", "product_id", "currency"))`,
    );
    this.addSql(`create index "live_answer_product_id_index" on "live_answer" ("product_id")`);
    this.addSql(
      `alter table "live_answer" add constraint "live_answer_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "live_answer" add constraint "live_answer_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade`,
    );

    this.addSql(
      `create table "shop_pull" ("kind" text not null, "cursor" text null, "due_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "rows" int not null default 0, "refused" int not null default 0, "problems" jsonb not null default '[]', "fault" jsonb null, primary key ("kind"))`,
    );
    this.addSql(
      `alter table "shop_pull" add constraint "shop_pull_kind_check" check ("kind" in ('customers', 'products', 'prices', 'statuses'))`,
    );

    this.addSql(
      `create table "order_handover" ("order_id" uuid not null, "state" text not null, "shop_number" text null, "shop_status" text null, "attempts" int not null default 0, "fault" jsonb null, "next_attempt_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "first_attempt_at" timestamptz(3) null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("order_id"))`,
    );
    this.addSql(
      `alter table "order_handover" add constraint "order_handover_state_check" check ("state" in ('waiting', 'taken', 'refused', 'gaveUp'))`,
    );
    this.addSql(
      `alter table "order_handover" add constraint "order_handover_order_id_foreign" foreign key ("order_id") references "orders" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `create index "order_handover_unstarted_index" on "order_handover" ("created_at") where started_at is null`,
    );
    this.addSql(`create index "order_handover_open_index" on "order_handover" ("order_id") where state <> 'taken'`);
    this.addSql(`create index "order_handover_shop_number_index" on "order_handover" ("shop_number")`);

    // As before, and a session knows its partner too.
    this.addSql(`
      create or replace function notice_of_timeline() returns trigger language plpgsql as $$
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
        left join punch_out_session session on session.id = added.session_id
        where (subscription.partner_id is null
            or subscription.partner_id = coalesce(inbound.partner_id, outbound.partner_id, orders.partner_id, session.partner_id))
          and (subscription.customer_id is null or subscription.customer_id = coalesce(orders.customer_id, session.customer_id))
          and (subscription.recipient <> 'customer' or coalesce(inbound.mode, outbound.mode) = 'production');
        return null;
      end $$`);

    // An order that lands in New is to be handed over, whatever made it land; no statement of the order's steps is needed for it.
    this.addSql(`create function hand_over_order() returns trigger language plpgsql as $$
      begin
        if new.header->>'operation' is null
          and exists (select from shop_connection where settings->>'orders' in ('pushed', 'fetched')) then
          insert into order_handover (order_id, state, created_at) values (new.id, 'waiting', now()) on conflict do nothing;
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger hand_over_new_order after insert on orders for each row when (new.status = 'New')
      execute function hand_over_order()`);
    this.addSql(`create trigger hand_over_landed_order after update of status on orders for each row
      when (new.status = 'New' and old.status is distinct from 'New') execute function hand_over_order()`);
  }
}
