import { describe, expect, it } from 'vitest';
import { writeCatalogUploadRequest, type CatalogUpload } from '../../../formats/cxml/catalogUploadRequest.write.ts';
import { withSharedSecret } from '../../../formats/cxml/sharedSecret.write.ts';
import { parseContentType } from '../../../formats/mime/contentType.ts';
import { parseMultipart } from '../../../formats/mime/multipart.parse.ts';
import { writeRelated } from '../../../formats/mime/related.write.ts';
import { context, dtdErrors, dtdVersions, noDtds, read } from './kit.ts';

const upload: CatalogUpload = {
  operation: 'update',
  name: 'Verktygsboden i Åmål <lindströms>',
  description: 'lindstroms-2026-11-26-1a2b3c',
  contentId: 'catalogue.17@butik.example',
  email: 'inköp@butik.example',
};
const { email: _, ...untold } = upload;

describe('a CatalogUploadRequest', () => {
  it('names the catalogue and its attachment', () => {
    const text = writeCatalogUploadRequest(upload, context);
    expect(read(text)).toMatchObject({ kind: 'request', name: 'CatalogUploadRequest' });
    expect(text).toContain('<CatalogUploadRequest operation="update">');
    expect(text).toContain('<CatalogName xml:lang="sv">Verktygsboden i Åmål &lt;lindströms&gt;</CatalogName>');
    expect(text).toContain('<URL>cid:catalogue.17@butik.example</URL>');
  });

  it.runIf(!noDtds()).each(dtdVersions)('is valid by the DTD %s, with and without somebody to tell', (version) => {
    for (const given of [upload, untold]) {
      const text = writeCatalogUploadRequest(given, { ...context, version });
      expect(dtdErrors(withSharedSecret(text, 'hemligt'), version)).toEqual([]);
    }
  });
});

describe('a message with an attachment', () => {
  it('is read back byte by byte', () => {
    const file = Buffer.from('CIF_I_V3.0\r\n"Pärm"\r\nENDOFDATA\r\n');
    const { contentType, head, tail } = writeRelated(
      { contentType: 'text/xml; charset=UTF-8', contentId: 'a@b', text: '<cXML>å</cXML>' },
      { contentType: 'text/plain; charset=utf-8', contentId: 'c@d', filename: 'katalog.cif' },
      'roundtrip-0193',
    );
    const { root, parts } = parseMultipart(Buffer.concat([head, file, tail]), parseContentType(contentType)!);
    expect([root.contentType.type, Buffer.from(root.bytes).toString()]).toEqual(['text/xml', '<cXML>å</cXML>']);
    expect(parts).toHaveLength(2);
    expect(parts[1]).toMatchObject({ contentId: 'c@d', filename: 'katalog.cif' });
    expect(Buffer.from(parts[1]!.bytes)).toEqual(file);
  });
});
