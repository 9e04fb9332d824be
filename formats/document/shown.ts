/** Characters that do not show, or that neither XML nor a database takes. */
const INVISIBLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A piece of a stranger's document as it may be shown, stored and written: bounded, invisible characters as U+hhhh. */
export function shown(text: string, longest: number): string {
  return visible(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}

/** The same from the end of the text. */
export function shownEnd(text: string, longest: number): string {
  return visible(text.slice(-longest));
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}
