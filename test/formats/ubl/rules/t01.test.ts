import { describe, expect, test } from 'vitest';
import { t01 } from '../../../../formats/ubl/rules/transactions.ts';
import { addAfter, fixture, one, setAttribute, setText } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';
import { t01Cases } from './kit/t01.cases.ts';

const TOTALS = 'cac:AnticipatedMonetaryTotal';
const QUANTITY = 'cac:OrderLine[1]/cac:LineItem/cbc:Quantity';
const QUANTITY_UNIT = '/Order/OrderLine[1]/LineItem/Quantity/@unitCode';

test('the whole core of an order breaks nothing', () => {
  expect(findings(fixture('order'))).toEqual([]);
});

test('a small order that uses nothing optional breaks only what says so', () => {
  const order = fixture('order');
  const keep = ['UBLVersionID', 'CustomizationID', 'ProfileID', 'ID', 'IssueDate', 'DocumentCurrencyCode', 'OrderLine'];
  const parties = ['BuyerCustomerParty', 'SellerSupplierParty'];
  order.children = order.children.filter(({ name }) => [...keep, ...parties].includes(name));
  expect(places(order)).toEqual(['BII2-T01-R005 /Order', 'BII2-T01-R018 /Order']);
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    expect(Object.keys(t01Cases).toSorted()).toEqual(t01.rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(t01Cases))('%s', (id, { spoil, found }) => {
    const order = fixture('order');
    spoil(order);
    expect(places(order, 'rules')).toEqual(found);
    expect(found.some((each) => each.startsWith(`${id} `))).toBe(true);
    const { severity } = t01.rules.find((rule) => rule.id === id)!;
    expect(findings(order).find((finding) => finding.id === id)).toMatchObject({ severity, layer: 'rules' });
  });
});

describe('values', () => {
  test('a code may have white space around it, but not in a media type', () => {
    const order = fixture('order');
    setText(order, 'cbc:DocumentCurrencyCode', ' SEK\n');
    setAttribute(order, QUANTITY, 'unitCode', ' C62 ');
    expect(places(order, 'rules')).toEqual([]);
    const file = 'cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject';
    setAttribute(order, file, 'mimeCode', ' application/pdf');
    expect(findings(order).map(({ id }) => id)).toEqual(['OP-T01-R003']);
  });

  test('a unit with white space inside breaks all three unit rules, as in the official test', () => {
    const order = fixture('order');
    setAttribute(order, QUANTITY, 'unitCode', 'C 62');
    expect(places(order, 'rules')).toEqual(['R009', 'R010', 'R011'].map((id) => `OP-T01-${id} ${QUANTITY_UNIT}`));
  });

  test('a finding tells what it found and what it expected', () => {
    const order = fixture('order');
    setText(order, `${TOTALS}/cbc:PayableAmount`, '1187.51');
    expect(findings(order)).toMatchObject([{ found: '1187.51', expected: '1187.5' }]);
  });

  test('an empty element is named with its line, wherever it is', () => {
    const order = fixture('order');
    setText(order, 'cac:OrderLine[2]/cac:LineItem/cac:Item/cbc:Name', '');
    const [finding] = findings(order);
    expect(finding).toMatchObject({ id: 'EUGEN-T01-R018', path: '/Order' });
    expect(finding!.found).toMatch(/^\/Order\/OrderLine\[2\]\/LineItem\/Item\/Name on line \d+$/);
  });

  test('prepaid and rounding amounts do not count in what is to be paid', () => {
    const order = fixture('order');
    setText(order, `${TOTALS}/cbc:PrepaidAmount`, '500.00');
    expect(places(order, 'rules')).toEqual([]);
  });

  test('a second TaxTotal, on which official validators break off, leaves nothing that can be right', () => {
    const order = fixture('order');
    addAfter(order, 'cac:TaxTotal', structuredClone(one(order, 'cac:TaxTotal')));
    expect(places(order)).toEqual([
      'BII2-T01-R017 /Order/AnticipatedMonetaryTotal/PayableAmount',
      'BII2-T01-R018 /Order/TaxTotal[1]/TaxAmount',
      'PEPPOL_CORE_R001 /Order/TaxTotal[2]',
    ]);
  });
});
