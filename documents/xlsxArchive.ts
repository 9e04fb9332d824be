/** An Excel file (ECMA-376) around one worksheet, piece by piece: a ZIP archive (APPNOTE 6.3) that can be gone on with after a crash. */
import { crc32, constants, deflateRawSync } from 'node:zlib';
import { stylesXml } from '../formats/xlsx/sheet.write.ts';

/** How far the sheet is packed: its CRC-32, its bytes, and its bytes as packed. */
export interface PackedSheet {
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET = 'xl/worksheets/sheet1.xml';
/** Characters that are packed at once. */
const PIECE = 1 << 18;

/** What stands before the sheet, in this order. */
const parts: readonly (readonly [name: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
      `<Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', stylesXml],
];

/** An entry as the archive tells of it. */
interface Entry extends PackedSheet {
  readonly name: string;
  readonly method: 0 | 8;
  /** Do CRC and sizes stand behind the bytes? */
  readonly isStreamed: boolean;
}

const storedEntries: readonly (Entry & { readonly bytes: Buffer })[] = parts.map(([name, xml]) => {
  const bytes = Buffer.from(xml);
  const sizes = { crc: crc32(bytes), size: bytes.length, packedSize: bytes.length };
  return { name, bytes, method: 0, isStreamed: false, ...sizes };
});
const nothing: PackedSheet = { crc: 0, size: 0, packedSize: 0 };
const sheetEntry = (packed: PackedSheet): Entry => ({ name: SHEET, method: 8, isStreamed: true, ...packed });
const before = Buffer.concat([
  ...storedEntries.flatMap((entry) => [localHeader(entry), entry.bytes]),
  localHeader(sheetEntry(nothing)),
]);

/**
 * Packs the next bytes of the sheet's XML.
 * @param sofar undefined before the first
 * @returns the next bytes of the file, and how far it is
 */
export function packSheet(
  sofar: PackedSheet | undefined,
  text: Buffer,
  isLast: boolean,
): { readonly bytes: Buffer; readonly packed: PackedSheet } {
  const { crc, size, packedSize } = sofar ?? nothing;
  // A full flush ends on a whole byte and refers to nothing before: what another process packs can stand behind it.
  const body = deflateRawSync(text, { finishFlush: isLast ? constants.Z_FINISH : constants.Z_FULL_FLUSH });
  const packed = { crc: crc32(text, crc), size: size + text.length, packedSize: packedSize + body.length };
  const pieces = [...(sofar ? [] : [before]), body, ...(isLast ? [end(packed)] : [])];
  return { bytes: Buffer.concat(pieces), packed };
}

/** Packs a whole sheet. */
export async function* packWhole(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let sofar: PackedSheet | undefined;
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    const { bytes, packed } = packSheet(sofar, Buffer.from(text), false);
    [sofar, text] = [packed, ''];
    yield bytes;
  }
  yield packSheet(sofar, Buffer.from(text), true).bytes;
}

/** CRC and sizes of the sheet, and the directory of the archive. */
function end(packed: PackedSheet): Buffer {
  const descriptor = numbers([4, 0x08074b50], [4, packed.crc], [4, packed.packedSize], [4, packed.size]);
  let offset = 0;
  const records = [...storedEntries, sheetEntry(packed)].map((entry) => {
    const record = directoryRecord(entry, offset);
    offset += localHeader(entry).length + entry.packedSize;
    return record;
  });
  const directory = Buffer.concat(records);
  const at = offset + descriptor.length;
  const count = records.length;
  const last = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
  return Buffer.concat([descriptor, directory, last]);
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([numbers([4, 0x04034b50], ...common(entry), [2, 0]), Buffer.from(entry.name)]);
}

function directoryRecord(entry: Entry, offset: number): Buffer {
  const rest = [
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ] as const;
  return Buffer.concat([numbers([4, 0x02014b50], [2, 20], ...common(entry, true), ...rest), Buffer.from(entry.name)]);
}

/** Version 2.0, flags (names in UTF-8, sizes behind), method, 1 January 1980, CRC, sizes, length of the name. */
function common(entry: Entry, isDirectory = false): Field[] {
  const { method, isStreamed, crc, packedSize, size, name } = entry;
  const known = isDirectory || !isStreamed;
  const sizes = known ? [crc, packedSize, size] : [0, 0, 0];
  const flags = 0x0800 + (isStreamed ? 0x0008 : 0);
  return [
    [2, 20],
    [2, flags],
    [2, method],
    [2, 0],
    [2, 0x21],
    ...sizes.map((value): Field => [4, value]),
    [2, name.length],
  ];
}

/** A number with its bytes, little-endian. */
type Field = readonly [bytes: 2 | 4, value: number];

function numbers(...all: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
