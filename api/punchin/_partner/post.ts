import path from 'node:path';
import type { Response } from 'express';
import { v7 } from 'uuid';
import type { ArrivedDocument, DocumentBytes, Receipt } from '../../../documents/inbound.ts';
import { maskHeaders } from '../../../documents/refusedRequests.ts';
import { maskSharedSecrets } from '../../../documents/sharedSecrets.ts';
import { keptFailure } from '../../../documents/unreadable.ts';
import { isCxml } from '../../../formats/cxml/detect.ts';
import type { Peeked } from '../../../formats/peek.ts';
import type { AgreementInForce, PartnerAtAddress, ServedPartner } from '../../../partners/partners.ts';
import { errorTypes, RoundtripError } from '../../../platform/errors.ts';
import { sendCxmlError } from '../../entrance/cxml/answer.ts';
import type { Door } from '../../entrance/gate.ts';
import { refuseWhilePaused, type Guest } from '../../../intake/guest.ts';
import { shownSecrets, type Visit } from '../../entrance/visit.ts';
import { ArrivingBody, tooLarge, wholeOf } from '../../../intake/arriving.ts';
import { bodyTimes, readBody } from '../body.ts';
import { toExpected, type TellError } from '../../errors.ts';
import { expectsContinue, sendContinue } from '../continue.ts';
import { isMultipart } from '../../../intake/route.ts';
import { checkContent } from '../content.ts';
import { receiveCxml } from '../cxml/receive.ts';
import { agreedFormats, checkFormat, checkSender, findServed, Look, notAgreed, seenOf } from '../../../intake/look.ts';
import { documentAddress } from '../links.ts';
import type { Intake } from '../router.ts';
import { start } from '../../../intake/start.ts';
import { store } from '../../../intake/store.ts';

/** A cXML document is read whole; its attachments count. */
const LARGEST_CXML = 20_000_000;
/** Bytes that tell whether a body is cXML. */
const LOOKED_AT = 1_024;

/** Whose document it is, what is known of it, and why it is refused, if it is. */
interface Judged {
  readonly partner: { readonly id: string; readonly name: string; readonly code: string };
  readonly agreement: AgreementInForce;
  readonly peeked: Peeked | undefined;
  readonly failure: RoundtripError | undefined;
}

/**
 * POST /punchin/:partner and /punchin/hub/:hub: authenticates the sender, reads the document within limits, looks at its header, stores
 * it and gives the receipt once it is durable. The workflow is started afterwards and not waited for.
 * A document that is refused after authentication is kept in state refused.
 */
export async function receive(intake: Intake, visit: Visit, res: Response, door: Door, code: string): Promise<void> {
  const found = await intake.gate.find(visit, code, door).catch(async (error: unknown) => {
    await tellInProtocol(intake, visit, res, toExpected(error));
    throw error;
  });
  const takesCxml =
    found.agreement !== undefined && agreedFormats(found.agreement).some((each) => each.startsWith('cxml-'));
  // A cXML document shows its secret itself: who has no other is asked when it was read.
  const known = takesCxml && visit.presented === undefined ? undefined : await intake.gate.admitByHeader(visit, found);
  if (known) refuseWhilePaused(visit, known.paused);
  checkContent(visit, takesCxml);
  const body = new ArrivingBody(path.join(intake.spool, v7()));
  visit.head = () => body.head;
  let isIn = false;
  try {
    const look = new Look(/charset\s*=\s*"?([\w.:-]+)/i.exec(visit.req.get('content-type') ?? '')?.[1]);
    const cut = await readWithinLimit(intake, visit, limitOf(found, known), body, look);
    isIn = await intake.slots.enter(code);
    if (takesCxml && isCxmlBody(visit, body)) return await receiveCxml(intake, visit, res, { found, body, cut });
    const guest = known ?? (await intake.gate.admitByHeader(visit, found));
    const judged = await judge(intake, visit, guest, body, look, cut);
    const arrived = describe(visit, guest, judged, body, cut === undefined);
    const { sha256, bytes } = cut === undefined ? body.finish() : body.finishHead();
    const em = intake.deps.orm.em.fork();
    const receipt = await store(em, guest, { ...arrived, sha256 }, await keepable(body, bytes), judged.failure);
    if (judged.failure !== undefined) {
      visit.documentId = receipt.id;
      if (!receipt.kept) throw judged.failure;
      return sendReceipt(intake, visit, res, receipt, door, code);
    }
    sendReceipt(intake, visit, res, receipt, door, code);
    const { number, format } = judged.peeked ?? {};
    if (!receipt.repeated) void start(intake.deps, { ...judged, number, format }, receipt);
  } finally {
    if (isIn) intake.slots.leave(code);
    await body.discard();
  }
}

/**
 * Who sends cXML reads in the Status that it is to send again later, and is known by the beginning of its body. Whoever waits to be told to
 * go on is not.
 */
async function tellInProtocol(
  { deps, spool }: Intake,
  visit: Visit,
  res: Response,
  error: RoundtripError | undefined,
): Promise<void> {
  if (!error || errorTypes[error.type].http !== 503 || expectsContinue(visit.req)) return;
  const body = new ArrivingBody(path.join(spool, v7()));
  // What cannot be read is answered as any other.
  await readBody(visit.req, body, LOOKED_AT, deps.bodyTimes ?? bodyTimes, () => undefined).catch(() => undefined);
  if (!isCxmlBody(visit, body)) return;
  const tellError: TellError = (failure) => sendCxmlError(deps, visit, res, failure, undefined);
  res.locals['tellError'] = tellError;
}

/** The bytes as they may be kept: a cXML document that is not agreed shows a secret all the same. */
async function keepable(body: ArrivingBody, bytes: DocumentBytes): Promise<{ whole: DocumentBytes; head: Buffer }> {
  if (!isCxml(body.head)) return { whole: bytes, head: body.head };
  return { whole: maskSharedSecrets(await wholeOf(bytes)).bytes, head: maskSharedSecrets(body.head).bytes };
}

/** Bytes. Who is not known yet sends no more than a cXML document may have. */
function limitOf({ agreement }: PartnerAtAddress, known: Guest | undefined): number {
  const agreed = agreement?.settings.limits.bytes ?? 0;
  return known ? agreed : Math.min(agreed, LARGEST_CXML);
}

function isCxmlBody({ req }: Visit, { head }: ArrivingBody): boolean {
  return isMultipart(req.get('content-type')) || isCxml(head);
}

/** @returns the failure when the document was cut off for its length */
async function readWithinLimit(
  intake: Intake,
  visit: Visit,
  limit: number,
  body: ArrivingBody,
  look: Look,
): Promise<RoundtripError | undefined> {
  const { req } = visit;
  visit.check = 'size';
  try {
    const announced = Number(req.get('content-length') ?? 0);
    if (announced > limit) throw tooLarge(limit, `${announced} bytes`);
    sendContinue(req);
    await readBody(req, body, limit, intake.deps.bodyTimes ?? bodyTimes, (piece) => look.see(piece));
    return undefined;
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'DocumentTooLarge') return error;
    visit.check = 'time';
    throw error;
  }
}

/** Finds the partner of a hub's document and says what is wrong with the document, if anything. */
async function judge(
  intake: Intake,
  visit: Visit,
  guest: Guest,
  body: ArrivingBody,
  look: Look,
  cut: RoundtripError | undefined,
): Promise<Judged> {
  const unreadable: Judged = { partner: guest, agreement: guest.agreement, peeked: undefined, failure: cut };
  if (cut !== undefined) return unreadable;
  visit.check = 'body';
  // One that the agreement takes went another way.
  if (isCxml(body.head)) return { ...unreadable, failure: notAgreed('cXML', 'cXML', guest.agreement) };
  const { peeked, failure } = look.finish();
  if (peeked === undefined) return { ...unreadable, failure };
  let judged: Judged = { ...unreadable, peeked, failure };
  try {
    if (guest.kind === 'hub') {
      visit.check = 'sender';
      const all = await intake.gate.directory.servedBy(guest.id, guest.mode);
      const served = await findServed(intake.deps.orm.em.fork(), guest.mode, peeked, all);
      judged = { ...judged, partner: served, agreement: served.agreement };
      visit.servedId = served.id;
      refuseServed(visit, served, body.size);
    }
    visit.check = 'body';
    if (failure === undefined) checkFormat(peeked, judged.agreement);
    if (failure === undefined) visit.check = 'sender';
    checkSender(peeked, judged.agreement);
    return judged;
  } catch (error) {
    if (!(error instanceof RoundtripError) || !isAboutDocument(error)) throw error;
    return { ...judged, failure: judged.failure ?? error };
  }
}

function isAboutDocument({ type }: RoundtripError): boolean {
  return type.startsWith('Document') || type === 'SenderMismatch';
}

/** What the gate checks of a partner that comes itself. */
function refuseServed(visit: Visit, served: ServedPartner, size: number): void {
  visit.check = 'enabled';
  if (!served.enabled) throw new RoundtripError('PartnerDisabled', 'The partner of this document is switched off.');
  refuseWhilePaused(visit, served.paused);
  visit.check = 'size';
  const limit = served.agreement.settings.limits.bytes;
  if (size > limit) throw tooLarge(limit, `${size} bytes`);
}

function describe(
  visit: Visit,
  guest: Guest,
  judged: Judged,
  body: ArrivingBody,
  complete: boolean,
): Omit<ArrivedDocument, 'sha256'> {
  const { partner, agreement, peeked, failure } = judged;
  const { req } = visit;
  return {
    id: v7(),
    reference: visit.reference,
    partnerId: partner.id,
    partnerCode: partner.code,
    partnerName: partner.name,
    ...(guest.kind === 'hub' && { hubId: guest.id }),
    mode: guest.mode,
    agreementVersion: agreement.version,
    receivedAt: visit.receivedAt,
    size: complete ? body.size : Math.max(body.size, Number(req.get('content-length') ?? 0)),
    complete,
    contentType: (req.get('content-type') ?? '').slice(0, 200),
    headers: maskHeaders(req.headers, shownSecrets(visit)),
    remoteAddress: visit.remoteAddress,
    ...seenOf(peeked),
    ...(failure !== undefined && keptFailure(failure, agreement.settings.answers.language)),
  };
}

/** The receipt says that the document is stored, not that the order is accepted. */
function sendReceipt({ deps }: Intake, visit: Visit, res: Response, receipt: Receipt, door: Door, code: string): void {
  const { id, reference, state, receivedAt, repeated } = receipt;
  const links = { self: documentAddress(deps.config.publicUrl, door, code, id) };
  res.status(202).json({ id, reference, state, receivedAt, links });
  const outcome = repeated ? 'duplicate' : 'received';
  deps.metrics.receipts.observe({ outcome }, (performance.now() - visit.begin) / 1_000);
}
