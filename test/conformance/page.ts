import { format } from 'prettier';

/** One sample as the page shows it. */
export interface Row {
  readonly name: string;
  readonly format: string;
  readonly says: string;
  readonly expected: string;
  readonly door: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export const COMMAND = 'UPDATE=1 npm test -- --project e2e test/e2e/conformance.e2e.test.ts';

const HEAD = `# Conformance

Documents of other systems, and what becomes of them here. The samples lie beside the repository and are not part of it. This page is written by

    ${COMMAND}

and a test says when it is no longer true.

- **format**: what \`npx roundtrip validate\` takes the document for, by its content.
- **validate**: what it finds.
- **expected**: what the official XSD, Schematron or DTD finds, or the collection of the samples says; \`-\` where nobody says anything.
- **door**: what the running system (\`npm start\`) answers when the demo partner sends the document, and the state that it comes to. cXML is sent with
  the demo partner's names and secret in its header, and calls come from its purchasing system. The articles and buyers are strangers to the demo shop: an order that is right waits for a person.
`;

/** The whole page in Markdown, formatted as the repository's. */
export async function conformancePage(sections: readonly Section[]): Promise<string> {
  const tables = sections.map(({ title, rows }) => {
    const lines = rows.map(
      (row) => `| ${[`\`${row.name}\``, row.format, row.says, row.expected, row.door].map(cell).join(' | ')} |`,
    );
    return `## ${title}\n\n| sample | format | validate | expected | door |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return format([HEAD, ...tables].join('\n'), { parser: 'markdown', printWidth: 120 });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
