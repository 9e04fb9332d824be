import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../../../platform/errors.ts';
import { findPriceList, type PriceListRecord } from '../../../shop/priceLists.ts';

/** @throws NotFound */
export async function readPriceList(em: EntityManager, code: string): Promise<PriceListRecord> {
  const list = await findPriceList(em, code);
  if (!list) throw new RoundtripError('NotFound', `There is no price list ${code}.`);
  return list;
}
