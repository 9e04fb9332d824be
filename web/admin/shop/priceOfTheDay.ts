import { currency, date, positive } from '../../../shop/input/common.ts';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { localText } from '../../../shop/localText.ts';
import { pricesByList, type HeldPrice } from '../../../shop/priceHolders.ts';
import { findProduct } from '../../../shop/products.ts';
import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';
import { today } from './facts.ts';
import type { HeldPriceView } from './views.ts';

/** Who has which price of an article on a day, and why: every list in the order in which lists count. */
export async function showPriceOfTheDay(visit: AdminVisit): Promise<AdminAnswer> {
  const { query, tongue } = visit;
  const asked = (name: string, otherwise = ''): string => (query.get(name) ?? otherwise).trim().slice(0, 100);
  const question = {
    article: asked('article'),
    customer: asked('customer'),
    quantity: asked('quantity', '1').replace(',', '.'),
    currency: asked('currency', 'SEK').toUpperCase(),
    day: asked('day', today(visit)),
  };
  const answer = question.article === '' ? { problem: '', rows: [], name: '' } : await answerOf(visit, question);
  const view = { ...question, ...answer, asked: question.article !== '' };
  const title = `${tongue.t.shopPriceOfTheDay} – ${tongue.t.shopTitle}`;
  return page('admin/shop/priceOfTheDay', view, { title, styles: ['admin-shop.css'] });
}

interface Question {
  readonly article: string;
  readonly customer: string;
  readonly quantity: string;
  readonly currency: string;
  readonly day: string;
}

async function answerOf({ em, tongue, reader }: AdminVisit, question: Question) {
  const { t } = tongue;
  const nothing = { rows: [], name: '' };
  const isRight =
    date.safeParse(question.day).success &&
    positive.safeParse(question.quantity).success &&
    currency.safeParse(question.currency).success;
  if (!isRight) return { ...nothing, problem: t.shopWrongQuestion };
  const product = await findProduct(em, question.article);
  if (!product) return { ...nothing, problem: t.shopUnknownProduct };
  const customer = question.customer === '' ? undefined : await readCustomer(em, question.customer);
  if (question.customer !== '' && !customer) return { ...nothing, problem: t.shopUnknownCustomer };
  const held = await pricesByList(em, {
    productId: product.id,
    day: question.day,
    currency: question.currency,
    shopQuantity: question.quantity,
    customerId: customer?.id,
  });
  const chosen = customer && held.find(({ quotation, contract }) => quotation === undefined && contract === undefined);
  const name = `${product.articleNumber} ${localText(product.name, reader.language)}`;
  const rows = held.map((price) => rowOf(price, price === chosen, chosen !== undefined, t));
  return { rows, name, problem: held.length === 0 ? t.shopNoPriceThen : '' };
}

function rowOf(held: HeldPrice, isChosen: boolean, hasChosen: boolean, t: AdminVisit['tongue']['t']): HeldPriceView {
  const { list, listName, kind, customer, group, quotation, contract, priority } = held;
  const { amount, unit, baseQuantity, minimumQuantity, perShopUnit, validFrom = '', validTo = '' } = held;
  const named = quotation ?? contract ?? '';
  const others = hasChosen && !isChosen ? t.shopLater : '';
  return {
    ...{ list, listName, kind, priority, amount, unit, baseQuantity, minimumQuantity, perShopUnit, validFrom, validTo },
    forWhom: customer
      ? `${customer.number} ${customer.name}`
      : group === undefined
        ? t.shopEverybody
        : t.shopGroupOf({ group }),
    chosen: isChosen,
    why: named !== '' ? `${t.shopOnlyNamed}: ${named}` : isChosen ? t.shopHolds : others,
  };
}
