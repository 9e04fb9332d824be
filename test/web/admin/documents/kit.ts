import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { receiveDocument, type ArrivedDocument } from '../../../../documents/inbound.ts';
import { writeOutbound, type NewOutboundDocument } from '../../../../documents/outbound.ts';
import { createPartner, saveAgreement } from '../../../../partners/partners.ts';
import { newReference } from '../../../../platform/reference.ts';
import type { TestDatabase } from '../../../kit/database.ts';

export interface TestPartner {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** A partner with an agreement; its answers go nowhere unless the settings say so. */
export async function partnerNamed(database: TestDatabase, name: string, settings: object = {}): Promise<TestPartner> {
  const code = `partner-${v7().slice(-12)}`;
  const id = await createPartner(database.em(), { name, addresses: { production: code } });
  await saveAgreement(database.em(), { partnerId: id, mode: 'production', settings, by: 'test' });
  return { id, name, code };
}

/** A document as the intake hands it over. */
export function arrivedOf(
  partner: TestPartner,
  text: string | Buffer,
  change: Partial<ArrivedDocument> = {},
): ArrivedDocument {
  const bytes = Buffer.from(text);
  return {
    ...{ id: v7(), reference: newReference(), mode: 'production', agreementVersion: 1, receivedAt: new Date() },
    ...{ partnerId: partner.id, partnerCode: partner.code, partnerName: partner.name, size: bytes.length },
    ...{ contentType: 'application/xml', headers: {}, remoteAddress: '192.0.2.1', buyer: [] },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...change,
  };
}

/** A document as the intake stores it. */
export async function received(
  database: TestDatabase,
  partner: TestPartner,
  text: string | Buffer,
  change: Partial<ArrivedDocument> = {},
): Promise<ArrivedDocument> {
  const bytes = Buffer.from(text);
  const arrived = arrivedOf(partner, bytes, change);
  await receiveDocument(database.em(), arrived, bytes.length > 262_144 ? () => pieces(bytes) : bytes);
  return arrived;
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

/** A document of ours, ready to be sent. @returns its id */
export async function written(
  database: TestDatabase,
  partner: TestPartner,
  change: Partial<NewOutboundDocument> = {},
): Promise<string> {
  const document: NewOutboundDocument = {
    ...{ id: v7(), partnerId: partner.id, mode: 'production', agreementVersion: 1, number: 'SVAR-1', state: 'ready' },
    ...{ format: 'peppol-28a-order-response', contentType: 'application/xml; charset=utf-8' },
    ...change,
  };
  await writeOutbound(database.em(), document, () => ['<OrderResponseSimple><ID>SVAR-1</ID></OrderResponseSimple>']);
  return document.id;
}
