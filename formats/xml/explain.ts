import { shownEnd } from '../document/shown.ts';

const EXCERPT = 40;

/** What a message of saxes means for the person who sent the document. */
export interface Explanation {
  readonly reason: string;
  readonly found?: string;
  readonly expected?: string;
}

const SENTENCES: Readonly<Record<string, string>> = {
  'document must contain a root element.': 'The document is empty: no XML element was found',
  'text data outside of root node.': 'There is text outside the root element',
  'documents may contain only one root.': 'There is a second root element',
  'unexpected end.': 'The document ends in the middle of a tag, comment or declaration',
  'undefined entity.': 'An entity is used that XML does not define',
  'disallowed character.': 'A character stands here that XML 1.0 does not allow',
  'malformed character entity.': 'A character reference names no character that XML 1.0 allows',
  'disallowed character in tag name': 'A "<" is not followed by a name',
};

/** Translates an error of saxes. `before` is the text up to the place, `element` the innermost element that was open. */
export function explain(message: string, before: string, element: string | undefined): Explanation {
  if (message.startsWith('unexpected close tag') && element !== undefined) {
    const found = /<\/[^<]*$/.exec(before)?.[0] ?? shownEnd(before, EXCERPT);
    return { reason: 'A closing tag does not match the open element', found, expected: `</${element}>` };
  }
  const unclosed = /^unclosed tag: (.*)$/s.exec(message);
  if (unclosed) {
    return { reason: 'The document ends too early', found: 'the end', expected: `</${unclosed[1]}>` };
  }
  const reason = SENTENCES[message] ?? `The document is not well-formed XML: ${message.replace(/\.$/, '')}`;
  return before === '' ? { reason } : { reason, found: shownEnd(before, EXCERPT) };
}
