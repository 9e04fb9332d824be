import { searchProducts } from '../../../shop/search.ts';
import { businessDay } from '../../../shop/profile.ts';
import { smallestQuantity } from '../../../shop/productList.ts';
import { shopOf, shopperOf } from '../../../sessions/cartView.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { answerForm, type FormQuestion } from './answerForm.ts';
import type { OciShopper } from './call.ts';
import { sendForm } from './sendForm.ts';

/**
 * BACKGROUND_SEARCH: the buyer's server asks several catalogues at once. One page with one form that holds every hit, without paging and
 * without being sent by itself (OCI digest, section 5). `*` in the words stands for any letters, as the search takes words anyway.
 */
export async function answerSearch(
  door: PunchOutDoor,
  call: PunchOutCall,
  shopper: OciShopper,
  question: FormQuestion,
): Promise<void> {
  const text = (question.oci.searchString ?? '').replaceAll('*', ' ').trim();
  const limit = shopper.settings.searchLimit;
  const hits: string[] = [];
  const form = await answerForm(door, call, shopper, question, async (tx, session) => {
    if (text === '') return [];
    const seen = shopperOf(session, businessDay(await shopOf(tx), call.visit.receivedAt));
    const { products } = await searchProducts(tx, { shopper: seen, text, limit });
    const sold = products.filter(({ status, price }) => status === 'active' && price !== undefined);
    hits.push(...sold.map(({ articleNumber, name }) => `${articleNumber} ${name}`));
    return sold.map((product) => ({ productId: product.id, unit: product.unit, quantity: smallestQuantity(product) }));
  });
  sendForm(door, call, shopper, question, form, { autoSubmit: false, visibleList: hits });
}
