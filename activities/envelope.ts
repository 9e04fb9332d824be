import type { Identifier, UblFormatId } from '../formats/document/order.ts';
import { writeEnvelope } from '../formats/sbdh/sbdh.write.ts';
import type { DocumentInHand } from './orderInHand.ts';

/** A document in UBL that is being written. */
export interface OutgoingUbl {
  /** Id of the outbound document, which the envelope has as its instance identifier. */
  readonly id: string;
  readonly format: UblFormatId;
  readonly now: Date;
}

/**
 * The document in an envelope, where the agreement wants one: written once with it and stored so, hence the same bytes on every attempt.
 * The answer to an enveloped document changes its parties round.
 */
export function enveloped(
  { document, agreement }: DocumentInHand,
  { id, format, now }: OutgoingUbl,
  payload: AsyncIterable<string>,
): AsyncIterable<string> {
  const { envelope: agreed } = agreement.settings;
  if (agreed.kind === 'none') return payload;
  const { envelope: received } = document;
  const fields = {
    sender: participant(received?.receiver) ?? agreed.shop,
    receiver: participant(received?.sender) ?? agreed.partner,
    format,
    instanceIdentifier: id,
    creationDateAndTime: now.toISOString(),
    countryC1: agreed.country,
  };
  return writeEnvelope(fields, payload);
}

/** One that Peppol could route by. */
function participant(party: Identifier | undefined): Required<Identifier> | undefined {
  const { scheme, id } = party ?? {};
  return scheme !== undefined && /^\d{4}$/.test(scheme) && id !== undefined ? { scheme, id } : undefined;
}
