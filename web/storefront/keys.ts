import { nanoid } from 'nanoid';

/** Key of a form or of a return: sent twice, it counts once. */
export function newKey(): string {
  return nanoid(16);
}
