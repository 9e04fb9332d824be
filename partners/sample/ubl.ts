/** An order in UBL, with or without an envelope. */
import { changeFormats } from '../changes.ts';
import type { Identifier, Party } from '../../formats/document/order.ts';
import type { XmlElement } from '../../formats/xml/element.ts';
import { identitiesText, normaliseIdentity, partyIdentities } from '../../shop/identity.ts';
import type { ShopKnowledge } from './ask.ts';
import { readBuyer } from './customer.ts';
import { readOrder } from './order.ts';
import type { Findings, SampleCredential, SamplePlace } from './reading.ts';
import type { Sample } from './sample.ts';

const ADVANCED = /advanced_ordering/;
const ISO_6523 = /^\d{4}$/;

type UblSample = Extract<Sample, { kind: 'ublOrder' }>;

export function readUblOrder(findings: Findings, sample: UblSample, shop: ShopKnowledge): SampleCredential {
  const { header, lines } = sample.order;
  const at = (path: string, found?: string): SamplePlace => placeOf(sample, path, found);
  const buyer = at('BuyerCustomerParty/Party', identitiesText(partyIdentities(header.buyer)));
  readFormats(findings, sample, at);
  readSenders(findings, sample, buyer);
  readBuyer(findings, shop, buyer);
  readEnvelope(findings, sample);
  readLanguage(findings, sample, at);
  readOrder(findings, { header, lines, before: sample.before, seller: at('SellerSupplierParty/Party') }, shop);
  return { kind: 'basic' };
}

function placeOf({ root, before }: UblSample, path: string, found: string | undefined): SamplePlace {
  const names = path.split('/');
  let element: XmlElement | undefined = root;
  for (const name of names) element = element?.children.find((each) => each.name === name);
  return {
    element: path,
    ...(element && { line: element.line + before }),
    ...(found !== undefined && found !== '' && { found }),
  };
}

type At = (path: string, found?: string) => SamplePlace;

function readFormats(findings: Findings, { order: { header } }: UblSample, at: At): void {
  const { format, customizationId, profileId } = header;
  const isChange = changeFormats.some((one) => one === format);
  const from = at(customizationId === '' ? 'ProfileID' : 'CustomizationID', customizationId || profileId);
  if (!isChange) findings.read('formats', [format], from);
  if (!ADVANCED.test(profileId)) return;
  const together = [...(isChange ? ['peppol-3-order'] : []), ...changeFormats];
  findings.guess('formats', together, 'process', at('ProfileID', profileId));
}

/** Every identity that the buyer's documents may carry. */
function readSenders(findings: Findings, { order: { header, envelope } }: UblSample, from: SamplePlace): void {
  const named = [...identifiersOf(header.buyer), ...(envelope?.sender ? [envelope.sender] : [])];
  const unique = new Map(named.map((one) => [identitiesText([normaliseIdentity(one)]), one]));
  const senders = [...unique.values()].flatMap(({ id, scheme }) => (scheme === undefined ? [] : [{ scheme, id }]));
  if (senders.length > 0) findings.read('senders', senders, from);
}

function identifiersOf({ endpoint, identifications, legal, vat }: Party): Identifier[] {
  return [endpoint, ...identifications, legal, vat].filter((one) => one !== undefined);
}

/** Who came in an envelope is answered in one. */
function readEnvelope(findings: Findings, { order: { envelope }, header, before }: UblSample): void {
  const { sender, receiver, countryC1 } = envelope ?? {};
  if (!sender || !receiver) return;
  const [partner, shop] = [participant(sender), participant(receiver)];
  if (!partner || !shop) return;
  const from = {
    element: 'StandardBusinessDocumentHeader',
    ...(header && { line: header.line + before }),
    found: `${identitiesText([normaliseIdentity(sender)])} → ${identitiesText([normaliseIdentity(receiver)])}`,
  };
  const country = /^[A-Z]{2}$/.test(countryC1 ?? '') ? { country: countryC1 } : {};
  findings.read('envelope', { kind: 'sbdh', shop, partner, ...country }, from);
}

function participant({ id, scheme = '' }: Identifier): { readonly scheme: string; readonly id: string } | undefined {
  return ISO_6523.test(scheme) ? { scheme, id } : undefined;
}

function readLanguage(findings: Findings, { order: { header } }: UblSample, at: At): void {
  const { noteLanguage = '', buyer } = header;
  const known = (['sv', 'en'] as const).find((one) => noteLanguage.toLowerCase().startsWith(one));
  if (known) return findings.read('answers.language', known, at('Note', noteLanguage));
  const country = buyer.address?.country ?? buyer.legalAddress?.country;
  if (country === 'SE') findings.guess('answers.language', 'sv', 'country', at('BuyerCustomerParty/Party', country));
}
