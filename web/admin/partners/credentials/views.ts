import type { CredentialKind, Mode } from '../../../../partners/partner.entity.ts';
import type { PlainKey } from '../../../templates.ts';

export interface CredentialRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CredentialKind;
  readonly kindKey: PlainKey;
  readonly user: string;
  readonly at: string;
  readonly by: string;
  /** Empty: never. */
  readonly usedAt: string;
  /** Empty: it works. */
  readonly revokedAt: string;
  /** Of a certificate; empty: for ever. */
  readonly validUntil: string;
  readonly validity: 'good' | 'endsSoon' | 'expired';
  /** Its key has left the key ring. */
  readonly isLost: boolean;
}

/** What was typed into a form of the page, and what is wrong with it. */
export interface CredentialForm {
  readonly name: string;
  readonly kind: string;
  readonly user: string;
  readonly error: string;
}

export interface CredentialModeView {
  readonly mode: Mode;
  readonly incoming: readonly CredentialRow[];
  readonly outgoing: readonly CredentialRow[];
  /** Users that suggest themselves, by kind. */
  readonly users: Readonly<Record<'login' | 'cxml', string>>;
  /** Names of outgoing secrets that the agreement asks for. */
  readonly wanted: readonly string[];
  /** The same of client certificates. */
  readonly wantedCertificates: readonly string[];
  readonly add: CredentialForm;
  readonly set: CredentialForm;
  readonly certify: CredentialForm;
  readonly fileServer: CredentialForm;
}

export interface CredentialsView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly modes: readonly CredentialModeView[];
  /** The newest one, so that a form sent twice adds one. */
  readonly newest: string;
  readonly kinds: readonly { readonly value: CredentialKind; readonly key: PlainKey }[];
  readonly mayChange: boolean;
}

export interface SecretView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly mode: Mode;
  readonly name: string;
  readonly kindKey: PlainKey;
  readonly user: string;
  readonly secret: string;
  /** An older one of the name works, too. */
  readonly isRotation: boolean;
}
