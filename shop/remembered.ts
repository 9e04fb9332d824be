/** What persons have answered about a partner, so that nobody is asked twice. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import { localText } from './localText.ts';
import type { LocalText } from './product.entity.ts';
import type { RememberedKind } from './remembered.entity.ts';
import type { HashedKey, RememberedKey } from './rememberedKey.ts';

export interface NewAnswer {
  readonly kind: RememberedKind;
  readonly key: HashedKey;
  /** Id of the product, the customer or the delivery address that is meant. */
  readonly target: string;
  /** Last day. */
  readonly until?: string | undefined;
}

/** Who answered, about which partner and order. */
export interface AnsweredBy {
  readonly partnerId: string;
  readonly mode: 'production' | 'test';
  readonly orderId: string;
  readonly actor: string;
}

/** Stores answers, in the transaction of the caller; one about the same thing replaces the earlier one. */
export async function remember(em: EntityManager, answers: readonly NewAnswer[], by: AnsweredBy): Promise<void> {
  const rows = answers.map(({ kind, key, target, until }) => ({
    id: v7(),
    kind,
    key: key.key,
    key_hash: key.hash,
    customer_id: kind === 'customer' ? target : key.customerId,
    product_id: kind === 'product' ? target : undefined,
    address_id: kind === 'place' ? target : undefined,
    until,
  }));
  // Of two lines that say the same, the later one counts.
  const unique = [...new Map(rows.map((row) => [`${row.kind} ${row.key_hash}`, row])).values()];
  if (unique.length === 0) return;
  await sql`
    insert into remembered_match (id, partner_id, mode, kind, key, key_hash, customer_id, product_id, address_id, until, actor, order_id, made_at)
    select id, ${by.partnerId}, ${by.mode}, kind, key, key_hash, customer_id, product_id, address_id, until, ${by.actor}, ${by.orderId}, now()
    from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) as row(id uuid, kind text, key jsonb, key_hash text, customer_id uuid,
      product_id uuid, address_id uuid, until date)
    on conflict (partner_id, mode, kind, key_hash) do update set (id, customer_id, product_id, address_id, until, actor, order_id, made_at)
      = (excluded.id, excluded.customer_id, excluded.product_id, excluded.address_id, excluded.until, excluded.actor, excluded.order_id, excluded.made_at)`.execute(
    em.getKysely(),
  );
}

/** An answer as it is shown. */
export interface RememberedAnswer {
  readonly id: string;
  readonly mode: 'production' | 'test';
  readonly kind: RememberedKind;
  /** What the documents say. */
  readonly key: RememberedKey;
  /** What is meant by it: article number, customer number, or id and GLN of the address. */
  readonly target: { readonly id: string; readonly number: string; readonly name: string };
  /** Number of the only customer that it holds for. */
  readonly customer?: string;
  readonly until?: string;
  readonly by: string;
  readonly orderId: string;
  readonly madeAt: string;
}

interface RememberedRow extends Omit<RememberedAnswer, 'target' | 'customer' | 'until'> {
  target: { id: string; number: string | null; name: string | LocalText };
  customer: string | null;
  until: string | null;
}

/** Answers about a partner, newest first. `next` is the `after` of the following page; absent on the last one. */
export async function listRemembered(
  em: EntityManager,
  {
    partnerId,
    after,
    limit,
  }: { readonly partnerId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly answers: RememberedAnswer[]; readonly next?: string }> {
  const { rows } = await sql<RememberedRow>`
    select known.id, known.mode, known.kind, known.key, known.actor as by, known.order_id as "orderId", known.until::text as until,
      ${instant('known.made_at')} as "madeAt", case when known.kind <> 'customer' then customer.number end as customer,
      case known.kind
        when 'product' then json_build_object('id', product.id, 'number', product.article_number, 'name', product.name)
        when 'customer' then json_build_object('id', customer.id, 'number', customer.number, 'name', customer.name)
        else json_build_object('id', address.id, 'number', coalesce(address.address_id, address.gln),
          'name', concat_ws(', ', address.name, address.street_name, address.postal_zone, address.city_name)) end as target
    from remembered_match known
    left join product on product.id = known.product_id
    left join customer on customer.id = known.customer_id
    left join customer_address address on address.id = known.address_id
    where known.partner_id = ${partnerId} and (${after ?? null}::uuid is null or known.id < ${after ?? null}::uuid)
    order by known.id desc limit ${limit + 1}`.execute(em.getKysely());
  const answers = rows.slice(0, limit).map(shown);
  const last = answers.at(-1);
  return rows.length > limit && last ? { answers, next: last.id } : { answers };
}

function shown({ target, customer, until, ...row }: RememberedRow): RememberedAnswer {
  const name = typeof target.name === 'string' ? target.name : localText(target.name);
  return {
    ...row,
    target: { id: target.id, number: target.number ?? '', name },
    ...(customer !== null && { customer }),
    ...(until !== null && { until }),
  };
}

/** From now on it is asked about again. @returns false when there is no such answer */
export async function forgetAnswer(em: EntityManager, partnerId: string, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from remembered_match where partner_id = ${partnerId} and id = ${id}`.execute(em.getKysely());
  return numAffectedRows === 1n;
}
