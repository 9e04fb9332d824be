import { Migration } from '@mikro-orm/migrations';

/** Secrets of login forms and cXML Senders, and the checks at which a punch-out is turned away. */
export class Migration00004PunchOutDoor extends Migration {
  override up(): void {
    this.addSql(`alter table "partner_credential" drop constraint "partner_credential_kind_check"`);
    this.addSql(
      `alter table "partner_credential" add constraint "partner_credential_kind_check" check ("kind" in ('basic', 'bearer', 'form', 'cxml'))`,
    );
    this.addSql(`alter table "refused_request" drop constraint "refused_request_failed_check_check"`);
    this.addSql(
      `alter table "refused_request" add constraint "refused_request_failed_check_check" check ("failed_check" in ('method', 'partner', 'address', 'credentials', 'rate', 'enabled', 'paused', 'contentType', 'contentEncoding', 'size', 'time', 'body', 'sender', 'protocol', 'customer', 'returnAddress'))`,
    );
  }
}
