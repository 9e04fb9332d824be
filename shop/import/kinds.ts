import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { saveCustomers } from '../customerRecords.ts';
import { customerInput } from '../input/customer.ts';
import { priceInput } from '../input/price.ts';
import { productInput } from '../input/product.ts';
import { shopInput } from '../input/shop.ts';
import { savePrices } from '../prices.ts';
import { saveProducts } from '../products.ts';
import { saveShopProfile } from '../profile.ts';
import type { RowProblem } from '../saved.ts';

/** In the order in which a new shop is filled: products name customers, prices name both. */
export const importKinds = ['shop', 'customers', 'products', 'prices'] as const;
export type ImportKind = (typeof importKinds)[number];

interface Kind<T> {
  readonly schema: z.ZodType<T>;
  /** What its rows fill. */
  readonly tables: readonly string[];
  readonly save: (em: EntityManager, rows: readonly T[]) => Promise<RowProblem[]>;
}

/** Hides the type of the rows: what a schema gave is what its save takes. */
function kind<T>({ schema, tables, save }: Kind<T>) {
  return {
    tables,
    schema: schema as z.ZodType,
    save: (em: EntityManager, rows: readonly unknown[]) => save(em, rows as readonly T[]),
  };
}

export const kinds = {
  shop: kind({
    schema: shopInput,
    tables: ['shop'],
    save: async (em, rows) => {
      for (const row of rows) await saveShopProfile(em, row);
      return [];
    },
  }),
  customers: kind({
    schema: customerInput,
    tables: ['customer', 'customer_identity', 'customer_address'],
    save: saveCustomers,
  }),
  products: kind({
    schema: productInput,
    tables: ['product', 'product_unit', 'product_identifier', 'buyers_number'],
    save: saveProducts,
  }),
  prices: kind({ schema: priceInput, tables: ['price', 'price_list'], save: savePrices }),
} as const satisfies Record<ImportKind, unknown>;
