import { describe, expect, test } from 'vitest';
import { addAfter, fixture, node, one, remove, setAttribute, setText, type Node } from './kit/document.ts';
import { places } from './kit/findings.ts';

const LINE = 'cac:OrderLine[1]/cac:LineItem';

type Case = readonly [
  what: string,
  document: 'order' | 'response',
  spoil: (document: Node) => void,
  found: readonly string[],
];

const cardinality: readonly Case[] = [
  ['a missing element', 'order', (order) => remove(order, 'cbc:UBLVersionID'), ['/Order']],
  [
    'an element twice',
    'order',
    (order) => addAfter(order, 'cbc:Note', node('cbc:Note', 'x'), node('cbc:Note', 'y')),
    ['/Order/Note[2]'],
  ],
  [
    'a missing attribute',
    'order',
    (order) => setAttribute(order, `${LINE}/cbc:Quantity`, 'unitCode'),
    ['/Order/OrderLine[1]/LineItem/Quantity'],
  ],
  [
    'another tax scheme than VAT',
    'order',
    (order) => setText(order, 'cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID', 'GST'),
    ['/Order/BuyerCustomerParty/Party/PartyTaxScheme/TaxScheme/ID'],
  ],
  [
    'no reference to the order line',
    'response',
    (response) => remove(response, 'cac:OrderLine[2]/cac:OrderLineReference'),
    ['/OrderResponse/OrderLine[2]'],
  ],
  ['no response code', 'response', (response) => remove(response, 'cbc:OrderResponseCode'), ['/OrderResponse']],
];

const outside: readonly Case[] = [
  [
    'an element outside',
    'order',
    (order) => addAfter(order, `${LINE}/cac:Item/cbc:Name`, node('cbc:BrandName', 'Tall')),
    ['/Order/OrderLine[1]/LineItem/Item/BrandName'],
  ],
  [
    'only the outermost of what is outside',
    'order',
    (order) => addAfter(order, 'cac:Contract', node('cac:ProjectReference', [node('cbc:ID', 'P-1')])),
    ['/Order/ProjectReference'],
  ],
  [
    'an attribute outside',
    'order',
    (order) => setAttribute(order, 'cbc:DocumentCurrencyCode', 'listName', 'x'),
    ['/Order/DocumentCurrencyCode/@listName'],
  ],
  [
    'the scheme of a company number, which the core knows only of the buyer',
    'order',
    (order) =>
      setAttribute(
        order,
        'cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID',
        'schemeID',
        'SE:VAT',
      ),
    ['/Order/AccountingCustomerParty/Party/PartyTaxScheme/CompanyID/@schemeID'],
  ],
];

/** Gaps in the official core rules. */
const unreported: readonly Case[] = [
  [
    'company form',
    'order',
    (order) => {
      const entity = 'cac:BuyerCustomerParty/cac:Party/cac:PartyLegalEntity';
      addAfter(order, `${entity}/cbc:CompanyID`, node('cbc:CompanyLegalForm', 'Kommun'));
    },
    [],
  ],
  [
    'line reference',
    'order',
    (order) => addAfter(order, `${LINE}/cac:Item`, node('cac:LineReference', [node('cbc:LineID', '1')])),
    [],
  ],
  [
    'two terms of delivery',
    'order',
    (order) => addAfter(order, 'cac:DeliveryTerms', structuredClone(one(order, 'cac:DeliveryTerms'))),
    [],
  ],
  [
    'another tax scheme in a response',
    'response',
    (response) => {
      const category = 'cac:OrderLine/cac:SellerSubstitutedLineItem/cac:Item/cac:ClassifiedTaxCategory';
      setText(response, `${category}/cac:TaxScheme/cbc:ID`, 'GST');
    },
    [],
  ],
];

describe.each([
  ['PEPPOL_CORE_R001', cardinality],
  ['PEPPOL_CORE_R002', outside],
  ['no finding', unreported],
])('%s', (id, cases) => {
  test.each(cases)('%s', (_, name, spoil, found) => {
    const document = fixture(name);
    spoil(document);
    expect(places(document, 'core')).toEqual(found.map((path) => `${id} ${path}`));
  });
});
