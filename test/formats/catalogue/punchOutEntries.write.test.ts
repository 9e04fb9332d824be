import { describe, expect, it } from 'vitest';
import { writeCif } from '../../../formats/cif/cif.write.ts';
import { checkCxml } from '../../../formats/cxml/document.check.ts';
import { writeIndex } from '../../../formats/cxml/index.write.ts';
import { cxmlVersions } from '../../../formats/cxml/versions.ts';
import type { Catalogue, CatalogueItem } from '../../../formats/document/catalogue.ts';
import { dtdErrors, dtdVersions, noDtds } from '../cxml/kit.ts';
import { utf8 } from '../kit.ts';
import { drill, header, nut, textOf } from './catalogues.ts';

const supplier = { domain: 'DUNS', identity: '123456789' };
const context = { suppliers: [supplier], classificationDomain: 'UNSPSC' } as const;
const url = 'https://butik.example/punchout/amal?a=1&b=2';
const place: CatalogueItem = {
  ...{ sellersId: 'aisle:Borr & bits', name: 'Borr & bits', keywords: [], unit: 'C62', labels: [], pictures: [] },
  prices: [{ amount: '0', baseQuantity: '1', from: '0' }],
  classifications: [{ scheme: 'UNSPSC', code: '27112700' }],
  punchOut: { level: 'aisle', url },
};
const article: CatalogueItem = { ...drill, punchOut: { level: 'product', url } };
const catalogue: Catalogue = {
  header: { ...header, hasPunchOut: true },
  items: [nut, place, article, { ...place, sellersId: 'store:', change: 'delete' }],
};

describe('places to punch out to', () => {
  it('stand in an Index with level, address and, of an article, the price', async () => {
    const text = await textOf(writeIndex(catalogue, { ...context, version: '1.2.050' }));
    expect(text.match(/<IndexItemPunchout>/g)).toHaveLength(2);
    expect(text).toMatch(/<PunchoutDetail punchoutLevel="aisle">\s*<Description xml:lang="sv">Borr &amp; bits</);
    expect(text).toContain('<URL>https://butik.example/punchout/amal?a=1&amp;b=2</URL>');
    expect(text.match(/<UnitPrice>/g)).toHaveLength(2);
    expect(text).toMatch(/<IndexItemDelete>\s*<ItemID>\s*<SupplierPartID>store:</);
  });

  it.each(cxmlVersions)('are valid by our DTD check, declared as %s', async (version) => {
    const text = await textOf(writeIndex(catalogue, { ...context, version }));
    expect(checkCxml(utf8(text)).findings).toEqual([]);
  });

  it.runIf(!noDtds()).each(dtdVersions)('are valid by the official DTD %s', async (version) => {
    expect(dtdErrors(await textOf(writeIndex(catalogue, { ...context, version })), version)).toEqual([]);
  });

  it('have columns of their own in CIF', async () => {
    const text = await textOf(writeCif(catalogue, supplier));
    expect(text).toContain('Currency, PunchOut Enabled, PunchOut Level\r\n');
    const [of] = text.split('\r\n').filter((row) => row.includes('aisle:'));
    expect(of).toContain(`"${url}"`);
    expect(of).toMatch(/"T","aisle"$/);
    expect(text.split('\r\n').find((row) => row.includes('Mutter'))).toMatch(/"F",""$/);
  });
});
