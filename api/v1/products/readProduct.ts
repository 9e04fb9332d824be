import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../../../platform/errors.ts';
import { findProduct, type ProductRecord } from '../../../shop/products.ts';

/** @throws NotFound */
export async function readProduct(em: EntityManager, articleNumber: string): Promise<ProductRecord> {
  const product = await findProduct(em, articleNumber);
  if (!product) throw new RoundtripError('NotFound', `There is no product ${articleNumber}.`);
  return product;
}
