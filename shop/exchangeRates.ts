import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { PriceOfTheDay } from './evaluation.ts';

/** So much of `into` is one of `currency`, from a business day on; ISO 4217, decimal string, `YYYY-MM-DD`. */
export interface ExchangeRateRecord {
  readonly currency: string;
  readonly into: string;
  readonly validFrom: string;
  readonly rate: string;
}

/** Stores rates; one of the same currencies and day is replaced. One SQL statement. */
export async function saveExchangeRates(em: EntityManager, rates: readonly ExchangeRateRecord[]): Promise<void> {
  // Of two rates with one key the last counts, as in every import.
  const latest = [...new Map(rates.map((rate) => [[rate.currency, rate.into, rate.validFrom].join(), rate])).values()];
  await sql`
    insert into exchange_rate (currency, "into", valid_from, rate)
    select currency, "into", "validFrom", rate
    from jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) as row(currency text, "into" text, "validFrom" date, rate numeric)
    on conflict (currency, "into", valid_from) do update set rate = excluded.rate`.execute(em.getKysely());
}

/** All rates by currencies, the latest first. */
export async function listExchangeRates(
  em: EntityManager,
  { currency, into }: { readonly currency?: string | undefined; readonly into?: string | undefined } = {},
): Promise<ExchangeRateRecord[]> {
  const { rows } = await sql<ExchangeRateRecord>`
    select currency, "into", valid_from::text as "validFrom", trim_scale(rate)::text as rate from exchange_rate
    where currency = coalesce(${currency ?? null}, currency) and "into" = coalesce(${into ?? null}, "into")
    order by currency, "into", valid_from desc`.execute(em.getKysely());
  return rows;
}

/** @returns false when there is no such rate */
export async function removeExchangeRate(
  em: EntityManager,
  { currency, into, validFrom }: Omit<ExchangeRateRecord, 'rate'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from exchange_rate
    where currency = ${currency} and "into" = ${into} and valid_from = ${validFrom}::date`.execute(em.getKysely());
  return numAffectedRows === 1n;
}

/** The rates of a day into a currency, by the other currency. One SQL statement. */
export async function exchangeRatesInto(em: EntityManager, into: string, day: string): Promise<ExchangeRateRecord[]> {
  const { rows } = await sql<ExchangeRateRecord>`
    select distinct on (currency) currency, "into", valid_from::text as "validFrom", trim_scale(rate)::text as rate
    from exchange_rate where "into" = ${into} and valid_from <= ${day}::date
    order by currency, valid_from desc`.execute(em.getKysely());
  return rows;
}

const SCALE = 12;

/** A price in another currency, with what it was and at which rate it was converted. */
export function converted(price: PriceOfTheDay, { rate, into, validFrom }: ExchangeRateRecord): PriceOfTheDay {
  const inInto = (amount: string): string => plain(new Decimal(amount).times(rate).toDecimalPlaces(SCALE));
  return {
    ...price,
    amount: inInto(price.amount),
    perShopUnit: inInto(price.perShopUnit),
    currency: into,
    converted: { amount: price.amount, currency: price.currency, rate, rateFrom: validFrom },
  };
}
