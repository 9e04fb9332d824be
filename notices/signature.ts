import { createHmac, timingSafeEqual } from 'node:crypto';

/** Carries the time of the attempt and one signature for each valid secret. */
export const SIGNATURE_HEADER = 'roundtrip-signature';

/**
 * Signs a webhook's body: `t=<seconds since 1970>,v1=<hex>`, with a further `v1` while a secret is being rotated. Each is the
 * HMAC-SHA256 (RFC 2104) of the time, a full stop and the body as sent.
 */
export function signatureHeader(body: string, secrets: readonly string[], at: Date): string {
  const time = Math.floor(at.getTime() / 1_000);
  return [`t=${time}`, ...secrets.map((secret) => `v1=${signature(body, secret, time)}`)].join(',');
}

/**
 * What a receiver does with the header. False also when the time is further from now than the tolerance: a message that somebody has
 * recorded cannot be sent again later.
 * @param tolerance seconds
 */
export function isSigned(
  body: string,
  header: string,
  { secret, now, tolerance = 300 }: { readonly secret: string; readonly now: Date; readonly tolerance?: number },
): boolean {
  const parts = header.split(',').map((part) => part.trim());
  const time = Number(parts.find((part) => part.startsWith('t='))?.slice(2));
  if (!Number.isInteger(time) || Math.abs(now.getTime() / 1_000 - time) > tolerance) return false;
  const expected = Buffer.from(signature(body, secret, time));
  return parts.some((part) => {
    const found = Buffer.from(part.startsWith('v1=') ? part.slice(3) : '');
    return found.length === expected.length && timingSafeEqual(found, expected);
  });
}

function signature(body: string, secret: string, time: number): string {
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
}
