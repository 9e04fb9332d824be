import { DocumentValidator } from '../formats/validate.ts';
import { bareSaxes, chunksOf, medianTime } from './side.ts';

/** What one process measured. */
export interface Side {
  readonly milliseconds: number;
  /** Ids of all findings. */
  readonly ids: readonly string[];
}

/** One side of the measurement, in a process of its own. Arguments: `ours` or `saxes`, file. Prints a Side. */
const [side, file] = process.argv.slice(2) as ['ours' | 'saxes', string];
const chunks = chunksOf(file);
let ids: readonly string[] = [];

function ours(): void {
  const validator = new DocumentValidator();
  for (const chunk of chunks) validator.write(chunk);
  ids = validator.finish().findings.map(({ id }) => id);
}

const milliseconds = medianTime(side === 'ours' ? ours : () => bareSaxes(chunks), 10, 15);
console.log(JSON.stringify({ milliseconds, ids } satisfies Side));
