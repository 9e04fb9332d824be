import type { OciCall, OciCallOptions, OciHtmlCall, OciParameterNames } from './call.ts';
import { checkCall, xmlVariant } from './call.check.ts';
import { CONTROLS, FUNCTIONS, SECRET, STANDARD, TARGET, XML_FIELD } from './call.names.ts';
import { formCharset } from './charset.ts';
import { readNumber } from './numbers.ts';
import type { Parameter } from './parameters.ts';

/** SAP's keys of languages of one letter (table T002). */
const SAP_LANGUAGES: Readonly<Record<string, string>> = {
  V: 'sv',
  E: 'en',
  D: 'de',
  K: 'da',
  O: 'no',
  U: 'fi',
  F: 'fr',
  S: 'es',
  I: 'it',
  N: 'nl',
  L: 'pl',
  P: 'pt',
};

/**
 * Reads a call. It never throws: what is wrong stands in `problems`, and nobody is logged in here. Whether the hosts of `hookUrl` and
 * `cancelUrl` are agreed is the agreement's to say, not asked here.
 * @param parameters query and body merged; of a name that is repeated the first counts
 * @param inQuery what of them stood in the query, where logs and the Referer see it
 */
export function parseOciCall(
  parameters: readonly Parameter[],
  options: OciCallOptions,
  inQuery: readonly Parameter[] = [],
): OciCall {
  const xml = parameters.find(([name]) => XML_FIELD.test(name));
  if (xml) return { kind: 'xml', problems: [xmlVariant(xml[0])] };
  const values = new Map(parameters.toReversed().map(([name, value]) => [name.toUpperCase(), value]));
  const get: Get = (name) => (name === undefined ? '' : (values.get(name.toUpperCase()) ?? ''));
  const names = options.parameters;
  const call: Omit<OciHtmlCall, 'problems'> = {
    kind: 'html',
    credentials: { user: get(names.user), password: get(names.password) },
    ...present({ hookUrl: get(names.hook), cancelUrl: get(options.cancelParameter) }),
    ...readFunction(get),
    target: [get('RETURNTARGET'), get('~TARGET')].find((name) => TARGET.test(name)) ?? '_top',
    controls: parameters.filter(([name], i) => isFirstControl(parameters, name, i)),
    ...present({ charset: formCharset(get('HTTP_CONTENT_CHARSET')), entry: readEntry(get, names) }),
    versions: present({ oci: get('OCI_VERSION').slice(0, 10), opi: get('OPI_VERSION').slice(0, 10) }),
    user: present({ id: get(names.userId), name: get(names.userName), mail: get(names.userMail) }),
    ...present({
      customer: get(names.customer),
      deliveryPlace: get(names.deliveryPlace),
      language: readLanguage(get(names.language)),
    }),
    parameters: Object.fromEntries([...values].filter(([name]) => isOther(name, options)).toReversed()),
  };
  return { ...call, problems: checkCall(call, parameters, inQuery, options) };
}

type Get = (name: string | undefined) => string;

/** The properties that are there. */
function present<T extends Record<string, unknown>>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function readFunction(get: Get): Pick<OciHtmlCall, 'function' | 'productId' | 'quantity' | 'searchString' | 'vendor'> {
  const asked = get('FUNCTION').trim().toUpperCase();
  const known = FUNCTIONS.find((each) => each === asked);
  if (known === undefined) return {};
  return {
    function: known,
    ...present({
      productId: get('PRODUCTID').trim(),
      quantity: readNumber(get('QUANTITY')),
      searchString: get('SEARCHSTRING').trim(),
      vendor: get('VENDOR').trim(),
    }),
  };
}

function isFirstControl(parameters: readonly Parameter[], name: string, at: number): boolean {
  const upper = name.toUpperCase();
  return CONTROLS.includes(upper) && parameters.findIndex(([each]) => each.toUpperCase() === upper) === at;
}

function readEntry(get: Get, names: OciParameterNames): OciHtmlCall['entry'] {
  const kinds = ['product', 'category', 'search'] as const;
  const kind = kinds.find((each) => get(names[each]).trim() !== '');
  return kind && { kind, value: get(names[kind]).trim() };
}

function readLanguage(text: string): string | undefined {
  const key = text.trim();
  if (key.length === 1) return SAP_LANGUAGES[key.toUpperCase()];
  return /^[a-z]{2}(?![a-z])/i.exec(key)?.[0].toLowerCase();
}

function isOther(name: string, { parameters, fixedParameters, cancelParameter }: OciCallOptions): boolean {
  const taken = [...Object.values(parameters), ...Object.keys(fixedParameters), cancelParameter];
  return !SECRET.test(name) && !STANDARD.includes(name) && !taken.some((each) => each?.toUpperCase() === name);
}
