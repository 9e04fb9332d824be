import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../kit/golden.ts';
import { sampleFiles, xmlError } from '../kit.ts';
import { enveloped, ORDER_XML, readOrder } from './kit.ts';
import { lostAttributes, lostTexts } from './losses.ts';

const PATH_3A = 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol03a:ver2.0';
const ORDER_3A = ORDER_XML.replace(/urn:www\.cenbii\.eu:transaction[^<]*/, PATH_3A).replace('bii28', 'bii03');

describe('a 28A order with every element of T01', () => {
  it('is read into the neutral order', () => {
    const { header, lines, lineCount, findings, headers } = readOrder(ORDER_XML);
    expect(findings).toEqual([]);
    expect(lineCount).toBe(2);
    expect(headers).toEqual([header]);
    expectGolden('ubl/order.neutral.json', `${JSON.stringify({ header, lines }, null, 2)}\n`);
  });

  it('loses no text but what is the same in every order: another value anywhere gives another neutral order', () => {
    expect(lostTexts(ORDER_XML)).toEqual(['Order/UBLVersionID', 'TaxScheme/ID']);
  });

  it('loses no attribute but the names of code lists and the currency of amounts other than prices and charges', () => {
    expect(lostAttributes(ORDER_XML)).toEqual([
      'AdditionalItemProperty/ValueQuantity/@unitCodeListID',
      'AllowanceCharge/BaseAmount/@currencyID',
      'AnticipatedMonetaryTotal/AllowanceTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/ChargeTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/LineExtensionAmount/@currencyID',
      'AnticipatedMonetaryTotal/PayableAmount/@currencyID',
      'AnticipatedMonetaryTotal/PayableRoundingAmount/@currencyID',
      'AnticipatedMonetaryTotal/PrepaidAmount/@currencyID',
      'AnticipatedMonetaryTotal/TaxExclusiveAmount/@currencyID',
      'AnticipatedMonetaryTotal/TaxInclusiveAmount/@currencyID',
      'ClassifiedTaxCategory/ID/@schemeID',
      'Country/IdentificationCode/@listID',
      'LineItem/LineExtensionAmount/@currencyID',
      'LineItem/Quantity/@unitCodeListID',
      'LineItem/TotalTaxAmount/@currencyID',
      'Order/DocumentCurrencyCode/@listID',
      'Order/OrderTypeCode/@listID',
      'Price/BaseQuantity/@unitCodeListID',
      'TaxTotal/TaxAmount/@currencyID',
    ]);
  });

  it('is the same bare or in an envelope, whole or in pieces, as 28A or 3A', () => {
    const bare = readOrder(ORDER_XML);
    const inEnvelope = readOrder(enveloped(ORDER_XML), {}, [97]);
    expect(inEnvelope.header).toEqual(bare.header);
    expect(inEnvelope.lines.map((line) => ({ ...line, sourceLine: 0 }))).toEqual(
      bare.lines.map((line) => ({ ...line, sourceLine: 0 })),
    );
    expect(inEnvelope.contentHash).toBe(bare.contentHash);
    expect(inEnvelope.findings).toEqual([]);
    expect(inEnvelope.envelope).toMatchObject({
      sender: { scheme: '0007', id: '5560000001' },
      receiver: { scheme: '0088', id: '7350000000009' },
      instanceIdentifier: 'c3b1f1a0-0001-4000-8000-000000000001',
      processId: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
      countryC1: 'SE',
    });
    const order3A = readOrder(ORDER_3A);
    expect(order3A.header).toEqual({
      ...bare.header,
      format: 'peppol-3a-order',
      customizationId: PATH_3A,
      profileId: 'urn:www.cenbii.eu:profile:bii03:ver2.0',
    });
  });

  it('gives the header before the first line and every line as it comes', () => {
    const events: string[] = [];
    readOrder(ORDER_XML, {
      onHeader: ({ number }) => void events.push(number),
      onLine: ({ id }) => void events.push(id),
    });
    expect(events).toEqual(['4500012345', '1', '2']);
  });

  it('lets others read along in the same pass', () => {
    const seen: string[] = [];
    readOrder(enveloped(ORDER_XML), {
      consumers: [
        {
          envelope: (header) => void seen.push(header.name),
          begin: (root) => void seen.push(root.name),
          part: (part, root) => {
            expect(root.children.at(-1)).toBe(part);
            if (part.name === 'ID') seen.push('ID');
          },
          line: (line, position, root) => {
            expect(root.children.at(-1)).toBe(line);
            seen.push(`${line.name} ${position}`);
          },
          end: (root, lines) =>
            void seen.push(`${lines} lines, ${root.children.filter((c) => c.name === 'OrderLine').length} kept`),
        },
      ],
    });
    expect(seen).toEqual([
      'StandardBusinessDocumentHeader',
      'Order',
      'ID',
      'OrderLine 1',
      'OrderLine 2',
      '2 lines, 0 kept',
    ]);
  });
});

describe('orders that cannot be used', () => {
  it.each([
    ['no number', /<cbc:ID>4500012345<\/cbc:ID>/, '', 'RT-ORDER-MISSING', '/Order/ID'],
    ['no issue date', /<cbc:IssueDate>.*<\/cbc:IssueDate>/, '', 'RT-ORDER-MISSING', '/Order/IssueDate'],
    ['an impossible date', '2026-02-02', '2026-02-30', 'RT-ORDER-VALUE', '/Order/IssueDate'],
    ['no line number', '<cbc:ID>2</cbc:ID>', '', 'RT-ORDER-MISSING', '/Order/OrderLine[2]/LineItem/ID'],
    [
      'a quantity in words',
      '>3</cbc:Quantity>',
      '>tre</cbc:Quantity>',
      'RT-ORDER-VALUE',
      '/Order/OrderLine[2]/LineItem/Quantity',
    ],
    [
      'an empty quantity',
      '>3</cbc:Quantity>',
      '> </cbc:Quantity>',
      'RT-ORDER-MISSING',
      '/Order/OrderLine[2]/LineItem/Quantity',
    ],
    ['an exponent', '>70.0000<', '>7e1<', 'RT-ORDER-VALUE', '/Order/OrderLine[1]/LineItem/Price/PriceAmount'],
    [
      'an indicator that is none',
      'Indicator>true<',
      'Indicator>ja<',
      'RT-ORDER-VALUE',
      '/Order/AllowanceCharge/ChargeIndicator',
    ],
    ['no lines', /<cac:OrderLine>[\s\S]*<\/cac:OrderLine>/, '', 'RT-ORDER-MISSING', '/Order/OrderLine'],
  ])('%s is a fatal finding', (_name, what, instead, id, path) => {
    const { findings } = readOrder(ORDER_XML.replace(what, instead));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ id, path, layer: 'advice', severity: 'fatal' });
    expect(findings[0]!.line).toBeGreaterThan(1);
  });

  it('a line without number or quantity is counted but not handed on', () => {
    const { lines, lineCount } = readOrder(ORDER_XML.replace('>10</cbc:Quantity>', '>x</cbc:Quantity>'));
    expect(lineCount).toBe(2);
    expect(lines.map(({ id, position }) => [id, position])).toEqual([['2', 2]]);
  });

  it('findings stay few however many lines are bad', () => {
    const bad = '<cac:OrderLine><cac:LineItem><cbc:ID>9</cbc:ID></cac:LineItem></cac:OrderLine>'.repeat(900);
    const { findings } = readOrder(ORDER_XML.replace('</Order>', `${bad}</Order>`));
    expect(findings).toHaveLength(200);
  });

  it('an amount in another currency is a warning', () => {
    const { findings } = readOrder(ORDER_XML.replace('TaxAmount currencyID="SEK"', 'TaxAmount currencyID="EUR"'));
    expect(findings).toMatchObject([
      {
        id: 'RT-ORDER-CURRENCY',
        severity: 'warning',
        path: '/Order/TaxTotal/TaxAmount/@currencyID',
        found: 'EUR',
        expected: 'SEK',
      },
    ]);
  });

  it.each([
    ['another root', '<html/>', 'html'],
    ['an order of another standard', '<Order xmlns="urn:x"/>', '{urn:x}Order'],
    [
      'an order response',
      '<OrderResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2"/>',
      'OrderResponse-2}OrderResponse',
    ],
    [
      'an order of a BIS that is to come',
      ORDER_XML.replace(/urn:www\.cenbii\.eu:transaction[^<]*/, 'urn:fdc:peppol.eu:poacc:trns:order:4'),
      'urn:fdc:peppol.eu',
    ],
    ['a longer version number', ORDER_XML.replace('peppol28a:ver1.0', 'peppol28a:ver1.01'), 'ver1.01'],
  ])('%s is unsupported', (_name, document, found) => {
    const error = xmlError(() => readOrder(document));
    expect(error.kind).toBe('unsupported');
    expect(error.found).toContain(found);
  });

  it('too many lines are refused at the first that is too many', () => {
    const seen: string[] = [];
    const error = xmlError(() => readOrder(ORDER_XML, { maxLines: 1, onLine: ({ id }) => void seen.push(id) }));
    expect(error).toMatchObject({ kind: 'tooLarge', expected: '≤ 1' });
    expect(seen).toEqual(['1']);
  });

  it('an envelope without a document, or with two, is unsupported', () => {
    const envelope = enveloped(ORDER_XML);
    const [order] = /<Order [\s\S]*<\/Order>/.exec(envelope)!;
    expect(xmlError(() => readOrder(envelope.replace(order, ''))).reason).toContain('holds no document');
    expect(xmlError(() => readOrder(envelope.replace(order, order + order))).reason).toContain('more than one');
  });
});

describe('tolerance', () => {
  it('keeps a national tail, trims identifiers, and takes ProfileID where CustomizationID is missing', () => {
    const tail = ':extended:urn:www.difi.no:ehf:ordre:ver1.0';
    const national = readOrder(ORDER_XML.replace('peppol28a:ver1.0', `peppol28a:ver1.0${tail}\n  `));
    expect(national.header.format).toBe('peppol-28a-order');
    expect(national.header.customizationId.endsWith(tail)).toBe(true);
    const without = readOrder(ORDER_XML.replace(/<cbc:CustomizationID>.*<\/cbc:CustomizationID>/, ''));
    expect(without.header.format).toBe('peppol-28a-order');
  });

  it('takes dates with a time zone and indicators as digits', () => {
    const document = ORDER_XML.replace('>2026-02-02<', '>2026-02-02+01:00<').replace('Indicator>true<', 'Indicator>1<');
    const { header, findings } = readOrder(document);
    expect(findings).toEqual([]);
    expect(header.issueDate).toBe('2026-02-02');
    expect(header.allowanceCharges[0]!.charge).toBe(true);
  });

  it('goes on past elements that UBL knows but T01 does not, and keeps repeated notes', () => {
    const document = ORDER_XML.replace(
      '<cbc:Note>Leveras till lastkaj B.</cbc:Note>',
      '<cbc:Note>Leveras till lastkaj B.</cbc:Note><cbc:Note>Ring först.</cbc:Note><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>',
    );
    const { header, findings } = readOrder(document);
    expect(findings).toEqual([]);
    expect(header.note).toBe('Leveras till lastkaj B.\nRing först.');
  });
});

const samples = sampleFiles('bis28a');
if (samples.length === 0) console.log('The official samples are not beside this repository: they are not read.');
else {
  describe('official samples', () => {
    it.each(samples.map((file) => [basename(file), file]))('%s is read, or refused with a reason', (_name, file) => {
      const text = readFileSync(file, 'utf8');
      const root = /<(?:\w+:)?(Order|OrderResponse|testSet)[\s>]/.exec(text)![1];
      if (root !== 'Order') {
        expect(xmlError(() => readOrder(text)).kind).toBe('unsupported');
        return;
      }
      const { header, lines, lineCount, findings } = readOrder(readFileSync(file));
      expect(lineCount).toBe(text.match(/<cac:OrderLine>/g)?.length);
      expect(lines).toHaveLength(lineCount);
      expect(findings).toEqual([]);
      expect(header.number).not.toBe('');
      expect(header.buyer.name ?? header.buyer.identifications[0]?.id).toBeTruthy();
    });
  });
}
