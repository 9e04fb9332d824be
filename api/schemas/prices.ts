import { z } from 'zod';
import { reasonSentence } from '../../documents/sentences.ts';
import type { Language } from '../../documents/words.ts';
import { currency, positive } from '../../shop/input/common.ts';
import type { RepeatedDeviation } from '../../shop/repeatedDeviations.ts';
import type { Shown } from '../present.ts';
import { byId, instant, plainDate, uuid } from './common.ts';
import { langQuery } from './order.ts';
import { mode } from './partner.ts';

const rateKey = {
  currency: currency.meta({ description: 'Of the prices, ISO 4217', example: 'EUR' }),
  into: currency.meta({ description: 'Of the orders', example: 'SEK' }),
  validFrom: plainDate.meta({ description: 'First business day; a later rate takes over', example: '2026-11-24' }),
};
export const exchangeRateKey = z.strictObject(rateKey);
export const exchangeRate = z
  .strictObject({ ...rateKey, rate: positive.meta({ description: 'So much of `into` is one of `currency`' }) })
  .refine((rate) => rate.currency !== rate.into, { path: ['into'], message: 'must be another currency' })
  .meta({ id: 'ExchangeRate', example: { currency: 'EUR', into: 'SEK', validFrom: '2026-11-24', rate: '11.2035' } });
export const exchangeRates = z.strictObject({ items: z.array(exchangeRate).max(1_000) }).meta({ id: 'ExchangeRates' });
export const exchangeRateQuery = z.strictObject({ currency: currency.optional(), into: currency.optional() });

export const byPrice = byId.extend({ price: uuid });
const direction = z.enum(['above', 'below']).meta({ description: 'Than our price' });

export const agreedPrice = z
  .strictObject({
    id: uuid,
    mode,
    customer: z.string().meta({ description: 'Customer number' }),
    articleNumber: z.string(),
    currency: z.string(),
    direction,
    unit: z.string(),
    perShopUnit: z.string().meta({ description: 'Price of one `unit`; so is every price between ours and it' }),
    until: plainDate.meta({ description: 'Last day' }),
    by: z.string(),
    orderId: uuid.meta({ description: 'The order that it was decided for' }),
    madeAt: instant,
  })
  .meta({ id: 'AgreedPrice', description: 'A price that is not ours and that a person accepts until a day' });

export const deviationQuery = langQuery.extend({
  from: plainDate.meta({ description: "First business day, in the shop's time zone" }),
  to: plainDate.meta({ description: 'Last business day' }),
});

const repeatedDeviation = z
  .strictObject({
    articleNumber: z.string(),
    currency: z.string(),
    direction,
    lines: z.int(),
    orders: z.int(),
    ours: z.string().meta({ description: 'Of the latest line: our price of one `unit`' }),
    theirs: z.string().meta({ description: 'Of the latest line: the asked one' }),
    unit: z.string().meta({ description: 'Shop unit' }),
    sum: z.string().meta({ description: 'Of all lines: asked minus ours, accepted or not' }),
    text: z.string().optional().meta({
      description: 'The latest in words, with what may be behind it; absent where all were accepted silently',
    }),
  })
  .meta({ id: 'RepeatedDeviation' });
export const repeatedDeviations = z.strictObject({ items: z.array(repeatedDeviation) }).meta({
  id: 'RepeatedDeviations',
  description: 'Articles that were ordered at another price than ours more than once',
});

export function showDeviation(
  { partnerId: _partner, latest, ...row }: RepeatedDeviation,
  lang: Language,
): Shown<typeof repeatedDeviation> {
  return { ...row, ...(latest && { text: reasonSentence(latest, lang) }) };
}
