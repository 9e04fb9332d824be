import type { InboundDocument } from '../documents/inbound.entity.ts';
import type { CredentialName } from '../formats/cxml/credentials.ts';
import type { CxmlRequestContext } from '../formats/cxml/envelope.write.ts';
import type { CxmlVersion } from '../formats/cxml/versions.ts';
import type { Identifier, OrderHeader } from '../formats/document/order.ts';
import { cxmlNames } from '../partners/cxml.ts';
import type { DocumentInHand } from './orderInHand.ts';

const USER_AGENT = 'Roundtrip';

/** A document of ours that is written. */
export interface CxmlToWrite {
  /** Id of the outbound document. */
  readonly id: string;
  readonly number: string;
  readonly version: CxmlVersion;
  readonly now: Date;
}

/** Envelope and parties of a cXML document about an order. The secret of Sender is not in it: it is put in for each attempt to send (postDocument). */
export function cxmlContext(
  { document, agreement: { settings } }: DocumentInHand,
  { id, number, version, now }: CxmlToWrite,
): CxmlRequestContext {
  const from = ourNames(document, cxmlNames(settings).to);
  return {
    version,
    payloadId: payloadIdOf(document, { id, number }),
    timestamp: now.toISOString(),
    language: settings.answers.language,
    ...{ from, to: document.buyer.map(nameOf), sender: from[0]!, userAgent: USER_AGENT },
    test: document.mode === 'test',
  };
}

/** payloadID of the OrderRequest. */
export function orderPayloadId({ document }: DocumentInHand, header: OrderHeader): string {
  return header.messageId ?? document.envelope?.instanceIdentifier ?? '';
}

/** Unique for ever, and the same on every attempt. */
export function payloadIdOf(
  { partnerCode }: InboundDocument,
  written: { readonly id: string; readonly number: string },
): string {
  return `${written.number}.${written.id}@${partnerCode}.roundtrip`;
}

/** The names of the agreement, else the one that the order called us by. */
function ourNames({ envelope }: InboundDocument, agreed: readonly CredentialName[]): readonly CredentialName[] {
  return agreed.length > 0 ? agreed : [nameOf(envelope?.receiver ?? { id: '' })];
}

function nameOf({ scheme = '', id }: Identifier): CredentialName {
  return { domain: scheme, identity: id };
}
