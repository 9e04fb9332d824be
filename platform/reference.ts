import { customAlphabet } from 'nanoid';

/** Digits and capitals that are not mistaken for each other on the telephone: without 0 and O, 1 and I and L, U and V. */
const draw = customAlphabet('23456789ABCDEFGHJKMNPQRSTWXYZ', 8);

/** A short reference for people, such as `7F3K-Q2WD`: on a receipt, in an error, in the log. Half a million million of them. */
export function newReference(): string {
  const text = draw();
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
