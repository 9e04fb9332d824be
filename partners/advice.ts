/** What of an agreement can be stored and may still surprise: each with the setting that it is about. Pure. */
import type { Agreement } from './agreement.ts';
import type { CredentialInfo } from './credentials.ts';
import type { CredentialKind, Mode } from './partner.entity.ts';

export const adviceCodes = [
  'noAddress',
  'noBasicSecret',
  'noFormSecret',
  'noCxmlSecret',
  'customerUnknown',
  'secretUnknown',
  'everyCustomer',
  'noReturnHost',
  'noCustomerInCall',
  'plainHttp',
  'plainHttpAddress',
  'answersKept',
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

export interface Advice {
  readonly code: AdviceCode;
  /** `bad`: it will not work. `warn`: it may surprise. `info`: good to know. */
  readonly tone: 'bad' | 'warn' | 'info';
  /** Of the setting. */
  readonly path: string;
  /** Customer number, name of a secret, address. */
  readonly found?: string;
}

export interface AdviceFacts {
  readonly mode: Mode;
  readonly hasAddress: boolean;
  /** Behind a hub, which shows a secret of its own. */
  readonly hasHub: boolean;
  readonly credentials: readonly CredentialInfo[];
  /** Of `customersNamed`, those that the shop does not have. */
  readonly unknownCustomers: readonly string[];
}

/** Every customer number that an agreement names. */
export function customersNamed({ customers, matching, punchOut, messages }: Agreement): string[] {
  const one = [matching.defaultCustomer, punchOut?.customer.default].filter((each) => each !== undefined);
  const known = Object.values(punchOut?.customer.known ?? {});
  return [...new Set([...customers, ...one, ...known, ...Object.keys(messages.customers)])];
}

export function adviceFor(agreement: Agreement, facts: AdviceFacts): Advice[] {
  return [
    ...(facts.hasAddress || facts.hasHub ? [] : [{ code: 'noAddress', tone: 'bad', path: '' } as const]),
    ...missingSecrets(agreement, facts),
    ...facts.unknownCustomers.map(
      (found) => ({ code: 'customerUnknown', tone: 'warn', path: 'customers', found }) as const,
    ),
    ...unknownSecrets(agreement, facts),
    ...aboutOrders(agreement),
    ...aboutPunchOut(agreement, facts),
  ];
}

/** What the partner logs in with. */
function missingSecrets({ formats, punchOut }: Agreement, { mode, credentials, hasHub }: AdviceFacts): Advice[] {
  const active = credentials.filter((each) => each.mode === mode && each.direction === 'in' && each.revokedAt === null);
  const has = (...kinds: CredentialKind[]): boolean => active.some(({ kind }) => kinds.includes(kind));
  const takesCxml = formats.includes('cxml-order-request') || punchOut?.cxml !== undefined;
  const takesUbl = formats.some((format) => format !== 'cxml-order-request');
  const takesForms = punchOut?.oci !== undefined || punchOut?.peppol !== undefined;
  if (hasHub) return takesForms && !has('form') ? [missing('noFormSecret', 'punchOut')] : [];
  return [
    ...(takesUbl && !has('basic', 'bearer') ? [missing('noBasicSecret', 'formats')] : []),
    ...(takesForms && !has('form') ? [missing('noFormSecret', 'punchOut')] : []),
    ...(takesCxml && !has('cxml') ? [missing('noCxmlSecret', 'cxml')] : []),
  ];
}

function missing(code: AdviceCode, path: string): Advice {
  return { code, tone: 'bad', path };
}

/** Secrets that the agreement names and nobody has set. */
function unknownSecrets({ orderResponses, addresses, cxml }: Agreement, { mode, credentials }: AdviceFacts): Advice[] {
  const set = credentials.filter((each) => each.mode === mode && each.direction === 'out' && each.revokedAt === null);
  const named: readonly (readonly [path: string, name: string | undefined])[] = [
    ['orderResponses.credential', orderResponses?.credential],
    ['cxml.credential', cxml.credential],
    ['orderResponses.certificate', orderResponses?.certificate],
    ...(['delivery', 'status', 'mlr', 'catalogue'] as const).flatMap((type) => [
      [`addresses.${type}.credential`, addresses[type]?.credential] as const,
      [`addresses.${type}.certificate`, addresses[type]?.certificate] as const,
      [`addresses.${type}.senderCredential`, addresses[type]?.senderCredential] as const,
    ]),
  ];
  return named.flatMap(([path, found]) =>
    found === undefined || set.some(({ name }) => name === found)
      ? []
      : [{ code: 'secretUnknown', tone: 'bad', path, found } as const],
  );
}

function aboutOrders({ customers, orderResponses, answers, formats }: Agreement): Advice[] {
  const url = orderResponses?.url;
  const answered = answers.acceptance !== 'none' && formats.length > 0;
  return [
    ...(customers.length === 0 ? [{ code: 'everyCustomer', tone: 'info', path: 'customers' } as const] : []),
    ...(orderResponses === undefined && answered
      ? [{ code: 'answersKept', tone: 'info', path: 'orderResponses' } as const]
      : []),
    ...(url?.startsWith('http:')
      ? [{ code: 'plainHttpAddress', tone: 'warn', path: 'orderResponses.url', found: url } as const]
      : []),
  ];
}

function aboutPunchOut({ punchOut }: Agreement, { mode }: AdviceFacts): Advice[] {
  if (!punchOut) return [];
  const { oci, cxml, peppol, returnHosts, returnUrl, customer, plainHttp } = punchOut;
  const isOpen = oci !== undefined || cxml !== undefined || peppol !== undefined;
  const told = customer.default !== undefined || Object.keys(customer.known).length > 0;
  return [
    ...(isOpen && returnHosts.length === 0 && returnUrl === undefined
      ? [{ code: 'noReturnHost', tone: 'bad', path: 'punchOut.returnHosts' } as const]
      : []),
    ...(isOpen && !told ? [{ code: 'noCustomerInCall', tone: 'info', path: 'punchOut.customer' } as const] : []),
    ...(plainHttp && mode === 'production'
      ? [{ code: 'plainHttp', tone: 'warn', path: 'punchOut.plainHttp' } as const]
      : []),
  ];
}
