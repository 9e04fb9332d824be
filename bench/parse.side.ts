import { createHash } from 'node:crypto';
import { OrderParser } from '../formats/ubl/order.parse.ts';
import { bareSaxes, chunksOf, medianTime } from './side.ts';

/** `order`: neutral header and lines; `hashed`: the content hash with it; `saxes`: saxes with namespaces and no handlers. */
export type ParseSide = 'order' | 'hashed' | 'saxes';

/** One side of the measurement, in a process of its own. Arguments: side, file. Prints the median milliseconds after warming up. */
const [side, file] = process.argv.slice(2) as [ParseSide, string];
const chunks = chunksOf(file);

function order(withHash: boolean): void {
  const hash = createHash('sha256');
  let lines = 0;
  const parser = new OrderParser({
    maxLines: 50_000,
    onLine: () => {
      lines += 1;
    },
    ...(withHash && { hash: { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') } }),
  });
  for (const chunk of chunks) parser.write(chunk);
  const { lineCount, findings } = parser.finish();
  if (lines !== lineCount || findings.length > 0) throw new Error('the order was not read as it should be');
}

const sides: Readonly<Record<ParseSide, () => void>> = {
  order: () => order(false),
  hashed: () => order(true),
  saxes: () => bareSaxes(chunks),
};

console.log(JSON.stringify({ milliseconds: medianTime(sides[side], 2, 5) }));
