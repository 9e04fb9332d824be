import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import type { ProductInput } from './input/product.ts';
import { lastOfEach, type RowProblem } from './saved.ts';
import { rememberWords } from './searchWords.ts';

/** A stored product: the shape in which it was sent, with what the store adds. */
export interface ProductRecord extends ProductInput {
  readonly id: string;
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Stores products, in the transaction of the caller: new ones are added, known article numbers replaced as a whole. Returns the rows
 * that were refused. A constant number of SQL statements.
 */
export async function saveProducts(em: EntityManager, products: readonly ProductInput[]): Promise<RowProblem[]> {
  const latest = lastOfEach(products, ({ articleNumber }) => articleNumber);
  const customers = await customerIds(em, products);
  const problems = latest.flatMap(({ row, index }) => unknownCustomers(row, index, customers));
  const refused = new Set(problems.map(({ index }) => index));
  const accepted = latest.filter(({ index }) => !refused.has(index)).map(({ row }) => row);
  const ids = await upsertProducts(em, accepted);
  const owned = accepted.flatMap((product) => {
    const id = ids.get(product.articleNumber);
    return id === undefined ? [] : [{ id, product }];
  });
  await insertUnits(em, owned);
  await insertIdentifiers(em, owned);
  await insertBuyersNumbers(em, owned, customers);
  await rememberWords(em, [...ids.values()]);
  return problems;
}

type OwnedProduct = { readonly id: string; readonly product: ProductInput };

async function customerIds(em: EntityManager, products: readonly ProductInput[]): Promise<ReadonlyMap<string, string>> {
  const numbers = new Set(products.flatMap(({ buyersNumbers }) => buyersNumbers.map(({ customer }) => customer)));
  if (numbers.size === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from customer where number = any(${[...numbers]}::text[])`.execute(em.getKysely());
  return new Map(rows.map(({ id, number }) => [number, id]));
}

function unknownCustomers(product: ProductInput, index: number, known: ReadonlyMap<string, string>): RowProblem[] {
  return product.buyersNumbers.flatMap(({ customer }, at) =>
    known.has(customer)
      ? []
      : [{ index, column: `buyersNumbers.${at}.customer`, value: customer, reason: 'there is no such customer' }],
  );
}

/** Ids by article number. Units and identifiers of products that were there are removed: the caller writes them anew. */
async function upsertProducts(
  em: EntityManager,
  products: readonly ProductInput[],
): Promise<ReadonlyMap<string, string>> {
  const input = JSON.stringify(products.map((product) => ({ id: v7(), ...product })));
  const { rows } = await sql<{ id: string; number: string; replaced: boolean }>`
    insert into product (id, article_number, status, replaced_by, name, description, unit, minimum_quantity, maximum_quantity,
      multiple_quantity, stock, lead_time_days, classifications, labels, vat, manufacturer, manufacturer_number, pictures, category,
      keywords, contract_number, material_group, created_at, updated_at)
    select id, "articleNumber", status, "replacedBy", name, description, unit, "minimumQuantity", "maximumQuantity",
      "multipleQuantity", stock, "leadTimeDays", classifications, labels, vat, manufacturer, "manufacturerNumber", pictures, category,
      keywords, "contractNumber", "materialGroup", now(), now()
    from jsonb_to_recordset(${input}::jsonb) as row(id uuid, "articleNumber" text, status text, "replacedBy" text, name jsonb,
      description jsonb, unit text, "minimumQuantity" numeric, "maximumQuantity" numeric, "multipleQuantity" numeric, stock numeric,
      "leadTimeDays" int, classifications jsonb, labels text[], vat jsonb, manufacturer text, "manufacturerNumber" text,
      pictures text[], category text, keywords text[], "contractNumber" text, "materialGroup" text)
    on conflict (article_number) do update set (status, replaced_by, name, description, unit, minimum_quantity, maximum_quantity,
        multiple_quantity, stock, lead_time_days, classifications, labels, vat, manufacturer, manufacturer_number, pictures, category,
        keywords, contract_number, material_group, updated_at)
      = (excluded.status, excluded.replaced_by, excluded.name, excluded.description, excluded.unit, excluded.minimum_quantity,
        excluded.maximum_quantity, excluded.multiple_quantity, excluded.stock, excluded.lead_time_days, excluded.classifications,
        excluded.labels, excluded.vat, excluded.manufacturer, excluded.manufacturer_number, excluded.pictures, excluded.category,
        excluded.keywords, excluded.contract_number, excluded.material_group, excluded.updated_at)
    returning id, article_number as number, (xmax <> 0) as replaced`.execute(em.getKysely());
  const replaced = rows.filter((row) => row.replaced).map(({ id }) => id);
  if (replaced.length > 0) {
    await sql`
      with units as (delete from product_unit where product_id = any(${replaced}::uuid[])),
        numbers as (delete from buyers_number where product_id = any(${replaced}::uuid[]))
      delete from product_identifier where product_id = any(${replaced}::uuid[])`.execute(em.getKysely());
  }
  return new Map(rows.map(({ id, number }) => [number, id]));
}

async function insertUnits(em: EntityManager, products: readonly OwnedProduct[]): Promise<void> {
  const rows = products.flatMap(({ id, product }) => product.units.map(({ unit, factor }) => ({ id, unit, factor })));
  if (rows.length === 0) return;
  await sql`
    insert into product_unit (product_id, unit, factor)
    select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ unit }) => unit)}::text[],
      ${rows.map(({ factor }) => factor)}::numeric[])
    on conflict do nothing`.execute(em.getKysely());
}

async function insertIdentifiers(em: EntityManager, products: readonly OwnedProduct[]): Promise<void> {
  const rows = products.flatMap(({ id, product }) => [
    ...product.gtins.map((value) => ({ id, kind: 'gtin', value })),
    ...product.aliases.map((value) => ({ id, kind: 'alias', value })),
  ]);
  if (rows.length === 0) return;
  await sql`
    insert into product_identifier (product_id, kind, value)
    select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ value }) => value)}::text[])
    on conflict do nothing`.execute(em.getKysely());
}

async function insertBuyersNumbers(
  em: EntityManager,
  products: readonly OwnedProduct[],
  customers: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = products.flatMap(({ id, product }) =>
    product.buyersNumbers.map(({ customer, number }) => ({ id, number, customer: customers.get(customer) ?? null })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into buyers_number (product_id, customer_id, value)
    select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ customer }) => customer)}::uuid[],
      ${rows.map(({ number }) => number)}::text[])
    on conflict do nothing`.execute(em.getKysely());
}

const record = sql`json_strip_nulls(json_build_object('id', product.id, 'articleNumber', article_number, 'status', status,
  'replacedBy', replaced_by, 'name', name, 'description', description, 'unit', product.unit,
  'units', array(select json_build_object('unit', unit, 'factor', trim_scale(factor)::text)
    from product_unit where product_id = product.id order by unit),
  'gtins', array(select value from product_identifier where product_id = product.id and kind = 'gtin' order by value),
  'aliases', array(select value from product_identifier where product_id = product.id and kind = 'alias' order by value),
  'buyersNumbers', array(select json_build_object('customer', customer.number, 'number', value)
    from buyers_number join customer on customer.id = customer_id where product_id = product.id order by customer.number, value),
  'minimumQuantity', trim_scale(minimum_quantity)::text, 'maximumQuantity', trim_scale(maximum_quantity)::text,
  'multipleQuantity', trim_scale(multiple_quantity)::text, 'stock', trim_scale(stock)::text, 'leadTimeDays', lead_time_days,
  'classifications', classifications, 'labels', labels, 'vat', vat, 'manufacturer', manufacturer,
  'manufacturerNumber', manufacturer_number, 'pictures', pictures, 'category', category, 'keywords', keywords,
  'contractNumber', contract_number, 'materialGroup', material_group, 'createdAt', ${instant('created_at')},
  'updatedAt', ${instant('updated_at')}))`;

export async function findProduct(em: EntityManager, articleNumber: string): Promise<ProductRecord | undefined> {
  const { rows } = await sql<{ record: ProductRecord }>`
    select ${record} as record from product where article_number = ${articleNumber}`.execute(em.getKysely());
  return rows[0]?.record;
}

/** Orders for a withdrawn product wait for a person. It stays known, for old orders. @returns false when there is none */
export async function withdrawProduct(em: EntityManager, articleNumber: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update product set status = 'withdrawn', updated_at = now()
    where article_number = ${articleNumber}`.execute(em.getKysely());
  return numAffectedRows === 1n;
}

export interface ProductFilter {
  readonly status?: ProductInput['status'] | undefined;
  readonly category?: string | undefined;
  /** Article number of the last product of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Products by article number. `next` is the `after` of the following page; absent on the last one. */
export async function listProducts(
  em: EntityManager,
  { status, category, after, limit }: ProductFilter,
): Promise<{ readonly products: ProductRecord[]; readonly next?: string }> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (status !== undefined) where.push(sql`status = ${status}`);
  if (category !== undefined) where.push(sql`category = ${category}`);
  if (after !== undefined) where.push(sql`article_number > ${after}`);
  const { rows } = await sql<{ record: ProductRecord }>`
    select ${record} as record from product where ${sql.join(where, sql` and `)}
    order by article_number limit ${limit + 1}`.execute(em.getKysely());
  const products = rows.slice(0, limit).map((row) => row.record);
  const last = products.at(-1);
  return rows.length > limit && last ? { products, next: last.articleNumber } : { products };
}
