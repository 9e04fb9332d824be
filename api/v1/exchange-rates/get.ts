import { listExchangeRates } from '../../../shop/exchangeRates.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { exchangeRateQuery, exchangeRates } from '../../schemas/prices.ts';

export const getExchangeRates = endpoint({
  id: 'getExchangeRates',
  method: 'get',
  path: '/exchange-rates',
  tag: 'prices',
  summary: 'Rates of exchange by currencies, the latest first',
  scope: 'shop:read',
  query: exchangeRateQuery,
  errors: [],
  responses: { 200: { description: 'The rates', schema: exchangeRates } },
  async handle({ em, query }) {
    return reply(200, { items: await listExchangeRates(em, query) });
  },
});
