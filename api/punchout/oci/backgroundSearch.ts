import { searchProducts } from '../../../shop/search.ts';
import { smallestQuantity, type ListedProduct } from '../../../shop/productList.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { answerForm, type AnsweredItem, type FormQuestion } from './answerForm.ts';
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
  const { form, items } = await answerForm(door, call, shopper, question, async (em, buyer) => {
    if (text === '') return [];
    const { products } = await searchProducts(em, { shopper: buyer, text, limit });
    return products.filter(({ status }) => status === 'active').map(hit);
  });
  sendForm(door, call, shopper, question, form, { autoSubmit: false, visibleList: items.map(({ title }) => title) });
}

function hit(product: ListedProduct): AnsweredItem {
  const { id: productId, articleNumber, name, unit, price } = product;
  const title = `${articleNumber} ${name}`;
  return { productId, title, isPriced: price !== undefined, unit, quantity: smallestQuantity(product) };
}
