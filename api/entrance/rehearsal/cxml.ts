import type { CredentialName, CxmlHeader } from '../../../formats/cxml/credentials.ts';
import type { CxmlDocument } from '../../../formats/cxml/envelope.parse.ts';
import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import { parsePunchOutSetupRequest } from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import type { Agreement } from '../../../partners/agreement.ts';
import { readAuthorization } from '../../../partners/credentials.ts';
import { cxmlNames } from '../../../partners/cxml.ts';
import type { AgreementInForce } from '../../../partners/partners.ts';
import { returnAddress } from '../../../partners/returnAddress.ts';
import { chooseCustomer } from '../../../sessions/customer.ts';
import { openFor, type Shopper } from '../../punchout/door.ts';
import { shopperClaims } from '../../punchout/cxml/setupRequest.ts';
import type { CxmlShopper } from '../../punchout/cxml/shopper.ts';
import { agreedFormats, notAgreed } from '../../../intake/look.ts';
import { expected, fromProblem, readCxml } from '../../../intake/cxml/read.ts';
import { shownBySender } from '../cxml/sender.ts';
import { requireNames, servedByName, type CxmlNames } from '../../../intake/cxml/names.ts';
import type { Guest } from '../../../intake/guest.ts';
import type { ContentGiven } from './content.ts';
import type { ReadContent } from './rehearse.ts';

/** Documents that open a visit in the shop. */
const PUNCH_OUT = ['PunchOutSetupRequest'];

type WithHeader = CxmlDocument & { readonly header: CxmlHeader };

/** A document in cXML: Sender, From and To, and what it wants. */
export async function rehearseCxml(given: ContentGiven): Promise<ReadContent | undefined> {
  const { rehearsal, pasted } = given;
  rehearsal.visit.check = 'body';
  const document = await rehearsal.try('content', 'cXML', () => withHeader(pasted.body));
  if (!document) return undefined;
  const door = pasted.address?.door ?? (PUNCH_OUT.includes(document.name) ? 'punchout' : 'punchin');
  const header = readAuthorization(pasted.headers.get('authorization'));
  const shown = [...shownBySender(document.header), ...(door === 'punchin' && header ? [header] : [])];
  return {
    ...{ door, shown },
    rest: (guest) => (door === 'punchout' ? punchOut(given, guest, document) : order(given, guest, document)),
  };
}

function withHeader(bytes: Uint8Array): WithHeader {
  const document = readCxml(bytes, undefined);
  if (document.header) return { ...document, header: document.header };
  throw fromProblem(new CxmlProblem(400, 'The document has no Header.', { element: 'cXML/Header' }));
}

/** The partner itself, or the one of a hub that From names. */
async function whose(
  { rehearsal, served }: ContentGiven,
  guest: Guest,
  header: CxmlHeader,
  namesOf: (agreement: Agreement) => CxmlNames,
): Promise<{ readonly partner: Shopper['partner']; readonly agreement: AgreementInForce } | undefined> {
  if (guest.kind !== 'hub') return { partner: guest, agreement: guest.agreement };
  const directory = { servedBy: served };
  const only = await rehearsal.try('from', told(header.from), () =>
    servedByName({ directory }, rehearsal.visit, guest, header, namesOf),
  );
  return only && { partner: only, agreement: only.agreement };
}

async function checkNames({ rehearsal }: ContentGiven, header: CxmlHeader, names: CxmlNames): Promise<void> {
  await rehearsal.try('from', told(header.from), () => requireNames(rehearsal.visit, header, { ...names, to: [] }));
  if (header.from.length === 0) return;
  // From was looked at: whatever it says, To is told for itself.
  const own = { from: header.from, to: names.to };
  await rehearsal.try('to', told(header.to), () => requireNames(rehearsal.visit, header, own));
}

function told(names: readonly CredentialName[]): string {
  return names.map(({ domain, identity }) => `${domain}/${identity}`).join(', ');
}

async function punchOut(given: ContentGiven, guest: Guest, document: WithHeader): Promise<void> {
  const { rehearsal, em } = given;
  const { header } = document;
  const of = await whose(given, guest, header, ({ punchOut: open }) => open?.cxml ?? { from: [], to: [] });
  if (!of) return;
  const shopper: CxmlShopper | undefined = await rehearsal.try('protocol', 'cXML', () =>
    openFor(rehearsal.visit, of.partner, of.agreement, 'cxml'),
  );
  if (!shopper) return;
  await checkNames(given, header, shopper.settings);
  if (document.name !== 'PunchOutSetupRequest') return;
  rehearsal.visit.check = 'body';
  const request = await rehearsal.try('content', document.name, () =>
    expected(() => parsePunchOutSetupRequest(document)),
  );
  if (!request) return;
  const { browserFormPost } = request;
  rehearsal.visit.check = 'returnAddress';
  await rehearsal.try('returnAddress', browserFormPost ?? '', () =>
    returnAddress(browserFormPost, 'BrowserFormPost/URL', shopper.punchOut),
  );
  rehearsal.visit.check = 'customer';
  const { claim } = shopperClaims(request, document, shopper);
  await rehearsal.try('customer', told(header.from), () => chooseCustomer(em, of.agreement.settings, claim));
}

async function order(given: ContentGiven, guest: Guest, document: WithHeader): Promise<void> {
  const { rehearsal } = given;
  const of = await whose(given, guest, document.header, cxmlNames);
  if (!of) return;
  await checkNames(given, document.header, cxmlNames(of.agreement.settings));
  rehearsal.visit.check = 'body';
  await rehearsal.try('format', document.name, () => {
    const takes = agreedFormats(of.agreement).some((format) => format.startsWith('cxml-'));
    if (!takes) throw notAgreed('cXML', 'cXML', of.agreement);
  });
}
