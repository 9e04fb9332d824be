import { sql, type RawBuilder } from 'kysely';

const key = (column: string): RawBuilder<string> => sql<string>`(number_key(${sql.ref(column)}) collate "C")`;
const equals = (column: string): RawBuilder<boolean> => sql<boolean>`${key(column)} = question.key collate "C"`;
/** A key has letters and digits only, so all that begin with it are before it with `{`, which follows `z` in ASCII. */
const begins = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${key(column)} > question.key collate "C" and ${key(column)} < (question.key || '{') collate "C"`;

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
        select product.id, 9 as rank from question join product on ${equals('product.article_number')}
        union all
        select product_id, 8 from question join buyers_number on ${own} and ${equals('buyers_number.value')}
        union all
        select product_id, 7 from question join product_identifier on ${equals('product_identifier.value')}
        union all
        select product_id, 7 from question join product_identifier on kind = 'gtin' and value = lpad(question.key, 14, '0')
        union all
        select product.id, 6 from question join product on ${equals('product.manufacturer_number')}
        union all
        (select product.id, 5 from question join product on ${begins('product.article_number')}
          order by ${key('product.article_number')} limit ${most})
        union all
        (select product_id, 5 from question join buyers_number on ${own} and ${begins('buyers_number.value')}
          order by ${key('buyers_number.value')} limit ${most})
        union all
        (select product.id, 5 from question join product on ${begins('product.manufacturer_number')}
          order by ${key('product.manufacturer_number')} limit ${most})
      ) number
      join product on product.id = number.id
      where (select length(key) from question) > 1 and (number.rank > 5 or product.status = 'active') and ${condition}
      group by product.id
    )`;
}
