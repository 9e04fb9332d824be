import { z } from 'zod';
/** Fits numeric(24,8). */
export const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,8})?$/, 'must be a decimal such as 2 or 2.5, with at most 8 decimals');
export const positive = decimal.refine((text) => /[1-9]/.test(text), 'must be more than 0');
/** NUL and half of a surrogate pair are what PostgreSQL cannot store. */
const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
export const text = (longest: number) =>
  z.string().trim().min(1).max(longest).refine(storable, 'must not contain NUL or half characters');
/** Article numbers, customer numbers, list codes and such. */
export const number = text(100);
export const unitCode = z
  .string()
  .regex(/^[A-Z0-9]{2,3}$/, 'must be a unit code of UN/ECE Recommendation 20 such as C62');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of ISO 4217 such as SEK');
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of ISO 3166-1 such as SE');
export const date = z.iso.date();
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
