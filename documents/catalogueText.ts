/** What a catalogue on its way is written as, piece by piece. */
import type { CatalogueFormat, CatalogueHeader, CatalogueItem } from '../formats/document/catalogue.ts';
import { writeEnvelope } from '../formats/sbdh/sbdh.write.ts';
import { catalogue3Process } from '../formats/ubl/catalogue3.write.ts';
import type { Agreement } from '../partners/agreement.ts';
import { templateOf } from '../partners/csvTemplate.ts';
import { writeAs, type CatalogueSource } from './catalogue.ts';
import { numberOf, type CatalogueExport } from './catalogueExport.entity.ts';
import { catalogueDocuments, isTable } from './catalogueExports.ts';

/** What a text is written from. */
export interface Written {
  readonly run: CatalogueExport;
  readonly part: CataloguePart;
  readonly settings: Agreement;
  readonly source: CatalogueSource;
}

/** Where what stands after the items begins. */
const endsWith = {
  'peppol-3': '</Catalogue>',
  'peppol-1a': '</Catalogue>',
  'cxml-index': '</Index>',
  cif: 'ENDOFDATA',
  csv: undefined,
  xlsx: '</sheetData>',
} as const satisfies Record<CatalogueFormat, string | undefined>;

/** A document of a catalogue: which of how many. */
export interface CataloguePart {
  /** 1 is the first. */
  readonly part: number;
  readonly parts: number;
  readonly outboundDocumentId: string;
}

/** Bytes that stand before the first item and after the last. */
export interface Frame {
  readonly head: Buffer;
  readonly end: Buffer;
}

export async function frameOf(written: Written): Promise<Frame> {
  const empty = await whole(written, []);
  const mark = endsWith[written.run.format];
  const at = mark === undefined ? empty.length : empty.lastIndexOf(mark);
  return { head: empty.subarray(0, at), end: empty.subarray(at) };
}

/** The bytes of items between them: an item is written alike whatever its neighbours are. */
export async function bodyOf(written: Written, { head, end }: Frame, items: readonly CatalogueItem[]): Promise<Buffer> {
  const bytes = await whole(written, items);
  const until = bytes.length - end.length;
  if (!bytes.subarray(0, head.length).equals(head) || !bytes.subarray(until).equals(end))
    throw new Error(`the ${written.run.format} writer writes other ends`);
  return bytes.subarray(head.length, until);
}

/** Each piece becomes bytes at once: strings that lie around cost the collector more than the writing. */
async function whole({ run, part, settings, source }: Written, items: readonly CatalogueItem[]): Promise<Buffer> {
  const isIncrement = isChange(run, part);
  const header = {
    ...source.header,
    ...namesOf(run, part, source.header),
    ...(isIncrement && { changesOnly: true as const }),
  };
  const told = isIncrement && !run.changesOnly ? items.map((item) => ({ ...item, change: 'add' as const })) : items;
  const layout = { agreement: settings, format: run.format, template: templateOf(settings.catalogue) };
  const payload = writeAs({ header, items: told }, layout, source.shop);
  const pieces: Buffer[] = [];
  for await (const piece of enveloped(run, part, settings, header, payload)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The second of several adds to the first: as the full state it would take the place of it. */
function isChange({ changesOnly, format }: CatalogueExport, { part }: CataloguePart): boolean {
  return changesOnly || (part > 1 && !isTable(format));
}

/** Number and name, by which the receiver sees which of how many it is. */
function namesOf(run: CatalogueExport, part: CataloguePart, { name }: CatalogueHeader) {
  const number = partNumber(run, part);
  return part.parts === 1 ? { number } : { number, name: `${name} (${part.part}/${part.parts})` };
}

/** In an envelope where the agreement wants one for documents in UBL. */
function enveloped(
  run: CatalogueExport,
  { outboundDocumentId }: CataloguePart,
  { envelope }: Agreement,
  header: CatalogueHeader,
  payload: AsyncIterable<string>,
): AsyncIterable<string> {
  const format = catalogueDocuments[run.format];
  if (envelope.kind === 'none' || (format !== 'peppol-3-catalogue' && format !== 'peppol-1a-catalogue')) return payload;
  const fields = {
    sender: envelope.shop,
    receiver: envelope.partner,
    format,
    // As the document itself says.
    ...(format === 'peppol-3-catalogue' && { profile: catalogue3Process(header) }),
    instanceIdentifier: outboundDocumentId,
    creationDateAndTime: run.createdAt.toISOString(),
    countryC1: envelope.country,
  };
  return writeEnvelope(fields, payload);
}

/** The number of one of its documents: `amal-2026-11-26-3dd31b-2of3`. */
export function partNumber(
  run: Pick<CatalogueExport, 'code' | 'day' | 'id'>,
  { part, parts }: Pick<CataloguePart, 'part' | 'parts'>,
): string {
  return parts === 1 ? numberOf(run) : `${numberOf(run)}-${part}of${parts}`;
}
