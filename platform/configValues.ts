import { z } from 'zod';
import ipaddr from 'ipaddr.js';

// What the values of environment variables may be, and how a sentence says so.

const unitMilliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const text = z.string();
export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
export const positive = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
export const yesNo = z
  .enum(['yes', 'no', 'true', 'false', '1', '0'])
  .transform((value) => ['yes', 'true', '1'].includes(value));
export const duration = z
  .string()
  .regex(/^\d{1,9}(ms|s|m|h|d)$/)
  .transform((value) => {
    const unit = /[a-z]+$/.exec(value)![0] as keyof typeof unitMilliseconds;
    return Number.parseInt(value, 10) * unitMilliseconds[unit];
  });
export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
export const addressRanges = list.refine((items) =>
  items.every((item) => (item.includes('/') ? ipaddr.isValidCIDR(item) : ipaddr.isValid(item))),
);
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).search === '' && new URL(value).hash === '')
  .transform((value) => value.replace(/\/+$/, ''));
/** With user and password, which are taken out of the address. */
export const webAddressWithUser = z.url({ protocol: /^https?$/ }).transform((value) => {
  const url = new URL(value);
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  url.username = url.password = '';
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return { url: url.href, ...(user && { authorization }) };
});
export const secretKeys = list
  .transform((items) => items.map((item) => Buffer.from(item, 'base64')))
  .refine((keys) => keys.length > 0 && keys.every((key) => key.length === 32));

export const portExpected = 'a port number from 0 to 65535 (0 takes any free one)';
export const durationExpected = 'a duration such as 500ms, 10s, 5m, 2h or 30d';
export const yesNoExpected = 'yes or no';
