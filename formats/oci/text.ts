/** What texts must not carry into a form. */

/** Line breaks of any kind become a line feed, tabs a blank, other control characters nothing. */
export function plainLines(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .trim();
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainLines(text).replaceAll('\n', ' ');
}

/** An HTML tag or comment, not a lone `<` as in `M8 < M10`. */
const TAG = /<[!/]?[a-z][^<>]*>|<!--[^<>]*-->/gi;

/** One line without HTML tags, white space single: DESCRIPTION. */
export function withoutMarkup(text: string): string {
  let plain = oneLine(text);
  // What is left around a removed tag may be a tag again.
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(TAG, '');
  }
  return plain.replace(/\s+/g, ' ').trim();
}

/** The first characters (UTF-16 units), never half of a surrogate pair. */
export function cutTo(text: string, longest: number): string {
  const cut = text.slice(0, longest);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd();
}
