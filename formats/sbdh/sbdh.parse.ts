import type { Identifier } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';

/** Namespace of the Standard Business Document Header, as the Peppol Business Message Envelope 2.0 uses it. */
export const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

export interface SbdhScope {
  readonly type: string;
  readonly instanceIdentifier: string;
  readonly identifier?: string;
}

/** What an envelope says. Fields are as sent; a participant `0007:5560000001` is split into scheme and id. */
export interface SbdhEnvelope {
  readonly headerVersion?: string;
  readonly sender?: Identifier;
  readonly receiver?: Identifier;
  /** Authority attributes, `iso6523-actorid-upis` in Peppol. */
  readonly senderAuthority?: string;
  readonly receiverAuthority?: string;
  /** Namespace and local name of the payload's root, and its version. */
  readonly standard?: string;
  readonly type?: string;
  readonly typeVersion?: string;
  /** Unique per envelope: with the sender our message key. */
  readonly instanceIdentifier?: string;
  /** dateTime with time zone. */
  readonly creationDateAndTime?: string;
  readonly scopes: readonly SbdhScope[];
  /** Values of the scopes DOCUMENTID, PROCESSID and COUNTRY_C1. */
  readonly documentId?: string;
  readonly processId?: string;
  readonly countryC1?: string;
}

export const PARTICIPANT_AUTHORITY = 'iso6523-actorid-upis';

function find(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let element = parent;
  for (const name of path) element = element?.children.find((child) => child.name === name && child.ns === SBDH);
  return element;
}

function textOf(parent: XmlElement | undefined, ...path: string[]): string | undefined {
  return find(parent, ...path)?.text.trim() || undefined;
}

function participant(text: string | undefined): Identifier | undefined {
  if (text === undefined) return undefined;
  const parts = /^(\d{4}):(.+)$/.exec(text);
  return parts ? { scheme: parts[1]!, id: parts[2]! } : { id: text };
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** Reads a complete StandardBusinessDocumentHeader element. Nothing is required here: `checkEnvelope` says what is missing. */
export function parseEnvelope(header: XmlElement): SbdhEnvelope {
  const scopes = (find(header, 'BusinessScope')?.children ?? [])
    .filter((child) => child.name === 'Scope')
    .map((scope) => ({
      type: textOf(scope, 'Type') ?? '',
      instanceIdentifier: textOf(scope, 'InstanceIdentifier') ?? '',
      ...defined({ identifier: textOf(scope, 'Identifier') }),
    }));
  const scope = (type: string): string | undefined =>
    scopes.find((each) => each.type === type)?.instanceIdentifier || undefined;
  return {
    ...(defined({
      headerVersion: textOf(header, 'HeaderVersion'),
      sender: participant(textOf(header, 'Sender', 'Identifier')),
      receiver: participant(textOf(header, 'Receiver', 'Identifier')),
      senderAuthority: find(header, 'Sender', 'Identifier')?.attribute('Authority'),
      receiverAuthority: find(header, 'Receiver', 'Identifier')?.attribute('Authority'),
      standard: textOf(header, 'DocumentIdentification', 'Standard'),
      type: textOf(header, 'DocumentIdentification', 'Type'),
      typeVersion: textOf(header, 'DocumentIdentification', 'TypeVersion'),
      instanceIdentifier: textOf(header, 'DocumentIdentification', 'InstanceIdentifier'),
      creationDateAndTime: textOf(header, 'DocumentIdentification', 'CreationDateAndTime'),
      documentId: scope('DOCUMENTID'),
      processId: scope('PROCESSID'),
      countryC1: scope('COUNTRY_C1'),
    }) as Omit<SbdhEnvelope, 'scopes'>),
    scopes,
  };
}
