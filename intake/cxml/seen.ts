import type { EntityManager } from '@mikro-orm/postgresql';
import type { ArrivedDocument } from '../../documents/inbound.ts';
import { sha256 } from '../../documents/digest.ts';
import { findKeyOwner, messageKey } from '../../documents/keys.ts';
import { maskSharedSecrets } from '../../documents/sharedSecrets.ts';
import { cxmlContentHash } from '../../formats/cxml/contentHash.ts';
import { findCredential, type CredentialName, type CxmlHeader } from '../../formats/cxml/credentials.ts';
import type { CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import { orderId } from '../../formats/cxml/orderRequest.parse.ts';
import { CxmlProblem } from '../../formats/cxml/problem.ts';
import type { Identifier } from '../../formats/document/order.ts';
import type { Agreement } from '../../partners/agreement.ts';
import { cxmlNames } from '../../partners/cxml.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { fromProblem } from './read.ts';

/** Longer values are cut: the whole stands in the document. */
const LONGEST = 300;

/** What the intake keeps of an order or a status update beside its bytes. Its From and payloadID stand where the envelope of other formats has its names. */
export function seenDocument(
  document: CxmlDocument,
  header: CxmlHeader,
  settings: Agreement,
): Pick<ArrivedDocument, 'format' | 'number' | 'buyer' | 'envelope'> {
  const names = cxmlNames(settings);
  const number = orderId(document);
  const sender = findCredential(header.from, names.from) ?? header.from[0];
  const receiver = findCredential(header.to, names.to) ?? header.to[0];
  return {
    format: document.name === 'StatusUpdateRequest' ? 'cxml-status-update-request' : 'cxml-order-request',
    ...(number !== undefined && { number: cut(number) }),
    buyer: header.from.slice(0, 20).map(identifier),
    ...(sender &&
      document.payloadId !== undefined && {
        envelope: {
          sender: identifier(sender),
          receiver: receiver ? identifier(receiver) : { id: '' },
          instanceIdentifier: cut(document.payloadId),
        },
      }),
  };
}

function identifier({ domain, identity }: CredentialName): Identifier {
  return { scheme: cut(domain), id: cut(identity) };
}

function cut(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}

/** The bytes as they may be stored. @throws DocumentUnsupported when a secret cannot be found in them, and so not be masked */
export function keepable(bytes: Uint8Array, { sender }: CxmlHeader): Buffer {
  const { bytes: kept, masked } = maskSharedSecrets(bytes);
  if (masked >= sender.filter(({ sharedSecret }) => sharedSecret !== undefined).length) return kept;
  const problem = new CxmlProblem(406, 'The shared secret is not plain text in an encoding such as UTF-8.', {
    element: 'Header/Sender/Credential/SharedSecret',
    expected: 'text without elements in UTF-8, ISO-8859-1 or the like, not in base64',
  });
  throw fromProblem(problem);
}

/** A payloadID names one document for ever. @throws Conflict when it came before with other content */
export async function refuseOtherContent(
  em: EntityManager,
  { partnerId, mode, envelope }: Pick<ArrivedDocument, 'partnerId' | 'mode' | 'envelope'>,
  document: CxmlDocument,
): Promise<void> {
  if (!envelope) return;
  const key = messageKey({ sender: envelope.sender.id, instanceIdentifier: envelope.instanceIdentifier });
  const owner = await findKeyOwner(em, { kind: 'message', partnerId, mode, key });
  if (!owner || owner.contentHash === cxmlContentHash(document, sha256())) return;
  throw new RoundtripError('Conflict', 'The payloadID came before with other content.', {
    details: [{ element: 'cXML/@payloadID', found: envelope.instanceIdentifier, expected: 'a new payloadID' }],
  });
}
