import type { EntityManager } from '@mikro-orm/postgresql';
import { DocumentValidator, type ValidationResult } from '../formats/validate.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import { readChunks } from './chunks.ts';
import { rootPart } from './rootPart.ts';
import type { StoredBytes } from './text/source.ts';

/** Checks a stored document once more by all rules, as `roundtrip validate` does. @throws DocumentMalformed, DocumentTooLarge of a multipart message */
export async function checkStored(em: EntityManager, { id, contentType }: StoredBytes): Promise<ValidationResult> {
  const validator = new DocumentValidator({ limits: ANY_LENGTH });
  if (/^multipart\//i.test(contentType)) {
    const chunks: Buffer[] = [];
    for await (const chunk of readChunks(em, id)) chunks.push(chunk);
    validator.write(rootPart(Buffer.concat(chunks), contentType).bytes);
  } else {
    for await (const chunk of readChunks(em, id)) validator.write(chunk);
  }
  return validator.finish();
}
