import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { writeXml, type XmlNode } from '../formats/xml/writer.ts';
import { median } from './statistics.ts';

const WARM = 2;
const MEASURED = 3;

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/**
 * The yardstick of `catalogue`: the document as elements in memory, written by the XML writer alone into a file. Arguments: the document, where to
 * write it. Prints the median milliseconds after warming up.
 */
const [document, target] = process.argv.slice(2) as [string, string];
const wanted = readFileSync(document, 'utf8');
const root = elementsOf(wanted);
const times: number[] = [];
for (let run = 0; run < WARM + MEASURED; run += 1) {
  const begin = performance.now();
  const file = openSync(target, 'w');
  for await (const piece of writeXml(root, root.children)) writeSync(file, piece);
  closeSync(file);
  if (run >= WARM) times.push(performance.now() - begin);
}
if (readFileSync(target, 'utf8') !== wanted) throw new Error('the bytes are others than those of the export');
console.log(JSON.stringify({ milliseconds: median(times) }));

function elementsOf(text: string) {
  const open: Growing[] = [];
  let namespaces: Record<string, string> = {};
  let found: Growing | undefined;
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name, attributes }) => {
    const isRoot = open.length === 0;
    if (isRoot) {
      namespaces = Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key === 'xmlns' ? '' : key.replace(/^xmlns:/, ''), value]),
      );
    }
    open.push({ name, attributes: isRoot ? {} : { ...attributes }, children: [], text: '' });
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const { name, attributes, children, text: own } = open.pop()!;
    const element = children.length > 0 ? { name, attributes, children } : { name, attributes, text: own };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else found = { name, attributes, children, text: '' };
  });
  parser.write(text).close();
  return { name: found!.name, namespaces, children: found!.children };
}
