import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentModel } from '../../../formats/cxml/contentModel.ts';
import { checkDtd } from '../../../formats/cxml/dtd.check.ts';
import { dtdNames, type DtdName } from '../../../formats/cxml/dtd.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { XmlError } from '../../../formats/xml/error.ts';
import { cxmlSamples, newestDtdErrors, noDtds, read, SAMPLES, setupRequest } from './kit.ts';

const order = (header: string, rest = ''): string =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1@inköp.example" timestamp="2026-11-25T08:00:00+01:00"><Header>
<From><Credential domain="a"><Identity>b</Identity></Credential></From>
<To><Credential domain="a"><Identity>b</Identity></Credential></To>
<Sender><Credential domain="a"><Identity>b</Identity></Credential><UserAgent>Inköp</UserAgent></Sender></Header>
<Request><OrderRequest><OrderRequestHeader ${header}><Total><Money currency="SEK">1</Money></Total>
<BillTo><Address><Name xml:lang="sv">Höör</Name></Address></BillTo></OrderRequestHeader>
<ItemOut quantity="1"><ItemID><SupplierPartID>1</SupplierPartID></ItemID></ItemOut>${rest}</OrderRequest></Request></cXML>`;
const confirmation = readFileSync(join(import.meta.dirname, '../../data/cxml/confirmation-changed.xml'), 'utf8');
const told = (xml: string): unknown[] =>
  checkDtd(read(xml)).map(({ id, path, line, found, expected }) => [id, path, line, found, expected]);
const fine = 'orderID="7" orderDate="2026-11-25"';

describe('the DTD', () => {
  it('finds nothing wrong with a document that follows it', () => {
    expect(told(order(fine))).toEqual([]);
  });

  it('says what is wrong, where, and what could stand there', () => {
    expect(told(order('orderDate="2026" type="renewed" colour="röd"'))).toEqual([
      ['CXML-DTD-ATTRIBUTE', '/cXML/Request/OrderRequest/OrderRequestHeader', 6, undefined, undefined],
      ['CXML-DTD-ATTRIBUTE', '/cXML/Request/OrderRequest/OrderRequestHeader', 6, 'renewed', 'new, update, delete'],
      ['CXML-DTD-ATTRIBUTE', '/cXML/Request/OrderRequest/OrderRequestHeader', 6, 'röd', undefined],
    ]);
    expect(told(order(fine, '<ItemOut quantity="1"/><Pris>9</Pris>'))).toEqual([
      ['CXML-DTD-ELEMENT', '/cXML/Request/OrderRequest', 8, 'Pris', 'ItemOut'],
      ['CXML-DTD-MISSING', '/cXML/Request/OrderRequest/ItemOut[2]', 8, undefined, 'ItemID'],
      ['CXML-DTD-UNKNOWN', '/cXML/Request/OrderRequest/Pris', 8, undefined, undefined],
    ]);
    expect(told(order(fine, 'Hej'))).toEqual([['CXML-DTD-TEXT', '/cXML/Request/OrderRequest', 6, 'Hej', undefined]]);
  });

  it('is the one of the DOCTYPE, which may be the wrong one', () => {
    const xml = confirmation;
    expect(told(xml)).toEqual([]);
    expect(told(xml.replace('Fulfill.dtd', 'cXML.dtd'))).toEqual([
      ['CXML-DTD-FILE', '/cXML', 3, 'cXML.dtd', 'Fulfill.dtd'],
    ]);
    expect(told(xml.replace(/<!DOCTYPE[^>]*>/, ''))).toEqual([]);
  });

  it('knows elements by their exact names', () => {
    expect(told('<cxml><Header/></cxml>')).toEqual([['CXML-DTD-UNKNOWN', '/cxml', 1, undefined, undefined]]);
  });
});

describe('a content model', () => {
  it.each([
    ['(A,B?,C*)', 'A', undefined],
    ['(A,B?,C*)', 'A B C C', undefined],
    ['(A,B?,C*)', 'A C B', [2, 'C']],
    ['(A,B?,C*)', '', [0, 'A']],
    ['(((A,(B|C))|D),E*)', 'A C E E', undefined],
    ['(((A,(B|C))|D),E*)', 'A', [1, 'B C']],
    ['((A+,B*)|B+)', 'B B', undefined],
    ['(#PCDATA|A)*', 'A A', undefined],
    ['(#PCDATA|A)*', 'A B', [1, 'A']],
    ['(#PCDATA)', 'A', [0, '']],
    ['EMPTY', 'A', [0, '']],
    ['ANY', 'A B', undefined],
  ] as const)('%s with %j', (model, children, expected) => {
    const mismatch = new ContentModel(model).mismatch(children === '' ? [] : children.split(' '));
    expect(mismatch && [mismatch.index, mismatch.expected.join(' ')]).toEqual(expected);
  });
});

if (!noDtds()) {
  /** The DTD that a document is judged by, as its DOCTYPE or else its content says. */
  const dtdOf = (xml: string): DtdName =>
    dtdNames.find((dtd) => new RegExp(`/${dtd}\\.dtd`, 'i').test(xml)) ??
    (/<(?:Confirmation|ShipNotice|Receipt)Request/.test(xml)
      ? 'Fulfill'
      : /<InvoiceDetailRequest/.test(xml)
        ? 'InvoiceDetail'
        : /<Quote/.test(xml)
          ? 'Quote'
          : 'cXML');

  const names = cxmlSamples().filter((name) => isReadable(name));
  const verdict = (xml: string): [official: boolean, ours: boolean] => [
    newestDtdErrors(xml, dtdOf(xml)).length === 0,
    checkDtd(read(xml)).length === 0,
  ];

  it.each(names)('%s is judged as libxml2 judges it by the official DTD', (name) => {
    const [official, ours] = verdict(readFileSync(join(SAMPLES, name), 'utf8'));
    expect(ours).toBe(official);
  });

  it('there are samples that follow the DTD and samples that do not', () => {
    const valid = names.filter((name) => verdict(readFileSync(join(SAMPLES, name), 'utf8'))[0]);
    expect(valid.length).toBeGreaterThan(50);
    expect(names.length - valid.length).toBeGreaterThan(5);
  });

  it('and so are documents that were spoilt', () => {
    const documents = [order(fine), setupRequest('<BuyerCookie>a</BuyerCookie>'), confirmation];
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.nat(),
        fc.constantFrom('drop', 'twice', 'swap', 'attribute'),
        (xml, at, how) => {
          const spoilt = spoil(xml, at, how);
          const [official, ours] = verdict(spoilt);
          expect(ours, spoilt).toBe(official);
        },
      ),
      { numRuns: 300 },
    );
  });
}

function isReadable(name: string): boolean {
  try {
    return parseCxml(readFileSync(join(SAMPLES, name))) !== undefined;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}

/** Takes an element without children away, doubles it, changes its place with the next one, or takes an attribute away. */
function spoil(xml: string, at: number, how: string): string {
  const leaves = [...xml.matchAll(/<(\w+)(?: [^<>]*)?>[^<]*<\/\1>/g)];
  const leaf = leaves[at % leaves.length]!;
  const [start, end] = [leaf.index, leaf.index + leaf[0].length];
  if (how === 'drop') return xml.slice(0, start) + xml.slice(end);
  if (how === 'twice') return xml.slice(0, end) + leaf[0] + xml.slice(end);
  if (how === 'attribute') return xml.slice(0, start) + leaf[0].replace(/ [\w:]+="[^"]*"/, '') + xml.slice(end);
  const next = /^\s*<(\w+)(?: [^<>]*)?>[^<]*<\/\1>/.exec(xml.slice(end))?.[0] ?? '';
  return xml.slice(0, start) + next + leaf[0] + xml.slice(end + next.length);
}
