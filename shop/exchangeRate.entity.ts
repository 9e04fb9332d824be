import { defineEntity, p } from '@mikro-orm/core';

const ExchangeRateSchema = defineEntity({
  name: 'ExchangeRate',
  tableName: 'exchange_rate',
  properties: {
    /** ISO 4217: of the prices, and of the order. */
    currency: p.text().primary(),
    into: p.text().primary(),
    /** First business day; a later rate takes over. */
    validFrom: p.date().primary(),
    /** So much of `into` is one of `currency`. */
    rate: p.decimal().precision(24).scale(8),
  },
  indexes: [{ properties: ['into', 'validFrom'] }],
});
/** What a price in another currency is worth, from a day on. */
export class ExchangeRate extends ExchangeRateSchema.class {}
ExchangeRateSchema.setClass(ExchangeRate);
