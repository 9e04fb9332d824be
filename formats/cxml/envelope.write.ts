import { writtenXml, xmlText, type XmlNode } from '../xml/writer.ts';
import type { CredentialName } from './credentials.ts';
import { dtdAddress, type CxmlVersion } from './versions.ts';

/** What every document that we write says about itself. */
export interface CxmlEnvelope {
  /** DTD version that the DOCTYPE declares. */
  readonly version: CxmlVersion;
  /** Unique for ever: `datetime.process.random@host`. */
  readonly payloadId: string;
  /** Moment of creation, ISO 8601 with offset. `Z` becomes `+00:00` (cXML User's Guide, "Date and Time"). */
  readonly timestamp: string;
  /** BCP 47, default of the texts in it. */
  readonly language: string;
}

/** From, To and Sender of a document that passes through a browser: there is no place for a secret. */
export interface CxmlParties {
  readonly from: readonly CredentialName[];
  readonly to: readonly CredentialName[];
  readonly sender: CredentialName;
  readonly userAgent: string;
}

/** What every request that we send needs: its envelope, its parties, and whether it has a real effect. */
export interface CxmlRequestContext extends CxmlEnvelope, CxmlParties {
  /** A test document has no real effect (Request/@deploymentMode). */
  readonly test: boolean;
}

/** A request with its header (cXML DTD: Header, Request), without a secret: documents are kept, and delivery puts it in. */
export function writeRequest(context: CxmlRequestContext, content: XmlNode, dtd: 'cXML' | 'Fulfill' = 'cXML'): string {
  const attributes = { deploymentMode: context.test ? 'test' : undefined };
  return writeCxml(context, [writeHeader(context), { name: 'Request', attributes, children: [content] }], dtd);
}

/** The document that another one is about or takes the place of (cXML DTD: DocumentReference). */
export function writeDocumentReference(payloadId: string): XmlNode {
  return { name: 'DocumentReference', attributes: { payloadID: xmlText(payloadId) } };
}

/** A cXML document in UTF-8 with DOCTYPE; confirmations and ship notices have a DTD of their own. */
export function writeCxml(envelope: CxmlEnvelope, parts: readonly XmlNode[], dtd: 'cXML' | 'Fulfill' = 'cXML'): string {
  const attributes = {
    payloadID: xmlText(envelope.payloadId),
    timestamp: withOffset(envelope.timestamp),
    'xml:lang': envelope.language,
  };
  return writtenXml({ name: 'cXML', namespaces: {}, attributes, dtd: dtdAddress(envelope.version, dtd) }, parts);
}

export function writeHeader({ from, to, sender, userAgent }: CxmlParties): XmlNode {
  return {
    name: 'Header',
    children: [
      { name: 'From', children: from.map(credential) },
      { name: 'To', children: to.map(credential) },
      { name: 'Sender', children: [credential(sender), { name: 'UserAgent', text: xmlText(userAgent) }] },
    ],
  };
}

function credential({ domain, identity }: CredentialName): XmlNode {
  return {
    name: 'Credential',
    attributes: { domain: xmlText(domain) },
    children: [{ name: 'Identity', text: xmlText(identity) }],
  };
}

/** An ISO 8601 instant as cXML wants it: with an offset, never `Z`. */
export function withOffset(instant: string): string {
  return instant.replace(/Z$/, '+00:00');
}
