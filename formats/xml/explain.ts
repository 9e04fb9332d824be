import { shownEnd } from '../document/shown.ts';
import type { XmlFault } from './fault.ts';

const EXCERPT = 40;

/** What a message of saxes means for the person who sent the document. */
export interface Explanation {
  readonly fault: XmlFault;
  readonly found?: string;
  readonly expected?: string;
}

const FAULTS: Readonly<Record<string, XmlFault>> = {
  'document must contain a root element.': { code: 'EMPTY' },
  'text data outside of root node.': { code: 'TEXT_OUTSIDE_ROOT' },
  'documents may contain only one root.': { code: 'SECOND_ROOT' },
  'unexpected end.': { code: 'ENDS_IN_MARKUP' },
  'undefined entity.': { code: 'ENTITY_UNDEFINED' },
  'disallowed character.': { code: 'CHARACTER' },
  'malformed character entity.': { code: 'CHARACTER_REFERENCE' },
  'disallowed character in tag name': { code: 'TAG_NAME' },
};

/** Translates an error of saxes. `before` is the text up to the place, `element` the innermost element that was open. */
export function explain(message: string, before: string, element: string | undefined): Explanation {
  if (message.startsWith('unexpected close tag') && element !== undefined) {
    const found = /<\/[^<]*$/.exec(before)?.[0] ?? shownEnd(before, EXCERPT);
    return { fault: { code: 'CLOSING_TAG' }, found, expected: `</${element}>` };
  }
  const unclosed = /^unclosed tag: (.*)$/s.exec(message);
  if (unclosed) return { fault: { code: 'ENDS_TOO_EARLY' }, expected: `</${unclosed[1]}>` };
  const fault = FAULTS[message] ?? { code: 'NOT_WELL_FORMED', message: message.replace(/\.$/, '') };
  return before === '' ? { fault } : { fault, found: shownEnd(before, EXCERPT) };
}
