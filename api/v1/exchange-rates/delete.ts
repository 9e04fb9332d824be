import { RoundtripError } from '../../../platform/errors.ts';
import { removeExchangeRate } from '../../../shop/exchangeRates.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { exchangeRateKey } from '../../schemas/prices.ts';

export const deleteExchangeRate = endpoint({
  id: 'deleteExchangeRate',
  method: 'delete',
  path: '/exchange-rates',
  tag: 'prices',
  summary: 'Remove one rate, told by its key: the one before it holds on',
  scope: 'shop:write',
  query: exchangeRateKey,
  errors: ['NotFound'],
  responses: { 204: { description: 'Removed' } },
  audit: {
    action: 'exchangeRate.removed',
    subject: () => ({ kind: 'exchangeRate', id: '', name: '' }),
    tell: ({ query }) => ({ before: query }),
  },
  async handle({ em, query }) {
    if (!(await removeExchangeRate(em, query))) throw new RoundtripError('NotFound', 'There is no such rate.');
    return reply(204);
  },
});
