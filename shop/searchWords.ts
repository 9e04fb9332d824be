import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Adds the words of these products to the shop's vocabulary, in the transaction of the caller: what typed words are compared with. Words
 * stay when their products go; they then find nothing. One SQL statement.
 */
export async function rememberWords(em: EntityManager, productIds: readonly string[]): Promise<void> {
  await sql`
    insert into product_word (word, written)
    select distinct on (word) word, written
    from (
      select written, plain_text(written) as word from (
        select distinct regexp_split_to_table(lower(concat_ws(' ', name ->> 'sv', name ->> 'en', category, manufacturer,
          array_to_string(keywords, ' '))), '[^[:alnum:]]+') as written
        from product where id = any(${[...productIds]}::uuid[])
      ) piece
    ) spelled
    where word ~ '^[a-z]{3,40}$' and numnode(word_query(word)) > 0
    order by word, written
    on conflict do nothing`.execute(em.getKysely());
}
