import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { CredentialFault } from '../partners/credentialFault.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { ErrorDetail, ErrorType } from '../platform/errors.ts';
import { RefusedRequest, type IntakeCheck } from './refusedRequest.entity.ts';

/** How much of a refused body is kept. */
export const KEPT_BODY_BYTES = 4_096;
export const KEPT_DAYS = 30;

const MASK = '***';
const LONGEST_VALUE = 500;
const MOST_DETAILS = 20;

/** Headers whose values help to find what is wrong and carry no secret; of the others only the name is kept. */
const OPEN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expect',
  'from',
  'host',
  'message-id',
  'soapaction',
  'subject',
  'traceparent',
  'transfer-encoding',
  'user-agent',
  'via',
  'x-forwarded-for',
  'x-request-id',
]);

/** Element, attribute, JSON and form names of secrets, with what follows up to the end of the value, closed or cut off. */
const SECRET_NAME = '(?:[\\w-]{0,64}(?:secret|passw(?:or)?d|passphrase|token|api-?key|authori[sz]ation)[\\w-]{0,64})';
const SECRET_ELEMENT = new RegExp(`(<(?:[\\w-]{1,64}:)?${SECRET_NAME}(?:\\s[^>]*)?>)([^<]+)`, 'gi');
const SECRET_VALUE = new RegExp(`(\\b${SECRET_NAME}["']?\\s*[:=]\\s*)("[^"]*"?|'[^']*'?|[^\\s&"'<>]+)`, 'gi');
const CREDENTIAL = /\b((?:Basic|Bearer)\s+)([A-Za-z0-9+/=._~-]{6,})/gi;
/** The value after Basic or Bearer first: by its name, only that word would be one. */
const SECRETS = [CREDENTIAL, SECRET_ELEMENT, SECRET_VALUE];

/** Request headers as they may be kept. @param secrets what the caller showed, masked wherever it stands */
export function maskHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  secrets: readonly string[] = [],
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value : value.join(', ');
    kept[name] = OPEN_HEADERS.has(name.toLowerCase()) ? maskText(text, secrets).slice(0, LONGEST_VALUE) : MASK;
  }
  return kept;
}

/** The head of a body as text that may be kept. */
export function maskBody(head: Uint8Array, secrets: readonly string[] = []): string {
  // Without the NULs, UTF-16 is readable, and PostgreSQL takes it.
  const text = Buffer.from(head.subarray(0, KEPT_BODY_BYTES)).toString('utf8').replaceAll('\0', '');
  return maskText(text, secrets);
}

/** A text without secrets: those that the caller showed, and what is named like one. */
export function maskText(text: string, secrets: readonly string[] = []): string {
  let masked = text;
  for (const secret of secrets) if (secret !== '') masked = masked.replaceAll(secret, MASK);
  for (const pattern of SECRETS) masked = masked.replace(pattern, `$1${MASK}`);
  return masked.replaceAll('\0', '');
}

/** The same for lines of a document that is shown: none is lost or moved, also where a secret is written on several. */
export function maskLines(lines: readonly string[]): string[] {
  let masked = lines.join('\n');
  for (const pattern of SECRETS) {
    const covered = (_: string, name: string, secret: string) => name + secret.replaceAll(/[^\n]+/g, MASK);
    masked = masked.replace(pattern, covered);
  }
  return masked.split('\n');
}

export interface RequestToKeep {
  readonly reference: string;
  readonly path: string;
  readonly remoteAddress: string;
  readonly claimedUser: string | undefined;
  readonly partnerId: string | undefined;
  readonly inboundDocumentId: string | undefined;
  readonly mode: Mode | undefined;
  readonly failedCheck: IntakeCheck;
  readonly error: ErrorType;
  /** Of a log-in that was refused. */
  readonly credentialFault: CredentialFault | undefined;
  /** HTTP status that was answered. */
  readonly status: number;
  readonly message: string;
  readonly details: readonly ErrorDetail[];
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The beginning of the body, as far as it was read. */
  readonly head: Uint8Array;
  /** What the caller showed as secret, so that no copy of it is kept. */
  readonly secrets: readonly string[];
}

/** Keeps a refused request, masked. */
export async function keepRefusedRequest(em: EntityManager, request: RequestToKeep): Promise<void> {
  const { secrets, head, headers, path, claimedUser, message, partnerId, inboundDocumentId, ...others } = request;
  const { mode, credentialFault, details, ...rest } = others;
  await em.insert(RefusedRequest, {
    ...rest,
    id: v7(),
    at: new Date(),
    path: maskText(path, secrets).slice(0, LONGEST_VALUE),
    claimedUser: claimedUser === undefined ? null : maskText(claimedUser, secrets).slice(0, 200),
    partnerId: partnerId ?? null,
    inboundDocumentId: inboundDocumentId ?? null,
    mode: mode ?? null,
    credentialFault: credentialFault ?? null,
    message: maskText(message, secrets),
    details: details.slice(0, MOST_DETAILS).map((detail) => maskDetail(detail, secrets)),
    headers: maskHeaders(headers, secrets),
    body: maskBody(head, secrets),
  });
}

function maskDetail(detail: ErrorDetail, secrets: readonly string[]): ErrorDetail {
  const values = Object.entries(detail).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? maskText(value, secrets).slice(0, LONGEST_VALUE) : value,
  ]);
  return Object.fromEntries(values) as ErrorDetail;
}

/** Forgets refused requests from before the day. @returns how many */
export async function purgeRefusedRequests(
  em: EntityManager,
  before = new Date(Date.now() - KEPT_DAYS * 86_400_000),
): Promise<number> {
  return em.nativeDelete(RefusedRequest, { at: { $lt: before } });
}

/** Refused requests, newest first. */
export async function listRefusedRequests(
  em: EntityManager,
  filter: { readonly partnerId?: string; readonly before?: string; readonly limit: number },
): Promise<RefusedRequest[]> {
  const where = {
    ...(filter.partnerId === undefined ? {} : { partnerId: filter.partnerId }),
    ...(filter.before === undefined ? {} : { id: { $lt: filter.before } }),
  };
  return em.find(RefusedRequest, where, { orderBy: { id: 'desc' }, limit: filter.limit, disableIdentityMap: true });
}

/** How many requests were refused after the one that was seen last, at most so many. @param than id; undefined: of all */
export async function countNewerRefusals(
  em: EntityManager,
  filter: { readonly partnerId?: string; readonly than: string | undefined; readonly most: number },
): Promise<number> {
  const { than, most, ...of } = filter;
  const where = { ...of, ...(than !== undefined && { id: { $gt: than } }) };
  const rows = await em.find(RefusedRequest, where, { fields: ['id'], limit: most, disableIdentityMap: true });
  return rows.length;
}
