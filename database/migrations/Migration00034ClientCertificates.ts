import { Migration } from '@mikro-orm/migrations';

/** Client certificates among the secrets that we show to partners; receipts for documents that came by mail, and how fetching it from the mailbox goes. */
export class Migration00034ClientCertificates extends Migration {
  override up(): void {
    this.addSql(`alter table "partner_credential" drop constraint "partner_credential_kind_check"`);
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_kind_check" check ("kind" in ('basic', 'bearer', 'form', 'cxml', 'certificate'))`,
    );
    this.addSql(`alter table "partner_credential" add column "valid_until" timestamptz(3) null`);

    this.addSql(`alter table "notice" drop constraint if exists "notice_kind_check"`);
    this.addSql(
      `alter table "notice" add constraint "notice_kind_check" check ("kind" in ('events', 'test', 'confirmation', 'delivery', 'reply', 'receipt'))`,
    );

    this.addSql(
      `create table "mailbox" ("id" int not null, "claimed_until" timestamptz(3) null, "next_look_at" timestamptz(3) not null, "looked_at" timestamptz(3) null, "last_mail_at" timestamptz(3) null, "failures" int not null, "fault" jsonb null, primary key ("id"))`,
    );
    this.addSql(`alter table "mailbox" add constraint "mailbox_id_check" check (id = 1)`);
  }
}
