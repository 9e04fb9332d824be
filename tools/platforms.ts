/**
 * Writes docs/platforms.md from the list of purchasing systems (partners/platforms) and the rules of the lint (partners/lint).
 *
 *     node tools/platforms.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { lintRules } from '../partners/lint/lint.ts';
import { roles } from '../partners/lint/sent.ts';
import { cartProtocols, type CartProtocol } from '../partners/mapping/schema.ts';
import type { CartFacts, Fact, Platform } from '../partners/platforms/platform.ts';
import { platforms } from '../partners/platforms/platforms.ts';

const target = join(import.meta.dirname, '../docs/platforms.md');

const NAMES: Readonly<Record<CartProtocol, string>> = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol' };

const FACT_NAMES: Readonly<Record<keyof CartFacts, string>> = {
  characters: 'longest values, in characters',
  bytes: 'longest values, in bytes of UTF-8',
  refusedInKeys: 'characters refused in part numbers',
  quantityDigits: 'digits of a quantity',
  priceDigits: 'digits of a price',
  unmappedUnit: 'a unit that is not mapped',
  classification: 'classification',
  formFields: 'form fields that are read',
  emptyCart: 'an empty cart',
};

const INTRODUCTION = `# Purchasing systems

One list for the whole product: the setting \`platform\` of an agreement names an entry. It gives the template of the mapping, and what the
lint holds a cart against before it leaves. Without it an agreement has the generic entry of each protocol. In every template units go
through the table \`units\` (docs/mapping.md), which keeps what it does not have. Code: \`partners/platforms\`, \`partners/lint\`; this page is
written by \`node tools/platforms.ts\`.

**Confirmed** is what a specification or a vendor's own page says; **assumed** is one report, or our reading. Only what is confirmed keeps a
cart back: what is assumed is a notice to the administrator. The source is the section of the digest of the format, by number or by system.
`;

/** The page, formatted. */
export async function platformsPage(): Promise<string> {
  const text = [INTRODUCTION, ...Object.values(platforms).map(platformText), rulesText()].join('\n');
  return format(text, { ...(await resolveConfig(target)), filepath: target });
}

function platformText({ id, name, protocols, suggested, mapping, facts, notes }: Platform): string {
  const rows = [
    row('protocols', protocols, protocols.value.map((protocol) => NAMES[protocol]).join(', ')),
    ...cartProtocols.flatMap((protocol) => factRows(protocol, facts[protocol] ?? {})),
  ];
  const tables = Object.entries(mapping.tables)
    .filter(([, { entries }]) => entries.length > 0)
    .map(([table, { entries }]) => `table \`${table}\` of ${entries.length} entries`);
  const fields = cartProtocols.flatMap((protocol) =>
    (['header', 'line'] as const).flatMap((level) =>
      Object.keys(mapping[protocol]?.[level] ?? {})
        .filter((field) => field !== roles[protocol].unit)
        .map((field) => `\`${field}\` of ${NAMES[protocol]}`),
    ),
  );
  const template = [...fields, ...tables].join(', ');
  return [
    `## ${name} (\`${id}\`)\n`,
    '| what | value | | source |\n|---|---|---|---|',
    ...rows,
    '',
    `Settings to start with: \`${JSON.stringify(suggested)}\`${template === '' ? '' : `. Template: ${template}`}.\n`,
    ...notes.map(({ value, status, source }) => `- ${value} (${status}, ${source})`),
    '',
  ].join('\n');
}

function factRows(protocol: CartProtocol, facts: CartFacts): string[] {
  return Object.entries(facts).map(([key, fact]: [string, Fact<unknown>]) =>
    row(`${NAMES[protocol]}: ${FACT_NAMES[key as keyof CartFacts]}`, fact, valueText(fact.value)),
  );
}

function row(what: string, { status, source }: Fact<unknown>, value: string): string {
  return `| ${what} | ${value} | ${status} | ${source} |`;
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `\`${String(value)}\``;
  const parts = Object.entries(value).map(([name, of]) => `${name} ${String(of)}`);
  return parts.length === 0 ? 'the line is lost' : parts.join(', ');
}

function rulesText(): string {
  const formRule = {
    id: 'LINT-FIELD-COUNT',
    text: 'A form with more fields than are read.',
    audience: 'buyer',
    from: 'platform',
  };
  return [
    '## Rules of the lint\n',
    'A finding refuses (the cart does not leave), cuts (with the text that arrives), or is a notice. Buyers see refusals that they can act on;',
    'everything else is for the administrator. Values in findings are shown up to 300 characters.\n',
    '| rule | what it finds | who can act | limits from |\n|---|---|---|---|',
    ...[...lintRules, formRule].map(
      ({ id, text, audience, from }) => `| \`${id}\` | ${text} | ${audience} | ${from} |`,
    ),
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(target, await platformsPage());
