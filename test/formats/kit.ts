import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlElement } from '../../formats/xml/element.ts';
import { XmlError } from '../../formats/xml/error.ts';
import { XmlReader, type XmlReaderOptions } from '../../formats/xml/reader.ts';

/** Shared material beside the repository: official samples. It may be absent. */
export const SAMPLES = join(import.meta.dirname, '../../../shared/data/peppol/samples');

/** XML files below a folder of the samples, sorted; none where the samples are absent. */
export function sampleFiles(folder: string): string[] {
  const path = join(SAMPLES, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .toSorted()
    .map((name) => join(path, name));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces of the given sizes, repeated to the end. */
export function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let from = 0;
  for (let i = 0; from < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? bytes.length);
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

export function readTree(
  document: string | Uint8Array,
  options: Partial<XmlReaderOptions> = {},
  sizes: readonly number[] = [],
): XmlElement {
  const bytes = typeof document === 'string' ? utf8(document) : document;
  let root: XmlElement | undefined;
  const reader = new XmlReader({ reportDepth: 0, onEnd: (element) => ((root = element), 'keep'), ...options });
  for (const piece of cut(bytes, sizes)) reader.write(piece);
  reader.close();
  return root!;
}

/** The XmlError that the work ends in. */
export function xmlError(work: () => unknown): XmlError {
  try {
    work();
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error('there was no error');
}
