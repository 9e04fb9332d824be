import type { EntityManager } from '@mikro-orm/postgresql';
import { receiveDocument, type ArrivedDocument, type DocumentBytes, type Receipt } from '../documents/inbound.ts';
import { hasRoom, keepInQuarantine } from '../documents/quarantine.ts';
import { XmlError } from '../formats/xml/error.ts';
import type { RoundtripError } from '../platform/errors.ts';
import type { Guest } from './guest.ts';

/** A receipt; `kept`: of a document that was not taken, and that the sender is to leave to us all the same. */
export interface Stored extends Receipt {
  readonly kept: boolean;
}

/**
 * Stores a document. One that could not be attributed or is not agreed goes to quarantine, where there is room; else only its head is kept.
 * @param bytes as they may be kept
 * @param failure why it is not taken, where that could change with the set-up
 */
export async function store(
  em: EntityManager,
  { id: ownerId, agreement }: Pick<Guest, 'id' | 'agreement'>,
  arrived: ArrivedDocument,
  { whole, head }: { readonly whole: DocumentBytes; readonly head: Buffer },
  failure: RoundtripError | undefined,
): Promise<Stored> {
  if (!isOfSetUp(failure)) return { ...(await receiveDocument(em, arrived, whole)), kept: false };
  if (!(await hasRoom(em, ownerId, arrived))) {
    return { ...(await receiveDocument(em, { ...arrived, complete: false }, head)), kept: false };
  }
  const isReceipted = agreement.settings.intake.quarantine === 'receipt';
  const told = isReceipted ? 'receipt' : 'refusal';
  const receipt = await keepInQuarantine(em, arrived, whole, { ownerId, told });
  return isReceipted ? { ...receipt, state: 'received', kept: true } : { ...receipt, kept: false };
}

/** Could the document be taken with another set-up? What cannot be read could not. */
function isOfSetUp(failure: RoundtripError | undefined): boolean {
  if (failure === undefined || failure.cause instanceof XmlError) return false;
  return failure.type === 'SenderMismatch' || failure.type === 'DocumentUnsupported';
}
