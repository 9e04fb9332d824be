import type { EntityManager } from '@mikro-orm/postgresql';
import type { Shopper } from '../../../shop/assortment.ts';
import { productView } from '../../../shop/productView.ts';
import { unitFactor } from '../../../shop/units.ts';
import { parseProductKey } from '../../../sessions/productKey.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { answerForm, type AnsweredItem, type FormQuestion } from './answerForm.ts';
import type { OciShopper } from './call.ts';
import { sendForm } from './sendForm.ts';

/**
 * VALIDATE: today's data and the price for the quantity of one product, by script and without redirect. A product that is gone gives a
 * form without item data (OCI digest, section 5).
 */
export async function answerValidate(
  door: PunchOutDoor,
  call: PunchOutCall,
  shopper: OciShopper,
  question: FormQuestion,
): Promise<void> {
  const { productId = '', quantity = '1' } = question.oci;
  const { form } = await answerForm(door, call, shopper, question, (em, buyer) =>
    soldItem(em, buyer, { key: productId, quantity }),
  );
  sendForm(door, call, shopper, question, form, { autoSubmit: true, visibleList: [] });
}

/** The product that a key names, if it can still be bought; a key of ours or an article number. */
async function soldItem(
  em: EntityManager,
  buyer: Shopper,
  { key, quantity }: { readonly key: string; readonly quantity: string },
): Promise<readonly AnsweredItem[]> {
  const known = parseProductKey(key);
  const product = await productView(em, buyer, known ? { id: known.productId } : { articleNumber: key });
  if (!product?.allowed || product.status !== 'active') return [];
  const unit = known?.unit ?? product.unit;
  const factors = Object.fromEntries(product.units.map((each) => [each.unit, each.factor]));
  if (!unitFactor({ shopUnit: product.unit, factors }, unit)) return [];
  const { id, articleNumber, name, price } = product;
  return [{ productId: id, title: `${articleNumber} ${name}`, isPriced: price !== undefined, unit, quantity }];
}
