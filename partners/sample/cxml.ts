/** A setup request or an order in cXML. */
import { cxmlVersions } from '../../formats/cxml/versions.ts';
import type { Credential, CredentialName } from '../../formats/cxml/credentials.ts';
import { sameName } from '../../formats/cxml/credentials.ts';
import type { CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import type { PunchOutSetupRequest } from '../../formats/cxml/punchOutSetupRequest.parse.ts';
import { child } from '../../formats/cxml/read.ts';
import type { ShopKnowledge } from './ask.ts';
import { readBuyer } from './customer.ts';
import { readOrder } from './order.ts';
import { likelyPlatform, type Mark } from './platform.ts';
import type { Findings, SampleCredential, SamplePlace } from './reading.ts';
import { readReturnAddress } from './returnAddress.ts';
import type { Sample } from './sample.ts';

/** Extrinsics that say who shops. */
const USER_EXTRINSICS = /^(unique_?(user)?name|user_?e?mail|user|user_?id|user_?printable_?name)$/i;

/** Where things stand in a document that was pasted with `before` lines above it. */
class Places {
  readonly #document: CxmlDocument;
  readonly #before: number;

  constructor(document: CxmlDocument, before: number) {
    this.#document = document;
    this.#before = before;
  }

  /** @param path below the root, `/` between the names; an attribute after `/@` */
  at(path: string, found?: string): SamplePlace {
    const names = path.split('/').filter((name) => !name.startsWith('@'));
    const line = (names[0] === '' ? this.#document.root : child(this.#document.root, ...names))?.line;
    return {
      element: path || 'cXML',
      ...(line !== undefined && { line: line + this.#before }),
      ...(found !== undefined && { found }),
    };
  }
}

export function readSetupRequest(
  findings: Findings,
  { document, request, before }: Extract<Sample, { kind: 'setupRequest' }>,
  shop: ShopKnowledge,
): SampleCredential {
  const places = new Places(document, before);
  findings.guess('formats', [], 'sample', places.at('Request/PunchOutSetupRequest'));
  const credential = readNames(findings, 'punchOut.cxml', document, places);
  const customer = readBuyer(findings, shop, places.at('Header/From', namesText(document.header?.from ?? [])));
  if (customer !== undefined)
    findings.guess('punchOut.customer.default', customer, 'identity', places.at('Header/From'));
  const address = request.browserFormPost;
  const at = places.at('Request/PunchOutSetupRequest/BrowserFormPost/URL');
  if (address === undefined) findings.note('returnAddressMissing');
  else readReturnAddress(findings, address, at);
  readVersions(findings, document, places);
  readExtrinsics(findings, request, places);
  readCxmlLanguage(findings, 'punchOut.language', document, places);
  const found = likelyPlatform(marksOf(document, places, address));
  if (found) findings.guess('punchOut.platform', found.platform, 'mark', found.mark);
  else findings.note('platformUnknown');
  findings.note('prices');
  return credential;
}

export function readCxmlOrder(
  findings: Findings,
  { document, order, before }: Extract<Sample, { kind: 'cxmlOrder' }>,
  shop: ShopKnowledge,
): SampleCredential {
  const places = new Places(document, before);
  findings.read('formats', ['cxml-order-request'], places.at('Request/OrderRequest'));
  const credential = readNames(findings, 'cxml', document, places);
  readBuyer(findings, shop, places.at('Header/From', namesText(document.header?.from ?? [])));
  readCxmlLanguage(findings, 'answers.language', document, places);
  readOrder(findings, { ...order, before, seller: places.at('Header/To') }, shop);
  return credential;
}

/** The names of the parties, and of the credential that Sender shows. */
function readNames(findings: Findings, group: string, { header }: CxmlDocument, places: Places): SampleCredential {
  const [from, to] = [namesOf(header?.from), namesOf(header?.to)];
  if (from.length > 0) findings.read(`${group}.from`, from, places.at('Header/From/Credential', namesText(from)));
  else findings.note('fromMissing');
  if (to.length > 0) findings.read(`${group}.to`, to, places.at('Header/To/Credential', namesText(to)));
  const sender = header?.sender[0];
  if (header?.sender.some(({ sharedSecret }) => sharedSecret !== undefined)) {
    findings.note('secretLeftOut', ['Header/Sender/Credential/SharedSecret']);
  }
  if (!sender || sender.identity.trim() === '') return { kind: 'cxml' };
  if (from.length > 0 && !from.some((name) => sameName(name, sender)))
    findings.note('otherSender', [namesText([sender])]);
  return { kind: 'cxml', user: namesText([sender]) };
}

function namesOf(credentials: readonly Credential[] = []): CredentialName[] {
  const named = credentials.filter(({ domain, identity }) => domain.trim() !== '' && identity.trim() !== '');
  return named.map(({ domain, identity }) => ({ domain, identity }));
}

function namesText(names: readonly CredentialName[]): string {
  return names.map(({ domain, identity }) => `${domain}/${identity}`).join(', ');
}

/** The newest version that we write and that is not newer than the sample's. */
function readVersions(findings: Findings, { version }: CxmlDocument, places: Places): void {
  if (version === undefined) return;
  const known = cxmlVersions.filter((one) => !isNewer(one, version)).at(-1);
  if (!known) return;
  const from = places.at('', version);
  for (const setting of ['cartVersion', 'responseVersion'])
    findings.guess(`punchOut.cxml.${setting}`, known, 'sample', from);
}

function isNewer(one: string, than: string): boolean {
  const [a, b] = [one, than].map((version) => version.split('.').map(Number));
  const at = a!.findIndex((part, index) => part !== (b![index] ?? 0));
  return at >= 0 && a![at]! > (b![at] ?? 0);
}

function readExtrinsics(findings: Findings, { extrinsics }: PunchOutSetupRequest, places: Places): void {
  const names = [...new Set(extrinsics.map(({ name }) => name).filter((name) => name !== ''))];
  const users = names.filter((name) => USER_EXTRINSICS.test(name));
  const from = places.at('Request/PunchOutSetupRequest/Extrinsic', users.join(', '));
  if (users.length > 0) findings.guess('punchOut.cxml.userExtrinsics', users, 'name', from);
  const others = names.filter((name) => !users.includes(name));
  if (others.length > 0) findings.note('parametersLeft', others);
}

function readCxmlLanguage(findings: Findings, setting: string, { language = '' }: CxmlDocument, places: Places): void {
  const known = (['sv', 'en'] as const).find((one) => language.toLowerCase().startsWith(one));
  if (known) findings.read(setting, known, places.at('', language));
}

function marksOf({ header }: CxmlDocument, places: Places, address: string | undefined): Mark[] {
  const host = address === undefined ? undefined : URL.parse(address.trim())?.host;
  const mark = (path: string, found: string | undefined): Mark[] => (found ? [{ ...places.at(path), found }] : []);
  return [
    ...mark('Header/Sender/UserAgent', header?.userAgent),
    ...mark('Request/PunchOutSetupRequest/BrowserFormPost/URL', host),
    ...namesOf(header?.from).flatMap((name) => mark('Header/From/Credential', `${name.domain} ${name.identity}`)),
    ...namesOf(header?.sender).flatMap((name) => mark('Header/Sender/Credential', `${name.domain} ${name.identity}`)),
  ];
}
