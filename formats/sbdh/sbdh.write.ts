import type { Identifier, UblFormatId } from '../document/order.ts';
import { profiles } from '../ubl/profiles.ts';
import { group, leaf, writtenXml, type XmlNode } from '../xml/writer.ts';
import { PARTICIPANT_AUTHORITY, SBDH } from './sbdh.parse.ts';

/** Who sends what to whom. In an answer the parties of the received envelope change places. */
export interface EnvelopeFields {
  /** Schemes are ISO 6523 codes: `0007`. */
  readonly sender: Required<Identifier>;
  readonly receiver: Required<Identifier>;
  /** What is in the envelope: root, CustomizationID and ProfileID as we write that format. */
  readonly format: UblFormatId;
  /** ProfileID where it is not the one that the format is usually written with. */
  readonly profile?: string;
  /** Unique for ever, a UUID: nothing of the document. */
  readonly instanceIdentifier: string;
  /** dateTime with time zone. */
  readonly creationDateAndTime: string;
  /** ISO 3166-1 alpha-2 of the business sender. */
  readonly countryC1: string;
}

/** Documents that are in UBL 2.3; the others are in 2.1 (digest of the envelope, section 4). */
const IN_UBL_23: ReadonlySet<UblFormatId> = new Set<UblFormatId>([
  'peppol-3-order-change',
  'peppol-3-order-cancellation',
  'peppol-3-order-response-advanced',
]);

const ROOT = { name: 'StandardBusinessDocument', namespaces: { '': SBDH } };
const END = `</${ROOT.name}>\n`;
const DECLARATION = /^<\?xml [^>]*\?>\s*/;

/**
 * Puts a document that is being written into a Standard Business Document (Peppol Business Message Envelope 2.0, section 2), as a stream of
 * strings in UTF-8. The first piece of the payload must hold its whole XML declaration, as the writer's does.
 */
export async function* writeEnvelope(
  fields: EnvelopeFields,
  payload: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  yield writtenXml(ROOT, [header(fields)]).slice(0, -END.length);
  let isFirst = true;
  for await (const piece of payload) {
    yield isFirst ? piece.replace(DECLARATION, '') : piece;
    isFirst = false;
  }
  yield END;
}

function header(fields: EnvelopeFields): XmlNode {
  const { format, instanceIdentifier, creationDateAndTime, countryC1 } = fields;
  const { root, customizations, profile } = {
    ...profiles[format],
    ...(fields.profile !== undefined && { profile: fields.profile }),
  };
  const version = IN_UBL_23.has(format) ? '2.3' : '2.1';
  const documentId = `${root.ns}::${root.name}##${customizations[0]}::${version}`;
  return group(
    'StandardBusinessDocumentHeader',
    leaf('HeaderVersion', '1.0'),
    participant('Sender', fields.sender),
    participant('Receiver', fields.receiver),
    group(
      'DocumentIdentification',
      leaf('Standard', root.ns),
      leaf('TypeVersion', version),
      leaf('InstanceIdentifier', instanceIdentifier),
      leaf('Type', root.name),
      leaf('CreationDateAndTime', creationDateAndTime),
    ),
    group(
      'BusinessScope',
      scope('DOCUMENTID', documentId, 'busdox-docid-qns'),
      scope('PROCESSID', profile, 'cenbii-procid-ubl'),
      scope('COUNTRY_C1', countryC1),
    ),
  )!;
}

function participant(role: string, { scheme, id }: Required<Identifier>): XmlNode | undefined {
  return group(role, leaf('Identifier', `${scheme}:${id}`, { Authority: PARTICIPANT_AUTHORITY }));
}

function scope(type: string, instanceIdentifier: string, identifier?: string): XmlNode | undefined {
  return group(
    'Scope',
    leaf('Type', type),
    leaf('InstanceIdentifier', instanceIdentifier),
    leaf('Identifier', identifier),
  );
}
