import type { Identifier } from '../document/order.ts';
import { isIdentifier } from './identifiers.ts';

/**
 * Party identifier schemes of BIS 28A and their ISO 6523 codes of the envelope and BIS 3 (Peppol eDEC list of participant identifier
 * schemes; withdrawn ones included, since 28A still has them).
 */
const CODES = {
  'FR:SIRENE': '0002',
  'SE:ORGNR': '0007',
  'FR:SIRET': '0009',
  DUNS: '0060',
  GLN: '0088',
  'DK:P': '0096',
  'IT:FTI': '0097',
  'NL:KVK': '0106',
  'IT:SIA': '0135',
  'IT:SECETI': '0142',
  'HU:VAT': '9910',
  'EU:REID': '9913',
  'AT:VAT': '9914',
  'AT:GOV': '9915',
  IBAN: '9918',
  'AT:KUR': '9919',
  'ES:VAT': '9920',
  'AD:VAT': '9922',
  'AL:VAT': '9923',
  'BA:VAT': '9924',
  'BE:VAT': '9925',
  'BG:VAT': '9926',
  'CH:VAT': '9927',
  'CY:VAT': '9928',
  'CZ:VAT': '9929',
  'DE:VAT': '9930',
  'EE:VAT': '9931',
  'GB:VAT': '9932',
  'GR:VAT': '9933',
  'HR:VAT': '9934',
  'IE:VAT': '9935',
  'LI:VAT': '9936',
  'LT:VAT': '9937',
  'LU:VAT': '9938',
  'LV:VAT': '9939',
  'MC:VAT': '9940',
  'ME:VAT': '9941',
  'MK:VAT': '9942',
  'MT:VAT': '9943',
  'NL:VAT': '9944',
  'PL:VAT': '9945',
  'PT:VAT': '9946',
  'RO:VAT': '9947',
  'RS:VAT': '9948',
  'SI:VAT': '9949',
  'SK:VAT': '9950',
  'SM:VAT': '9951',
  'TR:VAT': '9952',
  'VA:VAT': '9953',
  'FR:VAT': '9957',
  'NO:VAT': '9909',
  'IS:KT': '9917',
  'FI:OVT': '0037',
  'DK:CPR': '9901',
  'DK:CVR': '9902',
  'DK:SE': '9904',
  'DK:VANS': '9905',
  'IT:VAT': '9906',
  'IT:CF': '9907',
  'NO:ORGNR': '9908',
  'IT:IPA': '9921',
  'NL:OIN': '9954',
  'SE:VAT': '9955',
  'BE:CBE': '9956',
} as const;

/** Schemes of 28A that have no code. */
const WITHOUT_CODE = ['DIGST', 'NL:ION', 'ZZZ'] as const;

/** Codes and names of today whose identifiers 28A knows by an older scheme. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  '0192': 'NO:ORGNR',
  'NO:ORG': 'NO:ORGNR',
  '0184': 'DK:CVR',
  'DK:DIGST': 'DK:CVR',
  '0198': 'DK:SE',
  'DK:ERST': 'DK:SE',
  '0216': 'FI:OVT',
  'FI:OVT2': 'FI:OVT',
};

const codeOf: ReadonlyMap<string, string> = new Map(Object.entries(CODES));
const nameOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CODES).map(([name, code]) => [code, name] as const),
  ...Object.entries(SUCCESSORS),
  ...[...Object.keys(CODES), ...WITHOUT_CODE].map((name) => [name, name] as const),
]);

/** "Mutually agreed": the scheme of 28A for an identifier that it has no other scheme for. */
export const AGREED_SCHEME = 'ZZZ';

/** The scheme as 28A spells it (`SE:ORGNR`), from either spelling; undefined where 28A has none. */
export function schemeName(scheme: string): string | undefined {
  return nameOf.get(scheme);
}

/** The ISO 6523 code (`0007`), from either spelling; undefined where there is none. */
export function schemeCode(scheme: string): string | undefined {
  return /^\d{4}$/.test(scheme) ? scheme : codeOf.get(scheme);
}

/** An identifier with a scheme that is valid in a 28A document; undefined where there is none. */
export function inNames({ id, scheme }: Identifier): Identifier | undefined {
  const name = scheme === undefined ? undefined : schemeName(scheme);
  return name === undefined ? undefined : { id, scheme: name };
}

/** The identifier under its code, where the list has the code and the identifier is a right one of its kind (PEPPOL-COMMON rules). */
export function inCodes({ id, scheme }: Identifier, codes: ReadonlySet<string>): Identifier | undefined {
  const code = scheme === undefined ? undefined : schemeCode(scheme);
  return code !== undefined && codes.has(code) && isIdentifier(code, id) ? { id, scheme: code } : undefined;
}
