import type { Fact } from './views.ts';

/** A fact in words. @param href where it leads; absent: nowhere */
export function fact(label: string, text: string, href?: string): Fact {
  return { label, cell: { text, ...(href !== undefined && { href }) } };
}

/** A fact that is an instant; none where there is none. */
export function instantFact(label: string, at: Date | null | undefined): Fact[] {
  return at ? [{ label, cell: { text: '', at: at.toISOString() } }] : [];
}
