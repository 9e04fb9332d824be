import { RoundtripError } from '../../platform/errors.ts';
import { addToCart } from '../../sessions/cart.ts';
import { unitName } from '../../documents/unitNames.ts';
import { askForArticle } from './live.ts';
import { sendBasket } from './page.ts';
import { readQuantity } from './quantity.ts';
import { goTo, pathBack, withQuery, type Visit } from './visit.ts';

/** `POST /shop/:token/cart/add`: back to where the buyer was, or, asked by htmx, the basket of the page's head alone. */
export async function add(visit: Visit): Promise<void> {
  const { em, session, form, now, req, tongue } = visit;
  const [article, unit, typed] = [form.get('article') ?? '', form.get('unit') ?? '', form.get('quantity') ?? ''];
  const quantity = readQuantity(typed, tongue.language);
  if (quantity === undefined) {
    const text = tongue.t.quantityInvalid({ found: typed.slice(0, 40).toWellFormed() });
    throw new RoundtripError('RequestInvalid', 'The quantity cannot be used.', {
      details: [{ element: tongue.t.quantity, text }],
    });
  }
  const added = { articleNumber: article, quantity, formKey: form.get('key') ?? '', ...(unit !== '' && { unit }) };
  await askForArticle(visit, article);
  await addToCart(em, session, added, now);
  if (req.get('hx-request') === 'true') {
    await sendBasket(visit, tongue.t.added({ quantity, unit: unitName(unit, tongue.language), name: article }));
  } else goTo(visit, withQuery(pathBack(visit), { done: 'added', article, quantity, unit }));
}
