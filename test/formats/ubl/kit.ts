import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrderHeader, OrderLine } from '../../../formats/document/order.ts';
import type { ContentDigest } from '../../../formats/ubl/contentHash.ts';
import { OrderParser, type OrderParserOptions, type ParsedOrder } from '../../../formats/ubl/order.parse.ts';
import { cut, utf8 } from '../kit.ts';

/** An order with every element of T01, written by us; it breaks no rule. */
export const ORDER_XML = readFileSync(join(import.meta.dirname, 'rules/data/order.xml'), 'utf8');

export function sha256(): ContentDigest {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

export interface Read extends ParsedOrder {
  readonly lines: readonly OrderLine[];
  /** What `onHeader` was called with. */
  readonly headers: readonly OrderHeader[];
}

export function readOrder(
  document: string | Uint8Array,
  options: Partial<OrderParserOptions> = {},
  sizes: readonly number[] = [],
): Read {
  const lines: OrderLine[] = [];
  const headers: OrderHeader[] = [];
  const parser = new OrderParser({
    maxLines: 1000,
    hash: sha256(),
    onHeader: (header) => void headers.push(header),
    onLine: (line) => void lines.push(line),
    ...options,
  });
  for (const piece of cut(typeof document === 'string' ? utf8(document) : document, sizes)) parser.write(piece);
  return { ...parser.finish(), lines, headers };
}

const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

/** The order in a Peppol envelope. */
export function enveloped(order: string, instance = 'c3b1f1a0-0001-4000-8000-000000000001'): string {
  const type = 'urn:oasis:names:specification:ubl:schema:xsd:Order-2';
  const customization = /CustomizationID[^>]*>\s*([^\s<]+)/.exec(order)![1]!;
  const process = /ProfileID[^>]*>\s*([^\s<]+)/.exec(order)![1]!;
  return `<?xml version="1.0" encoding="UTF-8"?>
<StandardBusinessDocument xmlns="${SBDH}">
  <StandardBusinessDocumentHeader>
    <HeaderVersion>1.0</HeaderVersion>
    <Sender><Identifier Authority="iso6523-actorid-upis">0007:5560000001</Identifier></Sender>
    <Receiver><Identifier Authority="iso6523-actorid-upis">0088:7350000000009</Identifier></Receiver>
    <DocumentIdentification>
      <Standard>${type}</Standard>
      <TypeVersion>2.1</TypeVersion>
      <InstanceIdentifier>${instance}</InstanceIdentifier>
      <Type>Order</Type>
      <CreationDateAndTime>2026-02-02T09:30:00+01:00</CreationDateAndTime>
    </DocumentIdentification>
    <BusinessScope>
      <Scope><Type>DOCUMENTID</Type><InstanceIdentifier>${type}::Order##${customization}::2.1</InstanceIdentifier><Identifier>busdox-docid-qns</Identifier></Scope>
      <Scope><Type>PROCESSID</Type><InstanceIdentifier>${process}</InstanceIdentifier><Identifier>cenbii-procid-ubl</Identifier></Scope>
      <Scope><Type>COUNTRY_C1</Type><InstanceIdentifier>SE</InstanceIdentifier></Scope>
    </BusinessScope>
  </StandardBusinessDocumentHeader>
  ${order.replace(/^<\?xml[^>]*>\s*/, '')}
</StandardBusinessDocument>`;
}
