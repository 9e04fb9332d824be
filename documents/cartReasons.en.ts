import { someOf, type CartReasonWords } from './cartReasons.ts';

/** What differs between an order and the cart that it comes from, in English. */
export const englishCartReasons: CartReasonWords = {
  CART_LINES_MISSING: {
    what: ({ facts: { carts, articles, count } }, w) =>
      `${count === 1 ? 'a line' : `${count} lines`} of cart ${w.list(carts)} ${count === 1 ? 'is' : 'are'} not ordered: ${someOf(articles, count, w)}.`,
    advice: () => 'accept it if the rest is not wanted or comes with another order, or ask the buyer.',
  },
  CART_LINES_ADDED: {
    what: ({ facts: { carts, lines, count } }, w) =>
      `${count === 1 ? 'line' : 'lines'} ${someOf(lines, count, w)} of the order ${count === 1 ? 'is' : 'are'} not from cart ${w.list(carts)}.`,
    advice: () => 'accept it if the line is meant all the same, or ask the buyer.',
  },
  CART_QUANTITY_EXCEEDED: {
    what: ({ facts: { cart, articleNumber, inCart, ordered } }) =>
      `the order has ${ordered} of article ${articleNumber}, but cart ${cart} had ${inCart}.`,
    advice: () => 'accept it, change the quantity, or ask the buyer.',
  },
  CART_USED_UP: {
    what: ({ facts: { cart, articleNumber, inCart, ordered, elsewhere } }) =>
      `the order has ${ordered} of article ${articleNumber}, and other orders have ${elsewhere}, but cart ${cart} had ${inCart}.`,
    advice: () => 'look for an order that came twice; accept it, change the quantity, or ask the buyer.',
  },
  CART_PRICE_DEVIATION: {
    what: ({ facts: { cart, articleNumber, asked, currency, price, cartCurrency } }, w) =>
      `article ${articleNumber} is ordered at ${w.money(asked, currency)}, but cart ${cart} had ${w.money(price, cartCurrency)}.`,
    advice: () => 'accept it, change the price, or reject the line.',
  },
  CART_UNIT_DEVIATION: {
    what: ({ facts: { cart, articleNumber, unit, ordered } }) =>
      `article ${articleNumber} is ordered in unit '${ordered}', but cart ${cart} had it in '${unit}'.`,
    advice: () => 'look whether the quantity is the one that was meant; accept it, or ask the buyer.',
  },
  CART_PROMISE_EXPIRED: {
    what: ({ facts: { cart, articleNumber, until, receipt } }, w) =>
      `cart ${cart} promised article ${articleNumber} until ${w.day(until)}; the order came on ${w.day(receipt)}.`,
    advice: () => 'accept it if you keep to the cart all the same, or reject the line.',
  },
};
