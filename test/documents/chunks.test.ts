import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, inChunks } from '../../documents/chunks.ts';

/** Lengths around the chunk size, cut into pieces of any length. */
const pieces = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: CHUNK_BYTES - 2, max: CHUNK_BYTES + 2 }),
    fc.constant(3 * CHUNK_BYTES + 1),
  ),
  { maxLength: 4 },
);

async function collect(lengths: readonly number[]): Promise<{ sent: Buffer; chunks: Buffer[] }> {
  const sent = lengths.map((length, index) => Buffer.alloc(length, `${index}-`));
  const chunks: Buffer[] = [];
  for await (const chunk of inChunks(sent)) chunks.push(chunk);
  return { sent: Buffer.concat(sent), chunks };
}

describe('chunks', () => {
  it('are the same bytes, all full but the last, none empty', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (lengths) => {
        const { sent, chunks } = await collect(lengths);
        expect(Buffer.concat(chunks).equals(sent)).toBe(true);
        expect(chunks.slice(0, -1).every(({ length }) => length === CHUNK_BYTES)).toBe(true);
        expect(chunks.every(({ length }) => length > 0 && length <= CHUNK_BYTES)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
