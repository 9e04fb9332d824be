import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { shopNames } from '../documents/catalogue.ts';
import { readChunks } from '../documents/chunks.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { writeCatalogUploadRequest, type UploadOperation } from '../formats/cxml/catalogUploadRequest.write.ts';
import { withSharedSecret } from '../formats/cxml/sharedSecret.write.ts';
import type { CxmlVersion } from '../formats/cxml/versions.ts';
import { writeRelated } from '../formats/mime/related.write.ts';
import type { Agreement } from '../partners/agreement.ts';
import { cxmlNames } from '../partners/cxml.ts';
import { addressesOf } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { shopProfile, type ShopProfile } from '../shop/profile.ts';
import type { HttpOutcome } from '../transports/http/send.ts';
import { cxmlStatusOf } from './judgeCxml.ts';
import type { Request } from './partnerProfile.ts';

/** Codes of a Status (cXML digest, section 3): the receiver has a catalogue of that name, or has none. */
const DUPLICATE_NAME = 465;
const NONE_TO_UPDATE = 466;

/** What the attempt to upload a catalogue has in hand. */
export interface Uploading {
  readonly document: OutboundDocument;
  readonly settings: Agreement;
  readonly url: string;
  /** DTD version of the request; absent: that of confirmations. */
  readonly dtdVersion: CxmlVersion | undefined;
  /** Of Sender; absent: the receiver asks for none. */
  readonly secret: string | undefined;
  readonly post: (request: Request) => Promise<HttpOutcome>;
}

/**
 * Posts a catalogue as the attachment of a CatalogUploadRequest. The first one is new, later ones take its place; where the receiver knows
 * better, it is asked once more the other way.
 * @throws NotFound without a shop
 */
export async function postUpload(em: EntityManager, uploading: Uploading): Promise<HttpOutcome> {
  const { url, document, post } = uploading;
  const shop = await shopProfile(em);
  if (!shop) throw new RoundtripError('NotFound', 'The shop is not set up yet.');
  const code = await codeOf(em, document);
  const upload = (operation: UploadOperation) =>
    post({ url, messageId: document.messageId, ...message(em, uploading, { operation, code, shop }) });
  const operation = (await wasUploaded(em, document)) ? 'update' : 'new';
  const outcome = await upload(operation);
  const status = outcome.kind === 'answered' ? cxmlStatusOf(outcome.body)?.code : undefined;
  if (status !== (operation === 'new' ? DUPLICATE_NAME : NONE_TO_UPDATE)) return outcome;
  return upload(operation === 'new' ? 'update' : 'new');
}

async function codeOf(em: EntityManager, { partner, mode }: OutboundDocument): Promise<string> {
  return (await addressesOf(em, partner)).find((address) => address.mode === mode)?.code ?? partner;
}

async function wasUploaded(em: EntityManager, { id, partner, mode, format }: OutboundDocument): Promise<boolean> {
  const { rows } =
    await sql`select from outbound_document where partner_id = ${partner} and mode = ${mode} and format = ${format}
    and id < ${id} and state = 'delivered' limit 1`.execute(em.getKysely());
  return rows.length > 0;
}

interface Named {
  readonly operation: UploadOperation;
  /** Address of the partner. */
  readonly code: string;
  readonly shop: ShopProfile;
}

function message(em: EntityManager, { document, settings, dtdVersion, secret }: Uploading, named: Named) {
  const { id, number, contentType, size } = document;
  const attachment = `catalogue.${id}@${document.partner}.roundtrip`;
  const request = requestText({ document, settings, dtdVersion }, named, attachment);
  const { head, tail, ...related } = writeRelated(
    {
      contentType: 'text/xml; charset=UTF-8',
      contentId: `request.${id}@${document.partner}.roundtrip`,
      text: secret === undefined ? request : withSharedSecret(request, secret),
    },
    {
      contentType,
      contentId: attachment,
      filename: `${number}.${document.format === 'catalogue-cif' ? 'cif' : 'xml'}`,
    },
    `roundtrip-${id}`,
  );
  return { ...related, size: head.length + size + tail.length, body: between(head, readChunks(em, id), tail) };
}

function requestText(
  { document, settings, dtdVersion }: Pick<Uploading, 'document' | 'settings' | 'dtdVersion'>,
  { operation, code, shop }: Named,
  contentId: string,
): string {
  const { id, number, partner, mode, createdAt } = document;
  const { to, from } = cxmlNames(settings);
  const [first, ...others] = to.length > 0 ? to : shopNames(settings, shop);
  const email = shop.contacts.find((contact) => contact.electronicMail)?.electronicMail;
  // The same for all catalogues to the partner, also for those that add to the one before, and for no other partner of a hub.
  const name = `${shop.name} ${code}`;
  return writeCatalogUploadRequest(
    { operation, name, description: number, contentId, ...(email !== undefined && { email }) },
    {
      version: dtdVersion ?? settings.cxml.confirmationVersion,
      // Another request has another name.
      payloadId: `${number}.${id}.${operation}@${partner}.roundtrip`,
      timestamp: createdAt.toISOString(),
      language: settings.catalogue.language,
      to: from.length > 0 ? from : [{ domain: 'PrivateID', identity: code }],
      ...{ from: [first, ...others], sender: first, userAgent: 'Roundtrip' },
      test: mode === 'test',
    },
  );
}

async function* between(head: Buffer, bytes: AsyncIterable<Buffer>, tail: Buffer): AsyncGenerator<Buffer> {
  yield head;
  yield* bytes;
  yield tail;
}
