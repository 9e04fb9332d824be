/** What rules look at: a cart as it would be sent, and what is known of who receives it. */
import type { FormCharset } from '../../formats/document/browserForm.ts';
import type { Cart, CartLine } from '../../formats/document/cart.ts';
import type { MappedFields, OutgoingField } from '../../formats/document/outgoingField.ts';
import { longestValue, ociField, ociVersions, type OciVersion } from '../../formats/oci/fields.ts';
import type { MappedCart } from '../mapping/apply.ts';
import { findField } from '../mapping/check.ts';
import { cartFields } from '../mapping/fields.ts';
import type { CartProtocol } from '../mapping/schema.ts';
import type { CartFacts, Fact } from '../platforms/platform.ts';
import { factsOf, platformFor } from '../platforms/platforms.ts';
import type { PunchOutSettings } from '../punchOut.ts';
import type { LintAudience, LintEffect, LintFinding, LintId } from './finding.ts';
import { sentFields } from './sent.ts';

export interface LintOptions {
  readonly protocol: CartProtocol;
  readonly settings: PunchOutSettings;
  /** Of the form, where the call named one; the agreement's otherwise. */
  readonly charset?: FormCharset;
  /** OCI version of the call; the agreement's otherwise. */
  readonly version?: string;
  /** Document that a Peppol call wants. */
  readonly document?: 'peppol-18a-cart' | 'peppol-3-cart';
}

export interface LintedLine {
  readonly line: CartLine;
  /** Fields that are not empty, before anything is cut. */
  readonly sent: ReadonlyMap<string, string>;
}

/** Longest value of a field, and why. */
export interface Longest extends Known {
  readonly characters: number;
  /** True for keys and numbers: a shortened one would be another. */
  readonly key: boolean;
}

export interface LintInput {
  readonly cart: Cart;
  readonly lines: readonly LintedLine[];
  readonly mapped: MappedFields & Partial<Pick<MappedCart, 'problems'>>;
  readonly protocol: CartProtocol;
  readonly settings: PunchOutSettings;
  readonly facts: CartFacts;
  readonly charset: FormCharset;
  readonly ociVersion: OciVersion;
  readonly document: LintOptions['document'];
  /** The field as the protocol lists it; undefined for one that agreements cannot fill. */
  readonly fieldOf: (name: string) => OutgoingField | undefined;
  readonly longestOf: (name: string) => Longest | undefined;
}

/** Where something is known from. */
export type Known = Pick<LintFinding, 'source' | 'status'>;

export type Hit = Omit<LintFinding, 'id' | 'audience'>;

export interface LintRule {
  readonly id: LintId;
  /** What it looks for, for the documentation. */
  readonly text: string;
  /** Who can act on a refusal or a cut. */
  readonly audience: LintAudience;
  /** Where its limits come from, for the documentation. */
  readonly from: string;
  readonly check: (input: LintInput) => Iterable<Hit>;
}

export const ofAgreement: Known = { source: 'agreement', status: 'confirmed' };

export function of({ source, status }: Fact<unknown>): Known {
  return { source, status };
}

/** Only what is confirmed keeps a cart back. */
export function refusal({ status }: Known): LintEffect {
  return status === 'confirmed' ? 'refuse' : 'notice';
}

/** The first line of each different value, in order. */
export function firstLines(
  lines: readonly LintedLine[],
  valueOf: (line: LintedLine) => string | undefined,
): Map<string, LintedLine> {
  const found = new Map<string, LintedLine>();
  for (const line of lines) {
    const value = valueOf(line);
    if (value !== undefined && !found.has(value)) found.set(value, line);
  }
  return found;
}

const FIELD_TABLES: Readonly<Record<CartProtocol, Known>> = {
  oci: { source: 'OCI 4.3', status: 'confirmed' },
  cxml: { source: 'cXML 6.4', status: 'confirmed' },
  peppol: { source: 'Peppol Punch Out 4 and 5', status: 'confirmed' },
};

export function lintInput(cart: Cart, mapped: LintInput['mapped'], options: LintOptions): LintInput {
  const { protocol, settings } = options;
  const charset = protocol === 'oci' ? (options.charset ?? settings.oci?.charset ?? 'iso-8859-1') : 'utf-8';
  const lines = cart.lines.map((line) => ({ line, sent: sentFields(protocol, { cart, line, mapped, settings }) }));
  return {
    ...{ cart, lines, mapped, protocol, settings, charset, ...fieldLimits(options) },
    document: options.document,
  };
}

/** What protocol and platform say about the fields of a cart. */
export function fieldLimits({
  protocol,
  settings,
  version,
}: LintOptions): Pick<LintInput, 'facts' | 'ociVersion' | 'fieldOf' | 'longestOf'> {
  const facts = factsOf(platformFor(settings, protocol), protocol);
  const wanted = version ?? settings.oci?.version;
  const ociVersion = ociVersions.find((known) => known === wanted) ?? '4.0';
  const fieldOf = remembered((name) => findField(cartFields[protocol], 'line', name));
  const longestOf = remembered((name) => longest(name, { protocol, facts, ociVersion, field: fieldOf(name) }));
  return { facts, ociVersion, fieldOf, longestOf };
}

function longest(
  name: string,
  given: Pick<LintInput, 'protocol' | 'facts' | 'ociVersion'> & { readonly field: OutgoingField | undefined },
): Longest | undefined {
  const { protocol, facts, ociVersion, field } = given;
  const key = field?.kind !== 'text';
  const oci = protocol === 'oci' ? ociField(name) : undefined;
  const ofProtocol = oci ? longestValue(oci, ociVersion) : field?.longest;
  const ofPlatform = facts.characters?.value[name];
  if (facts.characters !== undefined && ofPlatform !== undefined && ofPlatform < (ofProtocol ?? Infinity)) {
    return { characters: ofPlatform, key, ...of(facts.characters) };
  }
  return ofProtocol === undefined ? undefined : { characters: ofProtocol, key, ...FIELD_TABLES[protocol] };
}

function remembered<Value>(find: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name);
    if (value !== undefined) return value;
    const found = find(name);
    known.set(name, found);
    return found;
  };
}
