/** Names and values that calls use, compared without regard to case. */
import type { OciFunction } from './call.ts';

export const FUNCTIONS: readonly OciFunction[] = [
  'DETAIL',
  'VALIDATE',
  'SOURCING',
  'BACKGROUND_SEARCH',
  'QUANTITYCHECK',
];
/** Functions of the specification that are never open here. */
export const UNSUPPORTED_FUNCTIONS: readonly string[] = ['DOWNLOADJSON'];

/** Sent back as received. */
export const CONTROLS: readonly string[] = ['~OKCODE', '~TARGET', '~CALLER'];

/** Parameters of the specification; what an agreement names comes on top. */
export const STANDARD: readonly string[] = [
  ...CONTROLS,
  '~FORCETARGET',
  'RETURNTARGET',
  'OCI_VERSION',
  'OPI_VERSION',
  'HTTP_CONTENT_CHARSET',
  'FUNCTION',
  'PRODUCTID',
  'QUANTITY',
  'SEARCHSTRING',
  'VENDOR',
];

/** Spellings of the fields of the XML variant. */
export const XML_FIELD = /^~?xml_?(document|type)$/i;

/** Names that secrets go by. */
export const SECRET =
  /pass(?!age|enger)|^~?(pw|pin)$|pwd|secret|token|credential|api[-_]?key|(^|[-_])auth([-_]|$)|authoriz|authentic|kennwort|l[oö]senord/i;

/** Names of frames; those that begin with an underscore are the browser's own (HTML, 7.3.1.7). */
export const TARGET = /^(_top|_parent|_self|_blank|[\p{L}\d][^\p{Cc}<>"'&]{0,99})$/iu;

/** Is it the pseudo address of SAP GUI's own browser? */
export function isSapEvent(hookUrl: string): boolean {
  return /^SAPEVENT:POST$/i.test(hookUrl);
}
