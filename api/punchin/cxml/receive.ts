import type { Response } from 'express';
import { v7 } from 'uuid';
import { CHUNK_BYTES } from '../../../documents/chunks.ts';
import type { Receipt } from '../../../documents/inbound.ts';
import { maskHeaders } from '../../../documents/refusedRequests.ts';
import { rootPart } from '../../../documents/rootPart.ts';
import { keptFailure } from '../../../documents/unreadable.ts';
import type { CxmlHeader } from '../../../formats/cxml/credentials.ts';
import type { CxmlDocument } from '../../../formats/cxml/envelope.parse.ts';
import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import { writeProfileResponse } from '../../../formats/cxml/profileResponse.write.ts';
import { writeResponse } from '../../../formats/cxml/response.write.ts';
import type { PartnerAtAddress } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { envelopeOf, sendCxml, sendCxmlError } from '../../entrance/cxml/answer.ts';
import { fromProblem, readCxml } from '../../../intake/cxml/read.ts';
import { admitSender } from '../../entrance/cxml/sender.ts';
import { refuseWhilePaused, type Guest } from '../../../intake/guest.ts';
import { shownSecrets, type Visit } from '../../entrance/visit.ts';
import type { TellError } from '../../errors.ts';
import { tooLarge, wholeOf, type ArrivingBody } from '../../../intake/arriving.ts';
import type { Intake } from '../router.ts';
import { start } from '../../../intake/start.ts';
import { store } from '../../../intake/store.ts';
import { findCaller, type Caller } from '../../../intake/cxml/caller.ts';
import { keepable, seenDocument } from '../../../intake/cxml/seen.ts';
import { checkTaken, type CxmlArrival } from '../../../intake/cxml/taken.ts';

/** A body that was read, and is cXML by its beginning. */
interface ArrivedCxml {
  readonly found: PartnerAtAddress;
  readonly body: ArrivingBody;
  /** Why it was not read to its end. */
  readonly cut: RoundtripError | undefined;
}

/** In force since the process began: hubs ask about daily. */
const effectiveDate = new Date().toISOString();

/**
 * An OrderRequest: Sender is authenticated, the bytes are stored with the secret masked, and Status 200 is the receipt once they are
 * durable (cXML digest, sections 2 to 4 and 7). What is wrong is told as a Status. A document that is refused after authentication is
 * kept in state refused.
 */
export async function receiveCxml(
  intake: Intake,
  visit: Visit,
  res: Response,
  { found, body, cut }: ArrivedCxml,
): Promise<void> {
  const { deps } = intake;
  const tellError: TellError = (error) => {
    sendCxmlError(deps, visit, res, error, visit.partner?.agreement?.settings.cxml);
  };
  res.locals['tellError'] = tellError;
  visit.check = 'size';
  if (cut) throw cut;
  visit.check = 'body';
  const { sha256, bytes } = body.finish();
  const whole = await wholeOf(bytes);
  const root = rootPart(whole, visit.req.get('content-type') ?? '');
  const document = readCxml(root.bytes, root.charset);
  const { header } = document;
  if (!header) throw fromProblem(new CxmlProblem(400, 'The document has no Header.', { element: 'cXML/Header' }));
  const guest = await admitSender(intake.gate, visit, found, header);
  refuseWhilePaused(visit, guest.paused);
  const { caller, stranger } = await callerOf(intake, visit, guest, document, header);
  checkSize(visit, caller, body.size);
  if (!stranger && document.kind === 'request' && document.name === 'ProfileRequest')
    return answerProfile(intake, visit, res, caller);
  const kept = keepable(whole, header);
  const arrived = {
    ...describe(visit, caller, body),
    ...seenDocument(document, header, caller.agreement.settings),
    sha256,
  };
  const arrival = { document, header, agreement: caller.agreement, arrived, attachments: root.attachments };
  const failure = stranger ?? (await refusalOf(deps, visit, arrival));
  const { language } = caller.agreement.settings.answers;
  const em = deps.orm.em.fork();
  const judged = { ...arrived, ...(failure && keptFailure(failure, language)) };
  const receipt = await store(em, guest, judged, { whole: kept, head: kept.subarray(0, CHUNK_BYTES) }, failure);
  if (failure) {
    visit.documentId = receipt.id;
    if (!receipt.kept) throw failure;
    return sendReceipt(intake, visit, res, caller, receipt);
  }
  sendReceipt(intake, visit, res, caller, receipt);
  if (!receipt.repeated) void start(deps, { ...caller, number: arrived.number, format: arrived.format }, receipt);
}

/** Whose document it is; where a hub has no partner of the name in From, the hub's own, and why. */
async function callerOf(
  { gate, deps }: Intake,
  visit: Visit,
  guest: Guest,
  document: CxmlDocument,
  header: CxmlHeader,
): Promise<{ readonly caller: Caller; readonly stranger?: RoundtripError }> {
  const houses = { em: deps.orm.em.fork(), directory: gate.directory };
  try {
    const caller = await findCaller(houses, visit, guest, document, header);
    if (guest.kind === 'hub') visit.servedId = caller.partner.id;
    return { caller };
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type !== 'SenderMismatch') throw error;
    return { caller: { guest, partner: guest, agreement: guest.agreement }, stranger: error };
  }
}

function checkSize(visit: Visit, { agreement }: Caller, size: number): void {
  visit.check = 'size';
  const limit = agreement.settings.limits.bytes;
  if (size > limit) throw tooLarge(limit, `${size} bytes`);
}

/** What makes the document unusable, if anything: everything else is looked at once it is stored. */
async function refusalOf(
  deps: Intake['deps'],
  visit: Visit,
  arrival: CxmlArrival,
): Promise<RoundtripError | undefined> {
  try {
    await checkTaken(deps.orm.em.fork(), visit, arrival);
    return undefined;
  } catch (error) {
    if (error instanceof RoundtripError && error.type !== 'StoreUnavailable') return error;
    throw error;
  }
}

function describe(visit: Visit, { guest, partner, agreement }: Caller, body: ArrivingBody) {
  const { req, reference, receivedAt, remoteAddress } = visit;
  return {
    id: v7(),
    ...{ reference, receivedAt, remoteAddress },
    partnerId: partner.id,
    partnerCode: partner.code,
    partnerName: partner.name,
    ...(guest.kind === 'hub' && { hubId: guest.id }),
    mode: agreement.mode,
    agreementVersion: agreement.version,
    size: body.size,
    contentType: (req.get('content-type') ?? '').slice(0, 200),
    headers: maskHeaders(req.headers, shownSecrets(visit)),
  };
}

/** Status 200: stored, not accepted. A repeat of the same bytes gets the answer that the first got. */
function sendReceipt({ deps }: Intake, visit: Visit, res: Response, { agreement }: Caller, receipt: Receipt): void {
  const { reference, repeated } = receipt;
  const message = `The document is stored. Reference: ${reference}.`;
  sendCxml(res, writeResponse(envelopeOf(deps, receipt, agreement.settings.cxml), { code: 200, message }));
  const outcome = repeated ? 'duplicate' : 'received';
  deps.metrics.receipts.observe({ outcome }, (performance.now() - visit.begin) / 1_000);
}

/** ProfileRequest: which requests are taken, and where (cXML digest, section 5). */
function answerProfile({ deps }: Intake, visit: Visit, res: Response, { agreement }: Caller): void {
  const url = `${deps.config.publicUrl}${visit.req.originalUrl.replace(/\?.*/s, '')}`;
  const transactions = [
    { requestName: 'ProfileRequest', url },
    { requestName: 'OrderRequest', url, options: { attachments: 'yes', changes: 'no' } },
    ...(agreement.settings.intake.statuses.includes('cxml-status-update-request')
      ? [{ requestName: 'StatusUpdateRequest', url }]
      : []),
  ];
  const envelope = envelopeOf(deps, visit, agreement.settings.cxml);
  sendCxml(res, writeProfileResponse(envelope, { effectiveDate, transactions }));
}
