import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[\w-]{43}$/;

/** A token for an address: 256 random bits, base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, by which its session is found; undefined for a text that cannot be a token. Random bits need no salt. */
export function tokenHash(token: string): Buffer | undefined {
  return FORM.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
