import type { Words } from './words.ts';

/** A sum with its parts in words: `812 in = 790 placed + 14 waiting`. Parts that are none are left out. */
export function equation<P extends string>(
  sum: string,
  parts: Readonly<Record<P, number>>,
  names: Readonly<Record<P, string>>,
  words: Words,
): string {
  const some = (Object.keys(names) as P[]).filter((part) => parts[part] > 0);
  const added = some.map((part) => `${words.quantity(String(parts[part]))} ${names[part]}`).join(' + ');
  return added === '' ? sum : `${sum} = ${added}`;
}
