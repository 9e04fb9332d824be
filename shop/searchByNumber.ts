import { sql, type RawBuilder } from 'kysely';

const key = (column: string): RawBuilder<string> => sql<string>`(number_key(${sql.ref(column)}) collate "C")`;
/** A sub-select, not a join, so that the index is entered with it. */
const asked = sql<string>`(select key from question) collate "C"`;
const equals = (column: string): RawBuilder<boolean> => sql<boolean>`${key(column)} = ${asked}`;
/** A key has letters and digits only, so all that begin with it are before it with `{`, which follows `z` in ASCII. */
const begins = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${key(column)} > ${asked} and ${key(column)} < (select key || '{' from question) collate "C"`;

/**
 * The common table expression `numbered`: products whose number is the question's `key`, or begins with it. Ranks 9 to 5, from the
 * surest. Withdrawn ones only by their whole number. One character is no number.
 * @param condition on `product`
 */
export function byNumber(customerId: string, condition: RawBuilder<boolean>, most: number): RawBuilder<unknown> {
  const own = sql<boolean>`customer_id = ${customerId}::uuid`;
  return sql`numbered as materialized (
      select product.id, article_number, category, max(number.rank) as rank
      from (
        select product.id, 9 as rank from product where ${equals('product.article_number')}
        union all
        select product_id, 8 from buyers_number where ${own} and ${equals('buyers_number.value')}
        union all
        select product_id, 7 from product_identifier where ${equals('product_identifier.value')}
        union all
        select product_id, 7 from product_identifier where kind = 'gtin' and value = lpad((select key from question), 14, '0')
        union all
        select product.id, 6 from product where ${equals('product.manufacturer_number')}
        union all
        (select product.id, 5 from product where ${begins('product.article_number')}
          order by ${key('product.article_number')} limit ${most})
        union all
        (select product_id, 5 from buyers_number where ${own} and ${begins('buyers_number.value')}
          order by ${key('buyers_number.value')} limit ${most})
        union all
        (select product.id, 5 from product where ${begins('product.manufacturer_number')}
          order by ${key('product.manufacturer_number')} limit ${most})
      ) number
      join product on product.id = number.id
      where (select length(key) from question) > 1 and (number.rank > 5 or product.status = 'active') and ${condition}
      group by product.id
    )`;
}
