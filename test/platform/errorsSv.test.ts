import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { errorSentences } from '../../platform/errorSentences.sv.ts';
import { knownError, swedishError } from '../../platform/errors.sv.ts';
import { knownIssue } from '../../platform/issues.sv.ts';

const root = join(import.meta.dirname, '../..');
/** `api/v1` and `cli/` speak to programs and in terminals: English. */
const FOLDERS =
  '{accounts,activities,api,conformance,database,documents,intake,notices,partners,platform,sessions,shop,simulator,web,worker}';
const files = globSync(`${FOLDERS}/**/*.ts`, { cwd: root }).filter((file) => !file.startsWith(join('api', 'v1')));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const VALUE = '\0';
const SENTENCE = new RegExp(`^[\\p{Lu}${VALUE}][^]* [^]*[.]$`, 'u');

/** A literal with VALUE in place of each value; undefined for what is none. */
function literal({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join(VALUE);
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

/** What a failure may say: its literals; undefined where it is not written where it is thrown. */
function said(node: Node): (string | undefined)[] {
  if (node.type === 'ConditionalExpression')
    return [...said(node['consequent'] as Node), ...said(node['alternate'] as Node)];
  if (node.type === 'LogicalExpression') return [...said(node['left'] as Node), ...said(node['right'] as Node)];
  return [literal(node)];
}

/** Every sentence of a file that a failure may say; where one is made elsewhere in the file, all of its sentences. */
function sentencesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes('new RoundtripError(')) return [];
  const [thrown, all]: [(string | undefined)[], string[]] = [[], []];
  walk(parseAst(text, { lang: 'ts' }), (node) => {
    const { type, callee } = node;
    if (type === 'NewExpression' && (callee as { name?: string }).name === 'RoundtripError') {
      thrown.push(...said((node['arguments'] as Node[])[1]!));
    }
    const one = literal(node);
    if (one !== undefined && SENTENCE.test(one)) all.push(one);
  });
  const isElsewhere = thrown.some((one) => one === undefined || !/\w/.test(one));
  return [...thrown.filter((one) => one !== undefined && /\w/.test(one)), ...(isElsewhere ? all : [])] as string[];
}

const found = [...new Set(files.flatMap(sentencesOf))];
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const withValue = (sentence: string, value: string): string => sentence.replaceAll(VALUE, value);

test('every sentence of an expected failure has its Swedish', () => {
  expect(found.length).toBeGreaterThan(200);
  const missing = found.filter((one) => ['X1', ''].every((value) => knownError(withValue(one, value)) === undefined));
  expect(missing.map((one) => withValue(one, '{}'))).toEqual([]);
});

test('what would be right is said in Swedish, too', () => {
  const told: string[] = [];
  for (const file of files.filter((one) => !one.startsWith('web'))) {
    const text = readFileSync(join(root, file), 'utf8');
    if (!text.includes('new RoundtripError(')) continue;
    walk(parseAst(text, { lang: 'ts' }), ({ type, key, value }) => {
      const isTold = type === 'Property' && ['text', 'expected'].includes(String((key as { name?: string }).name));
      const sentence = isTold ? literal(value as Node) : undefined;
      if (sentence?.includes(' ')) told.push(withValue(sentence, '1'));
    });
  }
  expect(told.length).toBeGreaterThan(30);
  expect(told.filter((one) => (knownIssue(one) ?? knownError(one)) === undefined)).toEqual([]);
});

test('no Swedish is left over, and each has the values of its English', () => {
  const patterns = found.map((one) => new RegExp(`^${one.split(VALUE).map(escaped).join('[^]*')}$`));
  expect(Object.keys(errorSentences).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();
  const uneven = Object.entries(errorSentences).filter(
    ([english, swedish]) => values(english).join() !== values(swedish).join(),
  );
  expect(uneven).toEqual([]);
});

test('values keep their place, and what is said about them is Swedish, too', () => {
  expect(swedishError('The cart has no line 7.')).toBe('Kundvagnen har ingen rad 7.');
  expect(
    swedishError('The delivery does not fit the order. line 2 (position 1): 9, expected at most 5 of 5 agreed.'),
  ).toBe('Leveransen stämmer inte med ordern. rad 2 (position 1): 9, väntat högst 5 av 5 avtalade.');
  expect(swedishError('Nothing of ours')).toBe('Nothing of ours');
});
