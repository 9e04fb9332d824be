import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type CompiledQuery } from 'kysely';
import { expect } from 'vitest';
import type { OrderHeader } from '../../formats/document/order.ts';
import { readCustomer, saveCustomers } from '../../shop/customerRecords.ts';
import { customerInput } from '../../shop/input/customer.ts';
import { priceInput } from '../../shop/input/price.ts';
import { productInput } from '../../shop/input/product.ts';
import { savePrices } from '../../shop/prices.ts';
import { saveProducts } from '../../shop/products.ts';

/** Stores products as they would be imported; none may be refused. */
export async function products(em: EntityManager, ...rows: object[]): Promise<void> {
  const parsed = rows.map((row) => productInput.parse({ name: { sv: 'Vara' }, unit: 'C62', ...row }));
  expect(await saveProducts(em, parsed)).toEqual([]);
}

/** Stores customers and returns their ids. */
export async function customers(
  em: EntityManager,
  ...rows: { number: string; [field: string]: unknown }[]
): Promise<string[]> {
  await saveCustomers(
    em,
    rows.map((row) => customerInput.parse({ name: `Kund ${row.number}`, ...row })),
  );
  return Promise.all(rows.map(async ({ number }) => (await readCustomer(em, number))?.id ?? ''));
}

export async function prices(em: EntityManager, ...rows: object[]): Promise<void> {
  const parsed = rows.map((row) => priceInput.parse({ list: { code: 'BAS', currency: 'SEK' }, unit: 'C62', ...row }));
  expect(await savePrices(em, parsed)).toEqual([]);
}

/** Empties the shop's tables. */
export async function emptyShop(em: EntityManager): Promise<void> {
  await sql`truncate shop, customer, product, price_list, orders cascade`.execute(em.getKysely());
}

/** The SQL statements that the action sends. */
export async function sentStatements(
  em: EntityManager,
  action: (em: EntityManager) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  const executor = em.getConnection().getClient().getExecutor();
  const original = executor.executeQuery.bind(executor);
  const sent: CompiledQuery[] = [];
  executor.executeQuery = (query, ...parameters) => {
    sent.push(query);
    return original(query, ...parameters);
  };
  try {
    await action(em);
  } finally {
    executor.executeQuery = original;
  }
  return sent;
}

/** How many SQL statements the action sends. */
export async function countStatements(
  em: EntityManager,
  action: (em: EntityManager) => Promise<unknown>,
): Promise<number> {
  return (await sentStatements(em, action)).length;
}

export function orderHeader(header: Partial<OrderHeader> = {}): OrderHeader {
  return {
    format: 'peppol-28a-order',
    customizationId: 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol28a:ver1.0',
    profileId: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
    number: 'PO-2026-17',
    issueDate: '2026-11-20',
    currency: 'SEK',
    documents: [],
    buyer: { identifications: [] },
    seller: { identifications: [] },
    allowanceCharges: [],
    ...header,
  };
}
