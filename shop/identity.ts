import type { Address, Identifier, Party } from '../formats/document/order.ts';

/** A normalised identity: two spellings of the same identity are equal in both fields. */
export interface Identity {
  /** ISO 6523 code, `VAT`, or the scheme as sent in upper case. */
  readonly scheme: string;
  readonly value: string;
}

/**
 * Scheme names and retired codes to the ISO 6523 code of today (Peppol code list of participant identifier schemes; 28A writes the
 * names, the envelope and BIS 3 the codes).
 */
const SCHEMES: Readonly<Record<string, string>> = {
  'SE:ORGNR': '0007',
  ORGNR: '0007',
  DUNS: '0060',
  GLN: '0088',
  EAN: '0088',
  'FR:SIRENE': '0002',
  'FR:SIRET': '0009',
  'DK:P': '0096',
  'NL:KVK': '0106',
  'DK:CVR': '0184',
  'DK:DIGST': '0184',
  '9902': '0184',
  'NO:ORGNR': '0192',
  'NO:ORG': '0192',
  '9908': '0192',
  'FI:OVT': '0216',
  'FI:OVT2': '0216',
  '0037': '0216',
};
/** Codes of national VAT numbers; the number itself starts with its country. */
const VAT_SCHEME = /^([A-Z]{2}:VAT|VAT|9906|991[04]|992[02-9]|993\d|994\d|995[0-35-7])$/;
const SWEDISH_ORGANISATION = '0007';
export const GLN_SCHEME = '0088';

export const ownIdentityKinds = ['organisationNumber', 'vat', 'gln', 'duns', 'peppol'] as const;
export type OwnIdentityKind = (typeof ownIdentityKinds)[number];

/** Scheme and value without spelling: spaces, hyphens and dots are gone, letters are capitals. */
export function normaliseIdentity({ id, scheme }: Identifier): Identity {
  const upper = (scheme ?? '').trim().toUpperCase();
  const canonical = VAT_SCHEME.test(upper) ? 'VAT' : (SCHEMES[upper] ?? upper);
  const value = id.replace(/[\s.-]/g, '').toUpperCase();
  // A Swedish organisation number is also written with the century digits 16 in front.
  const short = canonical === SWEDISH_ORGANISATION && /^16\d{10}$/.test(value) ? value.slice(2) : value;
  return { scheme: canonical, value: short };
}

/** The identities that customers and the shop have fields for. */
export interface OwnIdentities {
  readonly organisationNumber?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly gln?: string | undefined;
  readonly duns?: string | undefined;
  readonly peppolId?: string | undefined;
}

/** The fields as normalised identities, each with the kind of field it came from. */
export function ownIdentities(owner: OwnIdentities): (Identity & { readonly kind: OwnIdentityKind })[] {
  const named: Record<OwnIdentityKind, Identifier | undefined> = {
    organisationNumber: identifier(SWEDISH_ORGANISATION, owner.organisationNumber),
    vat: identifier('VAT', owner.vatNumber),
    gln: identifier(GLN_SCHEME, owner.gln),
    duns: identifier('0060', owner.duns),
    peppol: owner.peppolId === undefined ? undefined : parsePeppolId(owner.peppolId),
  };
  return ownIdentityKinds.flatMap((kind) => {
    const found = named[kind];
    return found ? [{ kind, ...normaliseIdentity(found) }] : [];
  });
}

function identifier(scheme: string, id: string | undefined): Identifier | undefined {
  return id === undefined ? undefined : { scheme, id };
}

/** Splits a Peppol participant id such as `0007:5560001111` into scheme and id. */
export function parsePeppolId(text: string): Identifier {
  const colon = text.indexOf(':');
  return colon < 0 ? { id: text } : { scheme: text.slice(0, colon), id: text.slice(colon + 1) };
}

/** Every identity that a party of a document carries, normalised, each once. An identity without scheme says nothing. */
export function partyIdentities(party: Party): Identity[] {
  return identitiesOf(party, identityRungs);
}

/** Kinds of identities of a party. `peppol`: its endpoint, whatever the scheme; `other`: any scheme that is none of the others. */
export const identityRungs = [...ownIdentityKinds, 'other'] as const;
export type IdentityRung = (typeof identityRungs)[number];

const RUNG_OF_SCHEME: Readonly<Record<string, IdentityRung>> = {
  [SWEDISH_ORGANISATION]: 'organisationNumber',
  VAT: 'vat',
  [GLN_SCHEME]: 'gln',
  '0060': 'duns',
};

/** The same, of some kinds only. */
export function identitiesOf(party: Party, rungs: readonly IdentityRung[]): Identity[] {
  const sent: { readonly identifier: Identifier; readonly rung?: IdentityRung }[] = [
    ...party.identifications.map((identifier) => ({ identifier })),
  ];
  if (party.endpoint) sent.push({ identifier: party.endpoint, rung: 'peppol' });
  if (party.vat) sent.push({ identifier: { id: party.vat.id, scheme: 'VAT' } });
  if (party.legal) sent.push({ identifier: { ...party.legal, scheme: party.legal.scheme ?? SWEDISH_ORGANISATION } });
  const unique = new Map<string, Identity>();
  for (const { identifier, rung } of sent) {
    if (!identifier.scheme) continue;
    const identity = normaliseIdentity(identifier);
    const isAsked = rungs.includes(rung ?? RUNG_OF_SCHEME[identity.scheme] ?? 'other');
    if (isAsked && identity.value !== '') unique.set(`${identity.scheme}:${identity.value}`, identity);
  }
  return [...unique.values()];
}

/** The text for a person: `0007:5560001111, VAT:SE556000111101`. */
export function identitiesText(identities: readonly Identity[]): string {
  return identities.map(({ scheme, value }) => `${scheme}:${value}`).join(', ');
}

/** Two addresses with the same key are the same place: case, spaces, punctuation and the second street line do not count. */
export function addressKey(address: Address): string {
  const { streetName, postalZone, cityName, country = 'SE' } = address;
  return [streetName, postalZone, cityName, country].map(lettersAndDigits).join('|');
}

function lettersAndDigits(text = ''): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Can the address be told from others by its text? Street and postal code or city are needed. */
export function hasPlace(address: Address): boolean {
  return Boolean(address.streetName?.trim()) && Boolean((address.postalZone ?? address.cityName)?.trim());
}

/** Schemes of a GTIN, and of what is one without saying so. */
const GTIN_SCHEMES = new Set(['', 'GTIN', 'EAN', 'EAN13', '0160']);

/** Does an item's standard number with this scheme claim to be a GTIN? */
export function isGtinScheme(scheme = ''): boolean {
  return GTIN_SCHEMES.has(scheme.trim().toUpperCase());
}

/** A GTIN (8, 12, 13 or 14 digits) as 14 digits; undefined when it is none. The check digit is not looked at. */
export function normaliseGtin(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  return /^(\d{8}|\d{12,14})$/.test(digits) ? digits.padStart(14, '0') : undefined;
}

/** GS1 check digit of GTIN, GLN and SSCC: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function hasGs1CheckDigit(digits: string): boolean {
  if (!/^\d{8,18}$/.test(digits)) return false;
  return gs1CheckDigit(digits.slice(0, -1)) === digits.at(-1);
}

/** The check digit for a number without one. */
export function gs1CheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits.at(-1 - index)) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Luhn check of a Swedish organisation number with 10 digits. */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
