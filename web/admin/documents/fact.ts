import type { Fact } from './views.ts';

/** A fact in words. @param href where it leads; absent: nowhere */
export function fact(label: string, text: string, href?: string): Fact {
  return { label, cell: { text, ...(href !== undefined && { href }) } };
}
