import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { RoundtripError } from '../platform/errors.ts';

/** What a server that demands it is shown in the TLS handshake; both in PEM. */
export interface ClientCertificate {
  /** The certificate, followed by those of the authorities in between. */
  readonly certificate: string;
  readonly key: string;
}

/** What may be shown of it. */
export interface CertificateFacts {
  /** Its subject: `CN=shop.example, O=Bolaget AB`. */
  readonly subject: string;
  readonly validUntil: Date;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/g;
const LONGEST_SUBJECT = 200;

/** Certificate and key out of the PEM text (RFC 7468) that holds both, in any order. */
export function splitPem(pem: string): ClientCertificate {
  const blocks = [...pem.matchAll(BLOCK)].map(([text, label = '']) => ({ text, label }));
  const of = (what: (label: string) => boolean): string =>
    blocks
      .filter(({ label }) => what(label))
      .map(({ text }) => text)
      .join('\n');
  return {
    certificate: of((label) => label === 'CERTIFICATE'),
    key: of((label) => label.endsWith('PRIVATE KEY')),
  };
}

/**
 * Looks whether a PEM text holds a certificate and its own private key, and that nobody has to type a password.
 * @throws RequestInvalid, which says what is wrong and names nothing of the key
 */
export function readClientCertificate(pem: string): CertificateFacts {
  const { certificate, key } = splitPem(pem);
  if (certificate === '') throw invalid('no certificate', 'a certificate in PEM (BEGIN CERTIFICATE)');
  if (key === '') throw invalid('no private key', 'the private key of the certificate in PEM (BEGIN PRIVATE KEY)');
  if (/ENCRYPTED/.test(key)) throw invalid('a key with a password', 'a private key without password');
  const x509 = readCertificate(certificate);
  if (!x509.checkPrivateKey(readKey(key))) {
    throw invalid('a key of another certificate', 'the certificate of the key first, those of authorities after it');
  }
  const subject = x509.subject.split('\n').toReversed().join(', ').slice(0, LONGEST_SUBJECT);
  return { subject, validUntil: x509.validToDate };
}

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalid('a certificate that cannot be read', 'a certificate in PEM');
  }
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid('a key that cannot be read', 'one private key in PEM');
  }
}

/** Faults of a certificate that somebody sets: what was found. A page has a sentence for each. */
export const certificateProblems = [
  'no certificate',
  'no private key',
  'a key with a password',
  'a key of another certificate',
  'a certificate that cannot be read',
  'a key that cannot be read',
] as const;
export type CertificateProblem = (typeof certificateProblems)[number];

function invalid(found: CertificateProblem, expected: string): RoundtripError {
  return new RoundtripError('RequestInvalid', `The client certificate cannot be used: ${found}.`, {
    details: [{ element: 'secret', found, expected }],
  });
}
