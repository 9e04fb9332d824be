/** Punching out as the simulated system: by a form in the browser, or, in cXML, from server to server. */
import { v7 } from 'uuid';
import { parseCxml } from '../formats/cxml/envelope.parse.ts';
import type { CxmlItem } from '../formats/cxml/item.parse.ts';
import { writePunchOutSetupRequest } from '../formats/cxml/punchOutSetupRequest.write.ts';
import { allText, child } from '../formats/cxml/read.ts';
import type { CallNames } from '../formats/document/callNames.ts';
import type { Parameter } from '../formats/oci/parameters.ts';
import { profiles } from '../formats/ubl/profiles.ts';
import type { OciSettings, PeppolCartSettings, PunchOutSettings } from '../partners/punchOut.ts';
import { RoundtripError } from '../platform/errors.ts';
import { senderName, userAgentOf, type Buyer } from './buyer.ts';
import { masked, post, type Exchange } from './exchange.ts';

export const ways = ['oci', 'cxml', 'peppol-18a-cart', 'peppol-3-cart'] as const;
/** A protocol, of Peppol with the cart that is wanted. */
export type Way = (typeof ways)[number];

export const ociFunctions = ['SOURCING', 'DETAIL', 'VALIDATE', 'BACKGROUND_SEARCH'] as const;
export const operations = ['create', 'edit', 'inspect'] as const;

/** How a punch-out begins. */
export interface PunchOutStart {
  readonly way: Way;
  /** How the browser sends the form; cXML has none. */
  readonly method: 'get' | 'post';
  /** Of OCI; absent: a visit. */
  readonly function?: (typeof ociFunctions)[number];
  /** Words of a search, or the key or number of a product, for `function`. */
  readonly about?: string;
  readonly quantity?: string;
  /** Of cXML. */
  readonly operation: (typeof operations)[number];
  /** Cart that `edit` and `inspect` are about. */
  readonly cart?: string;
  /** Frame in which what comes back is shown. */
  readonly target: '_self' | '_top';
  /** How the shop is shown; in a sandbox the browser keeps no cookies for it. */
  readonly shownIn: 'frame' | 'sandbox' | 'window';
  /** StartPage of a cXML answer: opens the shop once. */
  readonly startPage?: string;
}

/** The user that the simulated system shops as. */
const PERSON = { id: 'anna.lindqvist', name: 'Anna Lindqvist', mail: 'anna.lindqvist@kund.example' };
const WRONG = 'not-the-secret';

/** A form as the page of a purchasing system holds it: its login is in it. */
export interface CallForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly fields: readonly Parameter[];
}

/** The ways that the agreement opens. */
export function openWays(punchOut: PunchOutSettings | undefined): Way[] {
  const documents = punchOut?.peppol?.documents ?? [];
  return ways.filter((way) => {
    if (way === 'oci' || way === 'cxml') return punchOut?.[way] !== undefined;
    return documents.includes(way);
  });
}

/** The login form of OCI or Peppol. @param wrongSecret shows another secret than the right one */
export function callForm(buyer: Buyer, step: string, start: PunchOutStart, wrongSecret = false): CallForm {
  const { punchOut } = buyer.settings;
  const secret = wrongSecret ? WRONG : buyer.secret;
  const { oci, peppol } = punchOut ?? {};
  const fields =
    start.way === 'oci'
      ? ociFields(required(oci, start.way), buyer, { step, start, secret })
      : peppolFields(required(peppol, start.way), buyer, { step, start, secret });
  return { action: buyer.punchOutUrl, method: start.method, fields };
}

function required<T>(settings: T | undefined, way: Way): T {
  if (settings !== undefined) return settings;
  throw new RoundtripError('AccessDenied', `The agreement does not open ${way}.`);
}

interface Call {
  readonly step: string;
  readonly start: PunchOutStart;
  readonly secret: string;
}

function ociFields(oci: OciSettings, buyer: Buyer, { step, start, secret }: Call): Parameter[] {
  const { parameters, fixedParameters } = oci;
  const about = start.about ?? '';
  const isOf = (...functions: string[]): boolean => start.function !== undefined && functions.includes(start.function);
  return [
    [parameters.user, buyer.userName],
    [parameters.password, secret],
    [parameters.hook, `${buyer.hookUrl}/${step}`],
    ['OCI_VERSION', oci.version],
    ['~OkCode', 'ADDI'],
    ['~TARGET', start.target],
    ['~CALLER', 'CTLG'],
    ['http_content_charset', 'utf-8'],
    ...Object.entries(fixedParameters),
    ...personFields(parameters, buyer.customerNumber),
    ...optional('FUNCTION', start.function),
    ...optional('SEARCHSTRING', isOf('SOURCING', 'BACKGROUND_SEARCH') ? about : undefined),
    ...optional('PRODUCTID', isOf('DETAIL', 'VALIDATE') ? about : undefined),
    ...optional('QUANTITY', isOf('VALIDATE') ? (start.quantity ?? '1') : undefined),
  ];
}

function peppolFields({ parameters }: PeppolCartSettings, buyer: Buyer, { step, start, secret }: Call): Parameter[] {
  const way = start.way === 'peppol-18a-cart' ? start.way : 'peppol-3-cart';
  return [
    [parameters.user, buyer.userName],
    [parameters.password, secret],
    ['return_object_spec_id', profiles[way].customizations[0]],
    ['post_url', `${buyer.hookUrl}/${step}`],
    ...personFields(parameters, undefined),
    ...optional(parameters.buyer, buyer.customerNumber),
  ];
}

function personFields(names: CallNames, customer: string | undefined): Parameter[] {
  const values: readonly (readonly [string | undefined, string | undefined])[] = [
    [names.userId, PERSON.id],
    [names.userName, PERSON.name],
    [names.userMail, PERSON.mail],
    [names.customer, customer],
  ];
  return values.flatMap(([name, value]) => (name === undefined ? [] : optional(name, value)));
}

function optional(name: string, value: string | undefined): Parameter[] {
  return value === undefined || value === '' ? [] : [[name, value]];
}

/** The form as it may be kept and shown. */
export function formText({ action, method, fields }: CallForm, { secret }: Buyer): string {
  const lines = fields.map(([name, value]) => `${name}=${value === secret || value === WRONG ? '***' : value}`);
  return [`${method.toUpperCase()} ${action}`, ...lines].join('\n');
}

/** What became of a setup request. */
export interface SetUp extends Exchange {
  readonly startPage: string | undefined;
}

/** Sends a PunchOutSetupRequest. @param items of the earlier cart, for edit and inspect */
export async function setUp(
  buyer: Buyer,
  step: string,
  start: PunchOutStart,
  { items = [], wrongSecret = false }: { readonly items?: readonly CxmlItem[]; readonly wrongSecret?: boolean } = {},
): Promise<SetUp> {
  const cxml = required(buyer.settings.punchOut?.cxml, start.way);
  const sender = senderName(buyer.settings)!;
  const body = writePunchOutSetupRequest({
    ...{ version: cxml.responseVersion, language: 'sv', payloadId: `${v7()}@simulator` },
    timestamp: new Date().toISOString(),
    ...{ from: cxml.from[0]!, to: cxml.to[0] ?? cxml.from[0]! },
    sender: { ...sender, sharedSecret: wrongSecret ? WRONG : buyer.secret },
    userAgent: userAgentOf(buyer.simulationId),
    operation: start.operation,
    buyerCookie: step,
    browserFormPost: `${buyer.hookUrl}/${step}`,
    extrinsics: { UniqueName: PERSON.id, UserEmail: PERSON.mail },
    items: start.operation === 'create' ? [] : items,
  });
  const got = await post(buyer, buyer.punchOutUrl, { body, contentType: 'text/xml; charset=utf-8' });
  const startPage = startPageOf(got.answered);
  const kept =
    startPage === undefined
      ? got.answered
      : got.answered.replaceAll(startPage, `${startPage.split('/start/')[0]}/start/***`);
  return { ...got, sent: masked(body.replaceAll(WRONG, '***'), buyer), answered: kept, startPage };
}

function startPageOf(answered: string): string | undefined {
  try {
    const url = child(parseCxml(new TextEncoder().encode(answered)).content, 'StartPage', 'URL');
    return url && allText(url).trim();
  } catch {
    return undefined;
  }
}
