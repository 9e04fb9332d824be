import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { OrderParser } from '../formats/ubl/order.parse.ts';
import { median } from './statistics.ts';

/** `order`: neutral header and lines; `hashed`: the content hash with it; `saxes`: saxes with namespaces and no handlers. */
export type ParseSide = 'order' | 'hashed' | 'saxes';

const WARM = 2;
const MEASURED = 5;
const CHUNK = 65_536;

/** One side of the measurement, in a process of its own. Arguments: side, file. Prints the median milliseconds after warming up. */
const [side, file] = process.argv.slice(2) as [ParseSide, string];
const bytes = readFileSync(file);

function* chunks(): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}

function order(withHash: boolean): void {
  const hash = createHash('sha256');
  let lines = 0;
  const parser = new OrderParser({
    maxLines: 50_000,
    onLine: () => {
      lines += 1;
    },
    ...(withHash && { hash: { update: (text) => void hash.update(text), digest: () => hash.digest('hex') } }),
  });
  for (const chunk of chunks()) parser.write(chunk);
  const { lineCount, findings } = parser.finish();
  if (lines !== lineCount || findings.length > 0) throw new Error('the order was not read as it should be');
}

const sides: Readonly<Record<ParseSide, () => void>> = {
  order: () => order(false),
  hashed: () => order(true),
  saxes: () => {
    const parser = new SaxesParser({ xmlns: true });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const chunk of chunks()) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
  },
};

const times: number[] = [];
for (let i = 0; i < WARM + MEASURED; i += 1) {
  const begin = performance.now();
  sides[side]();
  if (i >= WARM) times.push(performance.now() - begin);
}
console.log(JSON.stringify({ milliseconds: median(times) }));
