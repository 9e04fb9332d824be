import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { DocumentValidator } from '../formats/validate.ts';
import { median } from './statistics.ts';

/** What one process measured: the median of its runs after warming up. */
export interface Side {
  readonly milliseconds: number;
  /** Ids of all findings. */
  readonly ids: readonly string[];
}

const WARM = 10;
const MEASURED = 15;
const CHUNK = 65_536;

/** One side of the measurement, in a process of its own. Arguments: `ours` or `saxes`, file. Prints a Side. */
const [side, file] = process.argv.slice(2) as ['ours' | 'saxes', string];
const bytes = readFileSync(file);
const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) =>
  bytes.subarray(i * CHUNK, (i + 1) * CHUNK),
);

const sides: Readonly<Record<typeof side, () => string[]>> = {
  ours: () => {
    const validator = new DocumentValidator();
    for (const chunk of chunks) validator.write(chunk);
    return validator.finish().findings.map(({ id }) => id);
  },
  saxes: () => {
    const parser = new SaxesParser({ xmlns: true });
    const decoder = new TextDecoder();
    parser.on('opentag', () => undefined);
    parser.on('closetag', () => undefined);
    parser.on('text', () => undefined);
    for (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
    return [];
  },
};

const times: number[] = [];
let ids: readonly string[] = [];
for (let i = 0; i < WARM + MEASURED; i += 1) {
  const begin = performance.now();
  ids = sides[side]();
  if (i >= WARM) times.push(performance.now() - begin);
}
console.log(JSON.stringify({ milliseconds: median(times), ids } satisfies Side));
