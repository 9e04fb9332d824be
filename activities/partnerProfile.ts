import { LRUCache } from 'lru-cache';
import { v7 } from 'uuid';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { parseCxml } from '../formats/cxml/envelope.parse.ts';
import { CxmlProblem } from '../formats/cxml/problem.ts';
import { writeProfileRequest } from '../formats/cxml/profileRequest.write.ts';
import { parseProfileResponse, transactionOf, type PartnerProfile } from '../formats/cxml/profileResponse.parse.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';
import type { FormatId } from '../formats/document/order.ts';
import { shown } from '../formats/document/shown.ts';
import { XmlError } from '../formats/xml/error.ts';
import type { Agreement } from '../partners/agreement.ts';
import { cxmlNames } from '../partners/cxml.ts';
import type { HttpDocument, HttpOutcome } from '../transports/http/send.ts';
import { contentTypeOf } from './contentTypes.ts';

export type Request = Pick<HttpDocument, 'url' | 'messageId' | 'contentType' | 'headers' | 'size' | 'body'>;
type NotAnswered = Exclude<HttpOutcome, { kind: 'answered' }>;

/** What the attempt to send a document has in hand. */
export interface Sending {
  readonly document: OutboundDocument;
  readonly settings: Agreement;
  /** Where the partner tells its profile. */
  readonly url: string;
  /** Of Sender; absent: the partner asks for none. */
  readonly secret: string | undefined;
  /** Posts with what the partner's addresses ask for. */
  readonly post: (request: Request) => Promise<HttpOutcome>;
}

/** Profiles change rarely; hubs ask daily (cXML digest, section 5). */
const FRESH = 3_600_000;
const MOST_TEXT = 200;
const known = new LRUCache<string, PartnerProfile>({ max: 1_000, ttl: FRESH });

const requests: Readonly<Partial<Record<FormatId, string>>> = {
  'cxml-confirmation-request': 'ConfirmationRequest',
  'cxml-ship-notice-request': 'ShipNoticeRequest',
  'cxml-status-update-request': 'StatusUpdateRequest',
};

/**
 * Where a partner takes a document by its own ProfileResponse, which is asked for once an hour. Undefined where its profile has no such
 * request.
 * @returns the address, or how asking failed: the attempt to send the document has failed alike
 */
export async function profiledUrl(sending: Sending): Promise<string | undefined | NotAnswered> {
  const { document } = sending;
  const request = requests[document.format];
  if (request === undefined) return undefined;
  const key = `${document.partner} ${document.mode} ${sending.url}`;
  const profile = known.get(key) ?? (await ask(sending));
  if ('kind' in profile) return profile;
  known.set(key, profile);
  const url = transactionOf(profile, request)?.url;
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

async function ask(sending: Sending): Promise<PartnerProfile | NotAnswered> {
  const body = profileRequest(sending);
  const { url } = sending;
  const contentType = contentTypeOf(sending.document.format);
  const outcome = await sending.post({ url, messageId: `urn:uuid:${v7()}`, contentType, size: body.length, body });
  if (outcome.kind !== 'answered') return outcome;
  try {
    return parseProfileResponse(parseCxml(Buffer.from(outcome.body)));
  } catch (error) {
    if (error instanceof XmlError) return { kind: 'failed', fault: { code: 'NO_CXML', status: outcome.status } };
    if (!(error instanceof CxmlProblem)) throw error;
    const text = shown(error.message, MOST_TEXT);
    return { kind: 'failed', fault: { code: 'CXML_STATUS', status: error.code, text } };
  }
}

function profileRequest({ document, settings, secret }: Sending): Buffer {
  const { from: to, to: from } = cxmlNames(settings);
  const sender = from[0] ?? { domain: '', identity: '' };
  const text = writeProfileRequest({
    version: settings.cxml.confirmationVersion,
    payloadId: `profile.${v7()}@${document.partner}.roundtrip`,
    timestamp: new Date().toISOString(),
    language: settings.answers.language,
    ...{ from, to, sender, userAgent: 'Roundtrip' },
    test: document.mode === 'test',
  });
  return Buffer.from(secret === undefined ? text : withSharedSecret(text, secret));
}
