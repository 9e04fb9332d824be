import type { EntityManager } from '@mikro-orm/postgresql';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { messageAddress, type DeliveryKind } from '../partners/messageAddress.ts';
import { canBeUploaded, isCxmlFormat } from '../partners/messageFormats.ts';
import { findAgreement } from '../partners/partners.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { simulatedInbox } from '../simulator/inbox.ts';
import { judgePlainHttp, type Judgement } from '../transports/http/judge.ts';
import type { HttpOutcome } from '../transports/http/send.ts';
import { judgeAccessPoint } from '../transports/peppol/judge.ts';
import type { ActivityDeps } from './deps.ts';
import { judgeCxml } from './judgeCxml.ts';
import { mailDocument } from './mailDocument.ts';
import { storedBody } from './outgoingBody.ts';
import { postDocument } from './postDocument.ts';
import { postToAccessPoint } from './postToAccessPoint.ts';
import { putDocument } from './putDocument.ts';
import type { AttemptBounds, Sending } from './sending.ts';

/** How an attempt ended. */
export interface Attempted {
  readonly via: DeliveryKind;
  readonly judgement: Judgement;
  /** What a receiver said over HTTP. */
  readonly answered?: Extract<HttpOutcome, { kind: 'answered' }>;
}

/**
 * One attempt by the transport of the agreement in force, which may have been mended since the document was written; an answer to what
 * the simulator sent goes to the simulator.
 */
export async function attemptDelivery(
  deps: ActivityDeps,
  em: EntityManager,
  document: OutboundDocument,
  bounds: AttemptBounds,
): Promise<Attempted> {
  const { format, messageId, contentType } = document;
  const simulated = await simulatedInbox(em, document);
  if (simulated !== undefined) {
    const body = await storedBody(em, document);
    const request = { url: simulated, messageId, contentType, ...body, ...bounds, toOurselves: true };
    return byHttp(deps, 'http', await deps.http.send(request), judgeOf(isCxmlFormat(format)));
  }
  const { settings } = await findAgreement(em, document.partner, document.mode);
  const address = messageAddress(settings, format);
  if (!address) return stopped({ code: 'ADDRESS_MISSING' });
  return transports[address.kind](deps, em, { document, settings, address }, bounds);
}

type Transport = (deps: ActivityDeps, em: EntityManager, sending: Sending, bounds: AttemptBounds) => Promise<Attempted>;

const transports: Readonly<Record<DeliveryKind, Transport>> = {
  http: async (deps, em, sending, bounds) =>
    byHttp(deps, 'http', await postDocument(deps, em, sending, bounds), judgeOf(isInCxml(sending))),
  peppol: async (deps, em, sending, bounds) =>
    byHttp(deps, 'peppol', await postToAccessPoint(deps, em, sending, bounds), judgeAccessPoint),
  mail: async (deps, em, sending, bounds) => ({
    via: 'mail',
    judgement: await mailDocument(deps, em, sending, bounds),
  }),
  folder: async (deps, em, sending) => ({ via: 'folder', judgement: await putDocument(deps, em, sending) }),
  sftp: async (deps, em, sending) => ({ via: 'sftp', judgement: await putDocument(deps, em, sending) }),
};

type Judge = (outcome: HttpOutcome, now: Date) => Judgement;

function judgeOf(isAnsweredInCxml: boolean): Judge {
  return isAnsweredInCxml ? judgeCxml : judgePlainHttp;
}

/** Of a catalogue the agreement says whether it is uploaded by a request of cXML. */
function isInCxml({ document: { format }, settings }: Sending): boolean {
  return isCxmlFormat(format) || (settings.catalogue.uploadRequest && canBeUploaded(format));
}

function byHttp({ clock }: ActivityDeps, via: DeliveryKind, outcome: HttpOutcome, judge: Judge): Attempted {
  return { via, judgement: judge(outcome, clock()), ...(outcome.kind === 'answered' && { answered: outcome }) };
}

function stopped(fault: DeliveryFault): Attempted {
  return { via: 'http', judgement: { verdict: 'stop', fault } };
}
