import { saveExchangeRates } from '../../../shop/exchangeRates.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { exchangeRates } from '../../schemas/prices.ts';

export const putExchangeRates = endpoint({
  id: 'putExchangeRates',
  method: 'put',
  path: '/exchange-rates',
  tag: 'prices',
  summary: 'Add or replace up to a thousand rates, all or none',
  description:
    "An order in a currency that no price list of the customer's has an article in is held against a price in another currency, at the rate of the day. Without a rate a person decides.",
  scope: 'shop:write',
  body: exchangeRates,
  errors: [],
  responses: { 204: { description: 'Stored' } },
  audit: {
    action: 'exchangeRate.saved',
    subject: () => ({ kind: 'exchangeRate', id: '', name: '' }),
    tell: ({ body: { items } }) => ({ after: items.length === 1 ? { ...items[0] } : { rates: items.length } }),
  },
  async handle({ em, body }) {
    await saveExchangeRates(em, body.items);
    return reply(204);
  },
});
