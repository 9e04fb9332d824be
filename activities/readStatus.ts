import type { EntityManager } from '@mikro-orm/postgresql';
import { sha256 } from '../documents/digest.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import { rootPart } from '../documents/rootPart.ts';
import { keptFailure, unreadable, type KeptFailure } from '../documents/unreadable.ts';
import { cxmlContentHash } from '../formats/cxml/contentHash.ts';
import { parseCxml, type CxmlDocument } from '../formats/cxml/envelope.parse.ts';
import { CxmlProblem } from '../formats/cxml/problem.ts';
import { documentStatus } from '../formats/cxml/documentStatus.ts';
import type { DocumentStatus } from '../formats/document/documentStatus.ts';
import { parseApplicationResponse } from '../formats/ubl/applicationResponse.parse.ts';
import { XmlError } from '../formats/xml/error.ts';
import { isStatusFormat } from '../partners/intake.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';

/** What a stored document says of ours. */
export interface ReadStatus {
  readonly statuses: readonly [DocumentStatus, ...DocumentStatus[]];
  /** Hex, over what it says. */
  readonly contentHash: string;
}

/** Reads a status in any format, or says why it cannot be read. */
export async function readStatus(
  em: EntityManager,
  document: InboundDocument,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ReadStatus | KeptFailure> {
  const { partner, mode, agreementVersion, format } = document;
  const { settings } = await findAgreement(em, partner, mode, agreementVersion);
  try {
    if (!isStatusFormat(format)) throw invalid('The document is about no other one.');
    if (format === 'cxml-status-update-request') return await readCxmlStatus(document, bytes);
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(document.contentType)?.[1];
    const limits = { bytes: settings.limits.bytes };
    const { statuses } = await parseApplicationResponse(bytes, format, {
      limits,
      ...(charset === undefined ? {} : { charset }),
    });
    const [first, ...others] = statuses;
    if (!first) throw invalid('The document does not say what it is about, or not how it stands: AP, AB or RE.');
    const hash = sha256();
    for (const status of statuses) hash.update(Buffer.from(JSON.stringify(status)));
    return { statuses: [first, ...others], contentHash: hash.digest() };
  } catch (error) {
    const expected = error instanceof XmlError ? unreadable(error) : error;
    if (!(expected instanceof RoundtripError) || !expected.type.startsWith('Document')) throw error;
    return keptFailure(expected, settings.answers.language);
  }
}

async function readCxmlStatus({ contentType }: InboundDocument, bytes: AsyncIterable<Uint8Array>): Promise<ReadStatus> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const root = rootPart(Buffer.concat(pieces), contentType);
  const document: CxmlDocument = parseCxml(root.bytes, root.charset === undefined ? {} : { charset: root.charset });
  try {
    return { statuses: [documentStatus(document)], contentHash: cxmlContentHash(document, sha256()) };
  } catch (error) {
    if (error instanceof CxmlProblem) throw invalid(error.reason);
    throw error;
  }
}

function invalid(message: string): RoundtripError {
  return new RoundtripError('DocumentInvalid', message);
}
