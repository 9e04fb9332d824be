import { join } from 'node:path';
import { Eta } from 'eta';
import type { Language } from '../documents/words.ts';

/** A mail before it is written as text and as HTML. Everything in it is text: nothing is taken as markup. */
export interface Letter {
  readonly subject: string;
  readonly opening: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly closing: readonly string[];
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Longer subjects are cut by mail programs. */
const LONGEST_SUBJECT = 150;

const eta = new Eta({
  views: join(import.meta.dirname, 'templates'),
  cache: true,
  autoFilter: true,
  filterFunction: (value) => {
    if (typeof value === 'string') return value;
    throw new TypeError(`A letter shows a value of type ${typeof value}.`);
  },
});

/** Writes a letter as plain text and as HTML. */
export function writeLetter(letter: Letter, language: Language): WrittenLetter {
  const subject = oneLine(letter.subject);
  return { subject, text: plainText(letter), html: eta.render('./letter', { ...letter, subject, language }) };
}

/** A header has one line, whatever a document calls its order. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : line;
}

function plainText({ opening, sections, table, closing }: Letter): string {
  const rows = (table?.rows ?? []).map((row) =>
    row.flatMap((cell, index) => (cell === '' ? [] : [`${table?.columns[index] ?? ''}: ${cell}`])).join('\n  '),
  );
  const blocks = [
    ...opening,
    ...sections.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')),
    ...rows,
    ['-- ', ...closing].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}
