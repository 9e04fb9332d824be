import type { DeliveryFault } from '../../platform/deliveryFault.ts';
import type { HttpOutcome } from './send.ts';

/** What an attempt means: it arrived, another attempt makes sense, or a person has to look. */
export type Judgement =
  | { readonly verdict: 'delivered' }
  /** `after`: seconds that the receiver asked for. */
  | { readonly verdict: 'retry'; readonly fault: DeliveryFault; readonly after?: number }
  | { readonly verdict: 'stop'; readonly fault: DeliveryFault };

/** Request Timeout (RFC 9110 15.5.9), Too Early (RFC 8470 5.2), Too Many Requests (RFC 6585 4). */
const RETRIED = new Set([408, 425, 429]);
const LONGEST_RETRY_AFTER = 24 * 3600;

/**
 * Plain HTTP: every 2xx is a delivery; 408, 425, 429, 5xx and anything that broke on the way is tried again; every other answer,
 * redirects included, stops and calls a person.
 */
export function judgePlainHttp(outcome: HttpOutcome, now: Date): Judgement {
  if (outcome.kind === 'blocked') return { verdict: 'stop', fault: outcome.fault };
  if (outcome.kind === 'failed') return { verdict: 'retry', fault: outcome.fault };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { verdict: 'delivered' };
  const fault = { code: 'ANSWERED', status } as const;
  if (!RETRIED.has(status) && status < 500) return { verdict: 'stop', fault };
  const after = retryAfterSeconds(outcome.retryAfter, now);
  return { verdict: 'retry', fault, ...(after === undefined ? {} : { after }) };
}

/** Retry-After (RFC 9110 10.2.3) in seconds, from seconds or a date, at most a day; undefined when absent or unreadable. */
export function retryAfterSeconds(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, now);
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(seconds, 0), LONGEST_RETRY_AFTER);
}

/** From an HTTP date (`Sun, 06 Nov 1994 08:49:37 GMT`); NaN for anything else. */
function secondsUntil(text: string, now: Date): number {
  return text.endsWith(' GMT') ? Math.ceil((Date.parse(text) - now.getTime()) / 1000) : Number.NaN;
}
