import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';
import { nameKey } from './accounts.ts';

/** argon2id (the library's default) with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet, 2025. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What makes a password easy to guess; removed from it before what is left is counted. */
const COMMON =
  /pass(word|wort)?|passw[o0]rd|l[oö]senord|hemlig(het)?|secret|roundtrip|administrat[oö]r|admin|root|qwert(y|z)?|asdfg?h?|zxcvb?|letmein|welcome|v[aä]lkommen|iloveyou|monkey|dragon|sommar(en)?|vinter(n)?|summer|winter|spring|autumn|h[oö]st(en)?|svensk|sverige|stockholm|test|demo|user|changeme|abc+d?e?f?g?|0?1234?5?6?7?8?9?0?|(19|20)\d\d/g;
const LEAST_DIFFERENT = 5;

/** Why a password is refused: key of a sentence. */
export type PasswordProblem = 'short' | 'long' | 'name' | 'common';

/** What is wrong with a password that somebody wants; undefined when nothing is. @param name of the account */
export function passwordProblem(password: string, name: string): PasswordProblem | undefined {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return 'short';
  if (length > LONGEST_PASSWORD) return 'long';
  const [lower, own] = [lettersOf(password), lettersOf(name)];
  const reversed = Array.from(own).toReversed().join('');
  const isName = (one: string) => lower.includes(one) && lower.replaceAll(one, '').length < LEAST_DIFFERENT;
  if (own !== '' && (isName(own) || isName(reversed))) return 'name';
  const signs = password.replaceAll(/[\p{L}\p{N}\s]/gu, '');
  return new Set(lower.replaceAll(COMMON, '') + signs).size < LEAST_DIFFERENT ? 'common' : undefined;
}

/** Letters and digits alone: blanks and signs between them are what people put in to be let through. */
function lettersOf(text: string): string {
  return nameKey(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A password as it is stored: in the PHC string format, with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), PARAMETERS);
}

/**
 * Is it the password behind a stored hash? Takes as long where there is none, so that nobody learns by the clock which names exist.
 * @param stored null: the account is unknown or has no password
 */
export async function isPassword(stored: string | null, presented: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const isRight = await verify(stored ?? (await nobodys), normal(presented));
  return isRight && stored !== null;
}
let nobodys: Promise<string> | undefined;

/** Was it hashed with other parameters than today's? */
export function isOutdatedHash(stored: string): boolean {
  const options = parseOptions(stored);
  return Object.entries(PARAMETERS).some(([name, value]) => options[name as keyof typeof PARAMETERS] !== value);
}

/** A keyboard may write `ö` as one character or as two. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
