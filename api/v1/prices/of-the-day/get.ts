import { z } from 'zod';
import { RoundtripError } from '../../../../platform/errors.ts';
import { pricesOfTheDay } from '../../../../shop/pricing.ts';
import { businessDay, shopProfile } from '../../../../shop/profile.ts';
import { number, currency, positive } from '../../../../shop/input/common.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { plainDate } from '../../../schemas/common.ts';
import { priceOfTheDay } from '../../../schemas/order.ts';
import { readCustomer } from '../../customers/readCustomer.ts';
import { readProduct } from '../../products/readProduct.ts';

const query = z.strictObject({
  customer: number.meta({ description: 'Customer number' }),
  article: number,
  quantity: positive.default('1').meta({ description: 'In shop units' }),
  currency: currency.default('SEK'),
  day: plainDate.optional().meta({ description: "Business day; default: today in the shop's time zone" }),
});

export const getPriceOfTheDay = endpoint({
  id: 'getPriceOfTheDay',
  method: 'get',
  path: '/prices/of-the-day',
  tag: 'prices',
  summary: "A customer's price of a product on a day, and which list it is from",
  description:
    'A customer list goes before a group list, a group list before the base list; among lists of a kind the lowest priority number wins; in a list the largest quantity break that the quantity reaches.',
  scope: 'shop:read',
  query,
  errors: ['NotFound'],
  responses: { 200: { description: 'The price', schema: priceOfTheDay } },
  async handle({ em, query: { customer, article, quantity, currency, day }, now }) {
    const { id: customerId } = await readCustomer(em, customer);
    const { id: productId } = await readProduct(em, article);
    const shop = await shopProfile(em);
    const onDay = day ?? (shop ? businessDay(shop, now) : now.toISOString().slice(0, 10));
    const items = [{ productId, shopQuantity: quantity }];
    const [price] = await pricesOfTheDay(em, { customerId, day: onDay, currency, items });
    if (!price) throw new RoundtripError('NotFound', `No list has a price for ${article} in ${currency} on ${onDay}.`);
    return reply(200, price);
  },
});
