import { Migration } from '@mikro-orm/migrations';

/** A change of an order that was handed over is told to the other shop, too: which version is to be told, and which one it has. */
export class Migration00040HandoverVersions extends Migration {
  override up(): void {
    this.addSql(
      `alter table "order_handover" add column "version" int not null default 1, add column "told_version" int null`,
    );
    this.addSql(`update "order_handover" set "told_version" = 1 where "state" = 'taken'`);

    // A series of attempts begins for each change; one of an order that may be there already is not forgotten.
    this.addSql(`create function hand_over_change(changed uuid) returns void language plpgsql as $$
      begin
        if exists (select from shop_connection where settings->>'orders' in ('pushed', 'fetched')) then
          update order_handover set version = version + 1, state = 'waiting', fault = null, next_attempt_at = null, started_at = null,
            ended_at = null, attempts = case when told_version is null then attempts else 0 end
          where order_id = changed;
        end if;
      end $$`);
    this.addSql(`create function hand_over_changed_order() returns trigger language plpgsql as $$
      begin
        perform hand_over_change(new.id);
        return null;
      end $$`);
    this.addSql(`create function hand_over_order_version() returns trigger language plpgsql as $$
      begin
        perform hand_over_change(new.order_id);
        return null;
      end $$`);
    // Nothing comes of it any more, or a person has accepted it with changes.
    this.addSql(`create trigger hand_over_decided_order after update of status on orders for each row
      when (old.status is distinct from new.status and (new.status in ('Cancelled', 'Rejected')
        or (old.status = 'New' and new.status = 'Confirmed' and new.response_code = '30')))
      execute function hand_over_changed_order()`);
    this.addSql(`create trigger hand_over_order_change after update of state on order_version for each row
      when (new.state = 'applied' and old.state <> 'applied' and new.kind <> 'delete') execute function hand_over_order_version()`);
  }
}
