import type { EntityManager } from '@mikro-orm/postgresql';
import { findReferred } from '../documents/referred.ts';
import type { ArrivedDocument } from '../documents/inbound.ts';
import { unreadable } from '../documents/unreadable.ts';
import type { Identifier } from '../formats/document/order.ts';
import { DocumentPeek, type Peeked } from '../formats/peek.ts';
import { XmlError } from '../formats/xml/error.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { AgreementInForce, ServedPartner } from '../partners/partners.ts';
import { takenStatuses } from '../partners/intake.ts';
import { isNamedSender, isSender } from '../partners/senders.ts';
import { RoundtripError } from '../platform/errors.ts';

/** Its sender is a service provider, which no agreement names: whose it is, the document that it is about tells. */
const BETWEEN_PROVIDERS = 'peppol-mls';

/** A look at the beginning of a document while it streams in: what it is, or why it cannot be read. */
export class Look {
  readonly #peek: DocumentPeek;
  #failure: RoundtripError | undefined;
  #done = false;

  /** @param charset of the content type, where it has one */
  constructor(charset: string | undefined) {
    this.#peek = new DocumentPeek(charset === undefined ? {} : { charset });
  }

  /** Never throws for what is in the document: the bytes are kept whatever they are. */
  see(piece: Uint8Array): void {
    if (this.#done) return;
    this.#try(() => {
      this.#done = this.#peek.write(piece) === 'done';
    });
  }

  /** What was seen, or the failure; both where the header could be read before the failure. */
  finish(): { readonly peeked: Peeked | undefined; readonly failure: RoundtripError | undefined } {
    const peeked = this.#try(() => this.#peek.finish()) ?? this.#peek.seen;
    return { peeked, failure: this.#failure };
  }

  #try<T>(work: () => T): T | undefined {
    if (this.#failure !== undefined) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.#failure = unreadable(error);
      return undefined;
    }
  }
}

/** What was seen of the document, short enough to be looked at: the whole stands in its bytes. */
export function seenOf(
  peeked: Peeked | undefined,
): Pick<ArrivedDocument, 'format' | 'customizationId' | 'number' | 'buyer' | 'envelope'> {
  if (peeked === undefined) return { buyer: [] };
  const { format, customizationId, number, buyer, envelope } = peeked;
  const short = ({ id, scheme }: Identifier): Identifier => ({
    id: cut(id),
    ...(scheme !== undefined && { scheme: cut(scheme) }),
  });
  return {
    buyer: buyer.slice(0, 20).map(short),
    ...(format !== undefined && { format }),
    ...(customizationId !== undefined && { customizationId: cut(customizationId) }),
    ...(number !== undefined && { number: cut(number) }),
    ...(envelope !== undefined && {
      envelope: {
        sender: short(envelope.sender),
        receiver: short(envelope.receiver),
        instanceIdentifier: cut(envelope.instanceIdentifier),
      },
    }),
  };
}

const cut = (text: string): string => text.slice(0, 300).toWellFormed();

/** Every identity that says who sent the document: the envelope's sender and the buyer. */
export function sendersOf(peeked: Peeked): Identifier[] {
  return [...(peeked.envelope ? [peeked.envelope.sender] : []), ...peeked.buyer];
}

/** Every format that an agreement takes. */
export function agreedFormats({ settings }: Pick<AgreementInForce, 'settings'>): readonly string[] {
  return [...settings.formats, ...takenStatuses(settings)];
}

/** @throws DocumentUnsupported when the document is in no format of the agreement */
export function checkFormat(peeked: Peeked, agreement: AgreementInForce): void {
  const { format, root, customizationId } = peeked;
  const agreed = agreedFormats(agreement);
  if (format !== undefined && agreed.includes(format)) return;
  const found = format ?? customizationId ?? `{${root.ns}}${root.name}`;
  const element = format === undefined && customizationId !== undefined ? 'CustomizationID' : root.name;
  throw notAgreed(element, found, agreement);
}

/** A document in another format than those of the agreement. */
export function notAgreed(element: string, found: string, agreement: AgreementInForce): RoundtripError {
  return new RoundtripError('DocumentUnsupported', 'This is no document in a format that is agreed.', {
    details: [{ element, found: found.slice(0, 300), expected: agreedFormats(agreement).join(' or ') }],
  });
}

/** @throws SenderMismatch when the document says that it comes from somebody else */
export function checkSender(peeked: Peeked, agreement: AgreementInForce): void {
  if (peeked.format === BETWEEN_PROVIDERS) return;
  const carried = sendersOf(peeked);
  if (isSender(agreement.settings, carried)) return;
  throw mismatch('The document comes from a sender that is not agreed for this partner.', carried);
}

/** The one partner of a hub that the document names. @throws SenderMismatch when it names none or several */
export async function findServed(
  em: EntityManager,
  mode: Mode,
  peeked: Peeked,
  served: readonly ServedPartner[],
): Promise<ServedPartner> {
  if (peeked.format === BETWEEN_PROVIDERS) return servedByReference(em, mode, peeked, served);
  const carried = sendersOf(peeked);
  const named = served.filter((partner) => isNamedSender(partner.agreement.settings, carried));
  const [only, ...others] = named;
  if (only === undefined)
    throw mismatch('No partner of this hub has the sender of the document in its agreement.', carried);
  if (others.length > 0) {
    throw mismatch(
      `${named.length} partners of this hub have the sender of the document in their agreements.`,
      carried,
    );
  }
  return only;
}

async function servedByReference(
  em: EntityManager,
  mode: Mode,
  { about }: Peeked,
  served: readonly ServedPartner[],
): Promise<ServedPartner> {
  const partnerIds = served.map(({ id }) => id);
  const found = await findReferred(em, { partnerIds, mode, names: about === undefined ? [] : [about] });
  const [only, ...others] = new Set(found.map(({ partnerId }) => partnerId));
  const partner = others.length === 0 ? served.find(({ id }) => id === only) : undefined;
  if (partner) return partner;
  throw new RoundtripError('SenderMismatch', 'Nothing that was sent to one partner of this hub is called so.', {
    details: [
      {
        element: 'DocumentResponse/DocumentReference/ID',
        found: (about ?? 'no reference').slice(0, 300).toWellFormed(),
        expected: 'the instance identifier of a document that was sent',
      },
    ],
  });
}

function mismatch(message: string, carried: readonly Identifier[]): RoundtripError {
  const found = carried.map(({ scheme, id }) => (scheme === undefined ? id : `${scheme}:${id}`)).join(', ');
  return new RoundtripError('SenderMismatch', message, {
    details: [
      {
        element: 'sender',
        found: found.slice(0, 300).toWellFormed() || 'no identity',
        expected: 'an identity that the agreement names',
      },
    ],
  });
}
