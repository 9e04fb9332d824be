import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { attribute, child, children, text } from './read.ts';
import { SharedSecret } from './secret.ts';

/** A name of a party. */
export interface CredentialName {
  /** For example `NetworkID`, `DUNS`, `PrivateID`, or a host name. */
  readonly domain: string;
  readonly identity: string;
}

/** How a credential proves itself. Only a shared secret is understood; the others are recognised, so that they can be refused by name. */
export type Proof = 'SharedSecret' | 'DigitalSignature' | 'CredentialMac';
const proofs: readonly Proof[] = ['SharedSecret', 'DigitalSignature', 'CredentialMac'];

export interface Credential extends CredentialName {
  /** `marketplace`: the name of a hub. */
  readonly type?: string;
  readonly proof?: Proof;
}

/** A credential of Sender, the only party with a secret. */
export interface SenderCredential extends Credential {
  readonly sharedSecret?: SharedSecret;
}

/** Who a document is from, for, and who has connected (cXML DTD: Header). All names of a party; none where the part is missing. */
export interface CxmlHeader {
  readonly from: readonly Credential[];
  readonly to: readonly Credential[];
  readonly sender: readonly SenderCredential[];
  readonly userAgent?: string;
}

export function parseHeader(header: XmlElement): CxmlHeader {
  return compact({
    from: credentials(header, 'From').map(parseCredential),
    to: credentials(header, 'To').map(parseCredential),
    sender: credentials(header, 'Sender').map(parseSender),
    userAgent: text(header, 'Sender', 'UserAgent'),
  });
}

function credentials(header: XmlElement, party: string): XmlElement[] {
  return children(child(header, party), 'Credential');
}

function parseCredential(element: XmlElement): Credential {
  return compact({
    domain: attribute(element, 'domain') ?? '',
    identity: text(element, 'Identity') ?? '',
    type: attribute(element, 'type'),
    proof: proofs.find((name) => child(element, name)),
  });
}

function parseSender(element: XmlElement): SenderCredential {
  const secret = text(element, 'SharedSecret');
  return compact({ ...parseCredential(element), sharedSecret: secret ? new SharedSecret(secret) : undefined });
}

/** One name in two spellings? Domains (`NetworkID`, `NetworkId`) and identities differ in case between senders, and not in meaning. */
export function sameName(a: CredentialName, b: CredentialName): boolean {
  return fold(a.domain) === fold(b.domain) && fold(a.identity) === fold(b.identity);
}

/** The first of the credentials that is one of the known names. An empty name is nobody's. */
export function findCredential<T extends CredentialName>(
  credentials: readonly T[],
  known: readonly CredentialName[],
): T | undefined {
  return credentials.find((each) => each.identity.trim() !== '' && known.some((name) => sameName(each, name)));
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
