/** What is wrong with a call (OCI 4.0, outbound section, and what an agreement says about it). */
import type { OciCallOptions, OciFunction, OciHtmlCall } from './call.ts';
import { FUNCTIONS, isSapEvent, SECRET, TARGET, UNSUPPORTED_FUNCTIONS } from './call.names.ts';
import { formCharset } from './charset.ts';
import { ociFinding, type OciFinding } from './finding.ts';
import { Decimal } from '../document/decimal.ts';
import type { Parameter } from './parameters.ts';

type Call = Omit<OciHtmlCall, 'problems'>;

/** All problems of a call in the HTML variant. */
export function checkCall(
  call: Call,
  parameters: readonly Parameter[],
  inQuery: readonly Parameter[],
  options: OciCallOptions,
): OciFinding[] {
  const get = (name: string): string =>
    parameters.find(([each]) => each.toUpperCase() === name.toUpperCase())?.[1].trim() ?? '';
  return [
    ...checkFunction(call, get('FUNCTION'), options),
    ...checkArguments(call, get('QUANTITY')),
    ...checkHook(call, options),
    ...checkCharset(get('http_content_charset')),
    ...['returntarget', '~TARGET'].flatMap((name) => checkTarget(name, get(name))),
    ...checkFixed(parameters, options),
    ...checkCharacters(parameters),
    ...checkLogin(inQuery, options),
  ];
}

/** The finding of a call in the XML variant. */
export function xmlVariant(element: string): OciFinding {
  const text = 'The call is in the XML variant, which is not offered.';
  return ociFinding({ id: 'OCI-CALL-XML', severity: 'fatal', element, text, expected: 'the HTML variant' });
}

function checkFunction(call: Call, asked: string, { functions }: OciCallOptions): OciFinding[] {
  if (asked === '') return [];
  const element = 'FUNCTION';
  if (UNSUPPORTED_FUNCTIONS.includes(asked.toUpperCase()) || (call.function && !functions.includes(call.function))) {
    const text = 'The function is not open.';
    const expected = functions.join(', ') || 'no function';
    return [ociFinding({ id: 'OCI-CALL-FUNCTION-CLOSED', severity: 'fatal', element, text, found: asked, expected })];
  }
  if (call.function !== undefined) return [];
  const text = 'The function is unknown; the call is taken for a session.';
  const expected = FUNCTIONS.join(', ');
  return [ociFinding({ id: 'OCI-CALL-FUNCTION-UNKNOWN', severity: 'info', element, text, found: asked, expected })];
}

function checkArguments(call: Call, quantity: string): OciFinding[] {
  const missing = (id: string, element: string, expected: string): OciFinding =>
    ociFinding({ id, severity: 'fatal', element, text: `${call.function} needs it.`, expected });
  if (call.function === undefined || call.function === 'SOURCING') return [];
  if (call.function === 'BACKGROUND_SEARCH') {
    return call.searchString === undefined ? [missing('OCI-CALL-SEARCHSTRING', 'SEARCHSTRING', 'words to find')] : [];
  }
  const findings =
    call.productId === undefined
      ? [missing('OCI-CALL-PRODUCTID', 'PRODUCTID', 'EXT_PRODUCT_ID of an earlier cart')]
      : [];
  if (quantity !== '' && (call.quantity === undefined || new Decimal(call.quantity).isZero())) {
    const text = 'The quantity is none.';
    const expected = 'a number above 0 such as 2 or 2.5';
    const id = 'OCI-CALL-QUANTITY';
    findings.push(ociFinding({ id, severity: 'fatal', element: 'QUANTITY', text, found: quantity, expected }));
  }
  return findings;
}

function checkHook(call: Call, options: OciCallOptions): OciFinding[] {
  const element = options.parameters.hook;
  if (call.hookUrl === undefined) {
    if (!needsHook(call.function, options)) return [];
    const text = `${call.function ?? 'A session'} needs an address to return to.`;
    const expected = 'an absolute https address';
    return [ociFinding({ id: 'OCI-CALL-HOOK-MISSING', severity: 'fatal', element, text, expected })];
  }
  const expected = 'https';
  if (isSapEvent(call.hookUrl)) {
    if (options.sapEvent) return [];
    const text = 'The return into SAP GUI is not open.';
    const found = call.hookUrl;
    return [ociFinding({ id: 'OCI-CALL-SAPEVENT', severity: 'fatal', element, text, found, expected })];
  }
  const found = URL.parse(call.hookUrl)?.protocol ?? 'no absolute address';
  if (found === 'https:') return [];
  if (found === 'http:') {
    const text = 'The return address is not encrypted; browsers warn or block.';
    return [ociFinding({ id: 'OCI-CALL-HOOK-HTTP', severity: 'warning', element, text, found, expected })];
  }
  const text = 'The return address is no address of a web page.';
  return [ociFinding({ id: 'OCI-CALL-HOOK-ADDRESS', severity: 'fatal', element, text, found, expected })];
}

/** DETAIL returns nothing; what a server asks for has its own address always. */
function needsHook(asked: OciFunction | undefined, { returnUrl, validateWithoutHook }: OciCallOptions): boolean {
  if (asked === 'DETAIL') return false;
  if (asked === 'BACKGROUND_SEARCH' || asked === 'QUANTITYCHECK') return true;
  return returnUrl === undefined || (asked === 'VALIDATE' && !validateWithoutHook);
}

function checkCharset(found: string): OciFinding[] {
  if (found === '' || formCharset(found) !== undefined) return [];
  const element = 'http_content_charset';
  const text = 'Pages are not written in that charset; the agreed one is used.';
  const expected = 'utf-8, iso-8859-1 or windows-1252';
  return [ociFinding({ id: 'OCI-CALL-CHARSET', severity: 'warning', element, text, found, expected })];
}

function checkTarget(element: string, found: string): OciFinding[] {
  if (found === '' || TARGET.test(found)) return [];
  const text = 'That is no name of a frame and is not used.';
  const expected = '_top, _parent, _self, _blank or the name of a frame';
  return [ociFinding({ id: 'OCI-CALL-TARGET', severity: 'warning', element, text, found, expected })];
}

/** Values are not told: they may be known to the partner alone. */
function checkFixed(parameters: readonly Parameter[], { fixedParameters }: OciCallOptions): OciFinding[] {
  const values = new Map(parameters.toReversed().map(([name, value]) => [name.toUpperCase(), value]));
  const text = 'The parameter does not have the agreed value.';
  return Object.entries(fixedParameters)
    .filter(([name, value]) => values.get(name.toUpperCase()) !== value)
    .map(([element]) => ociFinding({ id: 'OCI-CALL-FIXED', severity: 'fatal', element, text }));
}

function checkCharacters(parameters: readonly Parameter[]): OciFinding[] {
  const text = 'The parameter has control characters.';
  return parameters
    .filter(([name, value]) => /(?![\t\n\r])\p{Cc}/u.test(`${name}${value}`))
    .map(([element]) => ociFinding({ id: 'OCI-CALL-CHARACTERS', severity: 'fatal', element, text }));
}

function checkLogin(inQuery: readonly Parameter[], { parameters: { user, password } }: OciCallOptions): OciFinding[] {
  const logins = [user.toUpperCase(), password.toUpperCase()];
  const text = 'The login stands in the address, where logs and other pages see it.';
  const expected = 'a POST form';
  return inQuery
    .filter(([name]) => logins.includes(name.toUpperCase()) || SECRET.test(name))
    .map(([element]) => ociFinding({ id: 'OCI-CALL-LOGIN-IN-QUERY', severity: 'warning', element, text, expected }));
}
