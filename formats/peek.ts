import type { FormatId, Identifier } from './document/order.ts';
import { parseEnvelope } from './sbdh/sbdh.parse.ts';
import { parseParty } from './ubl/party.parse.ts';
import { identifyFormat, isKnownRoot } from './ubl/profiles.ts';
import { aggregate, text } from './ubl/read.ts';
import { DocumentStream } from './ubl/stream.ts';
import type { XmlElement } from './xml/element.ts';
import type { XmlLimits } from './xml/limits.ts';

export interface PeekedEnvelope {
  readonly sender: Identifier;
  readonly receiver: Identifier;
  readonly instanceIdentifier: string;
}

/** What the beginning of a document says about it. Nothing is judged here: fields are absent where they were not found. */
export interface Peeked {
  /** Root element of the document, inside its envelope if there is one. */
  readonly root: { readonly ns: string; readonly name: string };
  readonly format?: FormatId;
  readonly customizationId?: string;
  readonly profileId?: string;
  /** The sender's document number. */
  readonly number?: string;
  /** Every identity of the party: endpoint, identifications, organisation number, VAT number. Of a response the party that sends it. */
  readonly buyer: readonly Identifier[];
  readonly seller: readonly Identifier[];
  /** Name of the document that a message level response or status is about. */
  readonly about?: string;
  /** Present when the envelope says who sent what to whom. */
  readonly envelope?: PeekedEnvelope;
}

export interface PeekOptions {
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  readonly limits?: Partial<XmlLimits>;
  /** Bytes that are checked for being well-formed even after the header was seen; a shorter document is checked to its end. */
  readonly wellFormedWithin?: number;
}

/**
 * A look at a document while it streams in: stops at the first line (UBL has buyer and seller before it), or at a root element that is
 * not known, but not before `wellFormedWithin` bytes. Throws XmlError; `seen` keeps what was seen before that.
 */
export class DocumentPeek {
  readonly #stream: DocumentStream;
  readonly #within: number;
  #bytes = 0;
  #envelope: PeekedEnvelope | undefined;
  #seen: Peeked | undefined;

  constructor({ wellFormedWithin = 1_048_576, ...options }: PeekOptions = {}) {
    this.#within = wellFormedWithin;
    this.#stream = new DocumentStream({
      ...options,
      consumers: [
        {
          envelope: (header) => this.#takeEnvelope(header),
          begin: (root) => {
            if (!isKnownRoot(root)) this.#take(root);
          },
          line: (line, position, root) => {
            if (position === 1) this.#take(root, line);
          },
          end: (root) => {
            if (this.#seen === undefined) this.#take(root);
          },
        },
      ],
    });
  }

  /** Takes the next bytes; after 'done' no more are wanted. */
  write(chunk: Uint8Array): 'more' | 'done' {
    this.#stream.write(chunk);
    this.#bytes += chunk.length;
    return this.#finished ? 'done' : 'more';
  }

  /** What was seen; call it when `write` has said 'done', or at the end of the document. */
  finish(): Peeked {
    if (!this.#finished) this.#stream.close();
    return this.#seen!;
  }

  /** What was seen so far; undefined before the first line. */
  get seen(): Peeked | undefined {
    return this.#seen;
  }

  get #finished(): boolean {
    return this.#seen !== undefined && this.#bytes >= this.#within;
  }

  #takeEnvelope(header: XmlElement): void {
    const { sender, receiver, instanceIdentifier } = parseEnvelope(header);
    if (sender && receiver && instanceIdentifier) this.#envelope = { sender, receiver, instanceIdentifier };
  }

  #take(root: XmlElement, line?: XmlElement): void {
    const customizationId = text(root, 'CustomizationID');
    const profileId = text(root, 'ProfileID');
    const number = text(root, 'ID');
    const format = identifyFormat({ root, customizationId, profileId });
    const about = line?.name === 'DocumentResponse' ? text(aggregate(line, 'DocumentReference'), 'ID') : undefined;
    this.#seen = {
      root: { ns: root.ns, name: root.name },
      ...(format && { format }),
      ...(customizationId && { customizationId }),
      ...(profileId && { profileId }),
      ...(number && { number }),
      buyer: identities(partyOf(root, 'BuyerCustomerParty') ?? aggregate(root, 'SenderParty')),
      seller: identities(partyOf(root, 'SellerSupplierParty') ?? aggregate(root, 'ReceiverParty')),
      ...(about && { about }),
      ...(this.#envelope && { envelope: this.#envelope }),
    };
  }
}

function partyOf(root: XmlElement, role: string): XmlElement | undefined {
  return aggregate(aggregate(root, role), 'Party');
}

function identities(party: XmlElement | undefined): Identifier[] {
  const { endpoint, identifications, legal, vat } = parseParty(party);
  const all = [endpoint, ...identifications, legal, vat].filter((each) => each !== undefined);
  return all.filter((each, i) => all.findIndex(({ id, scheme }) => id === each.id && scheme === each.scheme) === i);
}
