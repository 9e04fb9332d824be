import { someOf, type CartReasonWords } from './cartReasons.ts';

/** What differs between an order and the cart that it comes from, in Swedish. */
export const swedishCartReasons: CartReasonWords = {
  CART_LINES_MISSING: {
    what: ({ facts: { carts, articles, count } }, w) =>
      `${count === 1 ? 'en rad' : `${count} rader`} i kundvagn ${w.list(carts)} är inte ${count === 1 ? 'beställd' : 'beställda'}: ${someOf(articles, count, w)}.`,
    advice: () => 'acceptera det om resten inte önskas eller kommer med en annan order, eller fråga köparen.',
  },
  CART_LINES_ADDED: {
    what: ({ facts: { carts, lines, count } }, w) =>
      `${count === 1 ? 'rad' : 'raderna'} ${someOf(lines, count, w)} i ordern är inte från kundvagn ${w.list(carts)}.`,
    advice: () => 'acceptera det om raden ändå avses, eller fråga köparen.',
  },
  CART_QUANTITY_EXCEEDED: {
    what: ({ facts: { cart, articleNumber, inCart, ordered } }) =>
      `ordern har ${ordered} av artikel ${articleNumber}, men kundvagn ${cart} hade ${inCart}.`,
    advice: () => 'acceptera det, ändra kvantiteten, eller fråga köparen.',
  },
  CART_USED_UP: {
    what: ({ facts: { cart, articleNumber, inCart, ordered, elsewhere } }) =>
      `ordern har ${ordered} av artikel ${articleNumber}, och andra order har ${elsewhere}, men kundvagn ${cart} hade ${inCart}.`,
    advice: () => 'se efter om en order har kommit två gånger; acceptera det, ändra kvantiteten, eller fråga köparen.',
  },
  CART_PRICE_DEVIATION: {
    what: ({ facts: { cart, articleNumber, asked, currency, price, cartCurrency } }, w) =>
      `artikel ${articleNumber} är beställd till ${w.money(asked, currency)}, men kundvagn ${cart} hade ${w.money(price, cartCurrency)}.`,
    advice: () => 'acceptera det, ändra priset, eller avvisa raden.',
  },
  CART_UNIT_DEVIATION: {
    what: ({ facts: { cart, articleNumber, unit, ordered } }) =>
      `artikel ${articleNumber} är beställd i enheten '${ordered}', men kundvagn ${cart} hade den i '${unit}'.`,
    advice: () => 'se efter om kvantiteten är den som avses; acceptera det, eller fråga köparen.',
  },
  CART_PROMISE_EXPIRED: {
    what: ({ facts: { cart, articleNumber, until, receipt } }, w) =>
      `kundvagn ${cart} lovade artikel ${articleNumber} till och med ${w.day(until)}; ordern kom ${w.day(receipt)}.`,
    advice: () => 'acceptera det om ni ändå håller fast vid kundvagnen, eller avvisa raden.',
  },
};
