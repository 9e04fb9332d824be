import { crc32, inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive by its directory, as readers take them; CRC and sizes are checked. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const [count, at] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)];
  const files = new Map<string, Buffer>();
  for (let i = 0, record = at; i < count; i += 1) {
    const [method, crc] = [archive.readUInt16LE(record + 10), archive.readUInt32LE(record + 16)];
    const [packed, size] = [archive.readUInt32LE(record + 20), archive.readUInt32LE(record + 24)];
    const [length, local] = [archive.readUInt16LE(record + 28), archive.readUInt32LE(record + 42)];
    const name = archive.toString('utf8', record + 46, record + 46 + length);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    const content = method === 8 ? inflateRawSync(bytes) : bytes;
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged`);
    files.set(name, content);
    record += 46 + length;
  }
  return files;
}

/** The sheet of an Excel file. */
export function sheetOf(archive: Buffer): string {
  return unzip(archive).get('xl/worksheets/sheet1.xml')!.toString();
}

/** Its rows, each cell as what stands in it. */
export function rowsIn(sheet: string): string[][] {
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c\/>|<c[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, number]) => text ?? number ?? '',
    ),
  );
}
