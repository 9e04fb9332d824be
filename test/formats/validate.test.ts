import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderChunks } from '../../bench/orders.ts';
import { DocumentValidator, type ValidationResult } from '../../formats/validate.ts';
import { cut, utf8 } from './kit.ts';
import { addAfter, fixture, node, remove, setAttribute, setText, write } from './ubl/rules/kit/document.ts';
import { validate } from './ubl/rules/kit/findings.ts';

const TENDER = 'urn:fdc:peppol.eu:prac:trns:t002:1.1';

function enveloped(document: Uint8Array, header: string): Uint8Array {
  const body = Buffer.from(document)
    .toString()
    .replace(/^<\?xml.*\n/, '');
  return utf8(
    `<sh:StandardBusinessDocument xmlns:sh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">${header}${body}</sh:StandardBusinessDocument>`,
  );
}

describe('the format is detected by the content', () => {
  test('order and order response of 28A', () => {
    expect(validate(write(fixture('order')))).toMatchObject({ format: 'peppol-28a-order', valid: true, findings: [] });
    expect(validate(write(fixture('response')))).toMatchObject({ format: 'peppol-28a-order-response', valid: true });
  });

  test('the order-only 3A, under the same rules', () => {
    const order = fixture('order');
    const id = 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol03a:ver2.0';
    setText(order, 'cbc:CustomizationID', id);
    remove(order, 'cbc:ID');
    const { format, findings } = validate(write(order));
    expect(format).toBe('peppol-3a-order');
    expect(findings.map(({ id }) => id)).toEqual(['UBL-MISSING', 'BII2-T01-R006']);
  });

  test('carts of 18A and of Punch Out 3, which share their root with the product catalogue', () => {
    expect(validate(write(fixture('cart18a')))).toMatchObject({ format: 'peppol-18a-cart', valid: true, findings: [] });
    const cart = fixture('cart3');
    expect(validate(write(cart))).toMatchObject({ format: 'peppol-3-cart', valid: true, findings: [] });
    remove(cart, 'cbc:CustomizationID');
    expect(validate(write(cart))).toMatchObject({ format: 'peppol-3-cart', valid: false });
    const catalogue = fixture('cart3');
    setText(catalogue, 'cbc:CustomizationID', 'urn:example:catalogue');
    expect(validate(write(catalogue)).findings).toMatchObject([{ id: 'FORMAT-UNKNOWN', path: '/Catalogue' }]);
  });

  test('another format is named, with what is known here', () => {
    const order = fixture('order');
    setText(order, 'cbc:CustomizationID', TENDER);
    const { format, valid, findings } = validate(write(order));
    expect({ format, valid }).toEqual({ format: undefined, valid: false });
    expect(findings).toMatchObject([{ id: 'FORMAT-UNKNOWN', severity: 'fatal', path: '/Order', line: 2 }]);
    expect(findings[0]!.found).toContain(TENDER);
    expect(findings[0]!.expected).toContain('peppol-28a-order');
  });

  test('another root element too', () => {
    const { findings } = validate(utf8('<html><body/></html>'));
    expect(findings).toMatchObject([{ id: 'FORMAT-UNKNOWN', found: expect.stringContaining('html in no namespace') }]);
  });
});

describe('what is no readable XML is one fatal finding', () => {
  test.each([
    ['XML-MALFORMED', utf8('not xml'), 1],
    ['XML-MALFORMED', utf8(''), 1],
    ['XML-MALFORMED', utf8('<a>\n<b>\n</a>'), 3],
    ['XML-MALFORMED', write(fixture('order')).subarray(0, 5000), undefined],
    ['XML-MALFORMED', utf8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 1],
    ['XML-ENCODING', utf8('<?xml version="1.0" encoding="EBCDIC"?><a/>'), 1],
    ['XML-UNSUPPORTED', utf8('<?xml version="1.1"?><a/>'), 1],
    ['XML-TOO-LARGE', utf8('<a>'.repeat(1000)), 1],
  ])('%s', (id, bytes, line) => {
    const { format, valid, findings } = validate(bytes);
    expect({ format, valid }).toEqual({ format: undefined, valid: false });
    expect(findings).toMatchObject([
      { id, layer: 'structure', severity: 'fatal', ...(line === undefined ? {} : { line }) },
    ]);
  });

  test('also when it shows only after thousands of lines', () => {
    const validator = new DocumentValidator();
    const [header, ...rest] = orderChunks({ number: 'A', lines: 2000, articles: 10 });
    for (const chunk of [header!, ...rest.slice(0, -1), '</Wrong>', 'more']) validator.write(utf8(chunk));
    expect(validator.finish().findings.map(({ id }) => id)).toEqual(['XML-MALFORMED']);
  });
});

describe('a cXML document', () => {
  const head = '<?xml version="1.0"?><!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">';
  const order = (total: string, type = 'new'): Uint8Array =>
    utf8(`${head}<cXML payloadID="1@hoor.example" timestamp="2026-11-25T08:00:00+01:00"><Header>
<From><Credential domain="a"><Identity>b</Identity></Credential></From><To><Credential domain="a"><Identity>b</Identity></Credential></To>
<Sender><Credential domain="a"><Identity>b</Identity></Credential><UserAgent>Inköp</UserAgent></Sender></Header>
<Request><OrderRequest><OrderRequestHeader orderID="7" orderDate="2026-11-25" type="${type}"><Total><Money currency="SEK">${total}</Money></Total>
<BillTo><Address><Name xml:lang="sv">Höör</Name></Address></BillTo></OrderRequestHeader>
<ItemOut quantity="2" lineNumber="1"><ItemID><SupplierPartID>1</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="SEK">1</Money></UnitPrice>
<Description xml:lang="sv">Gem</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">1</Classification></ItemDetail></ItemOut>
</OrderRequest></Request></cXML>`);

  test('is known by its name, judged by the DTD and by what it means', () => {
    expect(validate(order('2'))).toEqual({ format: 'cxml-order-request', valid: true, findings: [], omitted: 0 });
    expect(validate(order('3'))).toMatchObject({ valid: true, findings: [{ id: 'CXML-ORDER-TOTAL', expected: '2' }] });
    expect(validate(order('2', 'renewed'))).toMatchObject({ valid: false, findings: [{ id: 'CXML-DTD-ATTRIBUTE' }] });
    const answer = utf8('<cXML payloadID="1" timestamp="2"><Response><Status code="200" text="OK"/></Response></cXML>');
    expect(validate(answer)).toMatchObject({ format: 'cxml-response', valid: true });
  });

  test('of which nothing but the root is known is in no format', () => {
    const { format, valid, findings } = validate(utf8('<cXML payloadID="1" timestamp="2"><Brev/></cXML>'));
    expect([format, valid]).toEqual([undefined, false]);
    expect(findings.map(({ id }) => id)).toContain('CXML-DTD-UNKNOWN');
  });

  test('is judged alike however its bytes are cut', () => {
    const bytes = order('3');
    const validator = new DocumentValidator();
    for (const piece of cut(bytes, Array<number>(40).fill(97))) validator.write(piece);
    expect(validator.finish()).toEqual(validate(bytes));
  });

  test('keeps a thousand findings and counts the rest', () => {
    const many = `<cXML payloadID="1" timestamp="2"><Response><Status code="200" text="OK"/>${'<Brev/>'.repeat(1_500)}</Response></cXML>`;
    const { findings, omitted } = validate(utf8(many));
    expect([findings.length, findings.length + omitted]).toEqual([1_000, 1_501]);
  });
});

describe('an envelope', () => {
  test('is read through, and judged', () => {
    const { format, valid, findings } = validate(
      enveloped(write(fixture('order')), '<sh:StandardBusinessDocumentHeader/>'),
    );
    expect(format).toBe('peppol-28a-order');
    expect(valid).toBe(false);
    expect(findings.every(({ id, layer }) => id.startsWith('RT-SBDH-') && layer === 'advice')).toBe(true);
  });

  test('does not change what is found inside', () => {
    const order = fixture('order');
    setText(order, 'cac:OrderLine[2]/cac:LineItem/cbc:Quantity', '-1');
    const { findings } = validate(enveloped(write(order), ''));
    expect(findings).toMatchObject([
      { id: 'RT-SBDH-HEADER', severity: 'fatal' },
      { id: 'BII2-T01-R010', path: '/Order/OrderLine[2]/LineItem/Quantity' },
    ]);
  });
});

describe('places', () => {
  test('path and line of the element', () => {
    const order = fixture('order');
    setAttribute(order, 'cac:OrderLine[2]/cac:LineItem/cbc:Quantity', 'unitCode', 'PCE');
    const text = write(order).toString();
    const { findings } = validate(write(order));
    const line = text.split('\n').findIndex((each) => each.includes('unitCode="PCE"')) + 1;
    expect(findings).toMatchObject([{ path: '/Order/OrderLine[2]/LineItem/Quantity/@unitCode', line, found: 'PCE' }]);
  });

  test('a position stands only where there are several, also of lines', () => {
    const order = fixture('order');
    remove(order, 'cac:OrderLine[2]');
    remove(order, 'cac:AnticipatedMonetaryTotal');
    setText(order, 'cac:TaxTotal/cbc:TaxAmount', '162.50');
    setText(order, 'cac:OrderLine/cac:LineItem/cbc:Quantity', '-1');
    expect(validate(write(order)).findings).toMatchObject([{ path: '/Order/OrderLine/LineItem/Quantity' }]);
  });

  test('findings come by line', () => {
    const order = fixture('order');
    addAfter(order, 'cbc:Note', node('cbc:Nickname', 'x'));
    setText(order, 'cac:OrderLine[1]/cac:LineItem/cbc:Quantity', '-1');
    setText(order, 'cbc:IssueDate', 'yesterday');
    const lines = validate(write(order)).findings.map(({ line }) => line);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

test('how the bytes are cut does not matter', () => {
  const order = fixture('order');
  setText(order, 'cac:OrderLine[1]/cac:LineItem/cbc:Quantity', '-1');
  setText(order, 'cbc:Note', '');
  const bytes = write(order);
  const whole = validate(bytes);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 20 }), (sizes) => {
      const validator = new DocumentValidator();
      for (const piece of cut(bytes, sizes)) validator.write(piece);
      expect(validator.finish()).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('the core layer can be left out', () => {
  const order = fixture('order');
  addAfter(order, 'cbc:ID', node('cbc:CopyIndicator', 'true'));
  const without = new DocumentValidator({ core: false });
  without.write(write(order));
  expect(without.finish().findings).toEqual([]);
  expect(validate(write(order)).findings).toMatchObject([{ id: 'PEPPOL_CORE_R002' }]);
});

describe('a document with endless findings', () => {
  const lines = 5000;

  function judge(spoil: (chunk: string) => string): ValidationResult {
    const validator = new DocumentValidator();
    for (const chunk of orderChunks({ number: 'MANY', lines, articles: 10 })) validator.write(utf8(spoil(chunk)));
    return validator.finish();
  }

  test('keeps a thousand, counts the rest, and loses no id', () => {
    const { findings, omitted, valid } = judge((chunk) =>
      chunk
        .replaceAll('unitCode="C62"', 'unitCode="PCE"')
        .replace(/<cac:ValidityPeriod>.*?<\/cac:ValidityPeriod>/s, ''),
    );
    expect(valid).toBe(false);
    expect(findings.length).toBeLessThan(1050);
    expect(findings.length + omitted).toBe(2 * lines + 1);
    expect(new Set(findings.map(({ id }) => id))).toEqual(new Set(['OP-T01-R009', 'BII2-T01-R005']));
  });

  test('shows the one fatal finding that comes after thousands of warnings', () => {
    const { findings, valid } = judge((chunk) => {
      const packed = chunk.replaceAll('unitCode="C62"', 'unitCode="PK"');
      return chunk.includes(`<cbc:ID>${lines}</cbc:ID>`) ? packed.replace(/(<cbc:Quantity [^>]*>)/, '$1-') : packed;
    });
    expect(valid).toBe(false);
    expect(findings.filter(({ severity }) => severity === 'fatal')).toMatchObject([
      { id: 'BII2-T01-R010', path: `/Order/OrderLine[${lines}]/LineItem/Quantity` },
    ]);
  });
});
