import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../../shop/product.entity.ts';
import { parseProductKey } from '../../../sessions/productKey.ts';
import type { Login } from '../login.ts';

/** DETAIL names a product by the key of an earlier cart (EXT_PRODUCT_ID); pages know products by their article numbers. */
export async function detailEntry(em: EntityManager, key: string): Promise<Login['entry']> {
  const known = parseProductKey(key);
  const product = known && (await em.findOne(Product, { id: known.productId }, { disableIdentityMap: true }));
  return { kind: 'product', value: product?.articleNumber ?? key };
}
