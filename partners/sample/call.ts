/** A call of OCI or a Peppol login, as a browser's form sends it. */
import { CONTROLS, SECRET, STANDARD, isSapEvent } from '../../formats/oci/call.names.ts';
import { formCharset } from '../../formats/oci/charset.ts';
import { ociVersions } from '../../formats/oci/fields.ts';
import { parsePunchOutLogin } from '../../formats/ubl/punchOutLogin.ts';
import { peppolCartSettings } from '../punchOut.ts';
import type { ShopKnowledge } from './ask.ts';
import { readBuyer } from './customer.ts';
import type { PastedParameter } from './parameters.ts';
import { likelyPlatform } from './platform.ts';
import type { Findings, SampleCredential, SamplePlace } from './reading.ts';
import { readReturnAddress } from './returnAddress.ts';

/** How parameters are called that say the same (OCI digest, 3.2); the first that the call has counts. */
const NAMES = {
  user: /^(user_?name|user|user_?id|login(_?name)?|uname|name)$/i,
  customer: /^(customer(_?(id|no|number))?|cust_?no|kund(nr|nummer)?|kunnr|client|company|organi[sz]ation)$/i,
  userId: /^(unique_?name|employee_?(id|no)|buyer_?user|shopper(_?id)?)$/i,
  userName: /^(full_?name|display_?name|user_?full_?name)$/i,
  userMail: /^(e?[-_]?mail|user_?e?mail|mail_?address)$/i,
  deliveryPlace: /^(delivery_?(place|address)(_?id)?|ship_?to(_?id)?|gln)$/i,
  language: /^(langu|language|lang|sap-language|locale)$/i,
} as const;
/** Values of these are nobody's secret and nobody's name. */
const SHOWN = /^(~|oci_?version|opi_?version|function|http_content_charset|returntarget|langu|language|lang|sap-)/i;

/** The first parameter of a kind that was not taken for another one. */
type Find = (pattern: RegExp) => PastedParameter | undefined;

export function readOciCall(
  findings: Findings,
  parameters: readonly PastedParameter[],
  shop: ShopKnowledge,
): SampleCredential {
  const used = new Set<PastedParameter>();
  const find: Find = (pattern) => {
    const found = parameters.find((one) => !used.has(one) && pattern.test(one.name) && one.value !== '');
    if (found) used.add(found);
    return found;
  };
  const secret = find(SECRET);
  const user = find(NAMES.user);
  findings.guess('formats', [], 'sample', { element: '' });
  if (user) findings.guess('punchOut.oci.parameters.user', user.name, 'name', nameOf(user));
  if (secret) findings.guess('punchOut.oci.parameters.password', secret.name, 'name', nameOf(secret));
  readHook(findings, find);
  readVersion(findings, find);
  readNames(findings, find, shop);
  noteSecrets(findings, parameters);
  readPlatform(findings, parameters);
  noteOthers(findings, parameters, used);
  findings.note('prices');
  return { kind: 'form', ...(user && { user: user.value }) };
}

function readHook(findings: Findings, find: Find): void {
  const hook = find(/^~?(hook_?url|hookurl|return_?url|post_?url|callback(_?url)?)$/i);
  if (!hook) return findings.note('returnAddressMissing');
  findings.read('punchOut.oci.parameters.hook', hook.name, nameOf(hook));
  if (isSapEvent(hook.value)) findings.read('punchOut.oci.sapEvent', true, { ...nameOf(hook), found: hook.value });
  else readReturnAddress(findings, hook.value, nameOf(hook));
  const cancel = find(/cancel/i);
  if (cancel) findings.guess('punchOut.oci.cancelParameter', cancel.name, 'name', nameOf(cancel));
}

function readVersion(findings: Findings, find: Find): void {
  const version = find(/^oci_?version$/i);
  const known = ociVersions.find((one) => one === version?.value.trim());
  if (version && known) findings.read('punchOut.oci.version', known, placeOf(version));
  const charset = find(/^http_content_charset$/i);
  const named = charset && formCharset(charset.value);
  if (charset && named) findings.read('punchOut.oci.charset', named, placeOf(charset));
}

function readNames(findings: Findings, find: Find, { customerNumbers }: ShopKnowledge): void {
  for (const role of ['customer', 'userId', 'userName', 'userMail', 'deliveryPlace', 'language'] as const) {
    const found = find(NAMES[role]);
    if (!found) continue;
    findings.guess(`punchOut.oci.parameters.${role}`, found.name, 'name', nameOf(found));
    if (role === 'language') readLanguage(findings, found);
    if (role === 'customer') readNumber(findings, found, customerNumbers);
  }
}

function readNumber(findings: Findings, parameter: PastedParameter, customerNumbers: readonly string[]): void {
  const number = parameter.value.trim();
  if (!customerNumbers.includes(number)) return findings.note('customerUnknown', [number]);
  findings.read('customers', [number], placeOf(parameter));
}

/** One letter is SAP's own code of a language. */
function readLanguage(findings: Findings, parameter: PastedParameter): void {
  const language = /^(sv|v$)/i.test(parameter.value) ? 'sv' : /^(en|e$)/i.test(parameter.value) ? 'en' : undefined;
  if (language) findings.read('punchOut.language', language, placeOf(parameter));
}

function noteSecrets(findings: Findings, parameters: readonly PastedParameter[]): void {
  const secrets = parameters.filter(({ name, value }) => SECRET.test(name) && value !== '');
  if (secrets.length > 0) findings.note('secretLeftOut', [...new Set(secrets.map(({ name }) => name))]);
  if (secrets.some(({ inAddress }) => inAddress)) findings.note('loginInAddress');
}

function readPlatform(findings: Findings, parameters: readonly PastedParameter[]): void {
  const marks = parameters.flatMap((one) => {
    const host = isSapEvent(one.value) ? one.value : URL.parse(one.value)?.href.split('?')[0];
    const place = { element: one.name, line: one.line };
    return [{ ...place, found: one.name }, ...(host === undefined ? [] : [{ ...place, found: host }])];
  });
  const found = likelyPlatform(marks);
  if (found) findings.guess('punchOut.platform', found.platform, 'mark', found.mark);
  else findings.note('platformUnknown');
}

/** Parameters that the agreement has no setting for: only their names are told, since nobody knows what they hold. */
function noteOthers(
  findings: Findings,
  parameters: readonly PastedParameter[],
  used: ReadonlySet<PastedParameter>,
): void {
  const known = new Set([...CONTROLS, ...STANDARD]);
  const others = parameters.filter(
    (one) => !used.has(one) && !known.has(one.name.toUpperCase()) && !SECRET.test(one.name),
  );
  if (others.length > 0) findings.note('parametersLeft', [...new Set(others.map(({ name }) => name))]);
}

export function readPeppolLogin(
  findings: Findings,
  parameters: readonly PastedParameter[],
  shop: ShopKnowledge,
): SampleCredential {
  const names = peppolCartSettings.parse({}).parameters;
  const login = parsePunchOutLogin(
    parameters.map(({ name, value }) => [name, value]),
    names,
  );
  const at = (name: string): PastedParameter | undefined =>
    parameters.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const [specification, url, buyer] = [at('return_object_spec_id')!, at('post_url'), at(names.buyer)];
  findings.guess('formats', [], 'sample', { element: '' });
  if (login.document) findings.read('punchOut.peppol.documents', [login.document], placeOf(specification));
  else findings.note('cartUnknown', [login.specificationId]);
  if (url) readReturnAddress(findings, url.value, nameOf(url));
  else findings.note('returnAddressMissing');
  const customer = readBuyer(findings, shop, buyer ? placeOf(buyer) : { element: names.buyer });
  if (customer !== undefined) findings.guess('punchOut.customer.default', customer, 'identity', placeOf(buyer!));
  noteSecrets(findings, parameters);
  readPlatform(findings, parameters);
  findings.note('prices');
  return { kind: 'form', ...(login.credentials.user !== '' && { user: login.credentials.user }) };
}

function nameOf({ name, line }: PastedParameter): SamplePlace {
  return { element: name, line };
}

function placeOf(parameter: PastedParameter): SamplePlace {
  const { name, value } = parameter;
  const mayShow =
    !SECRET.test(name) &&
    (SHOWN.test(name) || NAMES.customer.test(name) || /^(return_object_spec_id|buyer_id)$/i.test(name));
  return { ...nameOf(parameter), ...(mayShow && { found: value.trim().slice(0, 200) }) };
}
