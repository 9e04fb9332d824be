import { expect, test } from 'vitest';
import { CBC } from '../../../../formats/ubl/namespaces.ts';
import { addAfter, all, fixture, node, one, remove, setAttribute, setText, type Node } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const LINE = 'cac:OrderLine[1]/cac:LineItem';
const ITEM = `${LINE}/cac:Item`;

function swap(order: Node, path: string): void {
  const { children } = one(order, path);
  [children[0], children[1]] = [children[1]!, children[0]!];
}

function extensions(...content: Node[]): Node {
  return node('ext:UBLExtensions', [node('ext:UBLExtension', [node('ext:ExtensionContent', content)])]);
}

const foreign: Node = { name: 'Own', ns: 'urn:own', attributes: [], children: [], text: 'x' };

const cases: readonly [what: string, spoil: (order: Node) => void, found: readonly string[]][] = [
  [
    'an element that UBL does not know',
    (order) => addAfter(order, `${ITEM}/cbc:Name`, node('cbc:Nickname', 'x')),
    ['UBL-UNKNOWN /Order/OrderLine[1]/LineItem/Item/Nickname'],
  ],
  [
    'an element that UBL knows elsewhere',
    (order) => addAfter(order, 'cbc:Note', node('cbc:PriceAmount', '1', { currencyID: 'SEK' })),
    ['UBL-UNKNOWN /Order/PriceAmount'],
  ],
  ['the wrong namespace', (order) => (one(order, 'cac:Contract').ns = CBC), ['UBL-NAMESPACE /Order/Contract']],
  ['wrong order', (order) => swap(order, LINE), ['UBL-ORDER /Order/OrderLine[1]/LineItem/ID']],
  [
    'a header element after the lines',
    (order) => order.children.push(node('cbc:Note', 'spät')),
    ['UBL-ORDER /Order/Note[2]', 'PEPPOL_CORE_R001 /Order/Note[2]'],
  ],
  [
    'the header after the lines',
    (order) =>
      (order.children = [...all(order, 'cac:OrderLine'), ...order.children.filter(({ name }) => name !== 'OrderLine')]),
    fixture('order')
      .children.filter(({ name }) => name !== 'OrderLine')
      .map(({ name }, i, every) => {
        const alike = every.filter((each) => each.name === name);
        return `UBL-ORDER /Order/${name}${alike.length > 1 ? `[${alike.indexOf(every[i]!) + 1}]` : ''}`;
      }),
  ],
  [
    'an element twice that may stand once',
    (order) => addAfter(order, 'cbc:IssueDate', node('cbc:IssueDate', '2026-02-02')),
    ['UBL-REPEATED /Order/IssueDate[2]'],
  ],
  [
    'a required element missing',
    (order) => remove(order, `${LINE}/cac:Price/cbc:PriceAmount`),
    ['UBL-MISSING /Order/OrderLine[1]/LineItem/Price', 'BII2-T01-R011 /Order/OrderLine[1]'],
  ],
  [
    'no line at all',
    (order) => {
      remove(order, 'cac:OrderLine');
      remove(order, 'cac:AnticipatedMonetaryTotal');
    },
    ['UBL-MISSING /Order'],
  ],
  ['text where only elements may be', (order) => (one(order, 'cac:Contract').text = 'x'), ['UBL-TEXT /Order/Contract']],
  [
    'an element where only text may be',
    (order) => one(order, 'cbc:Note').children.push(node('cbc:ID', 'x')),
    ['UBL-UNKNOWN /Order/Note/ID'],
  ],
  [
    'an attribute that UBL does not know',
    (order) => setAttribute(order, 'cbc:ID', 'colour', 'red'),
    ['UBL-ATTRIBUTE /Order/ID/@colour', 'PEPPOL_CORE_R002 /Order/ID/@colour'],
  ],
  [
    'an attribute on an element made of elements',
    (order) => setAttribute(order, 'cac:Contract', 'id', '1'),
    ['UBL-ATTRIBUTE /Order/Contract/@id', 'PEPPOL_CORE_R002 /Order/Contract/@id'],
  ],
  [
    'a required attribute missing',
    (order) => setAttribute(order, 'cac:TaxTotal/cbc:TaxAmount', 'currencyID'),
    ['UBL-ATTRIBUTE-MISSING /Order/TaxTotal/TaxAmount'],
  ],
  [
    'an attribute with a value of the wrong kind',
    (order) => setAttribute(order, 'cbc:Note', 'languageID', 'svenska språket'),
    ['UBL-VALUE /Order/Note/@languageID', 'PEPPOL_CORE_R002 /Order/Note/@languageID'],
  ],
  [
    'a value of the wrong kind',
    (order) => setText(order, 'cbc:IssueDate', '2026-02-30'),
    ['UBL-VALUE /Order/IssueDate'],
  ],
  [
    'an empty number',
    (order) => setText(order, `${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`, ''),
    ['UBL-VALUE /Order/OrderLine[1]/LineItem/Item/ClassifiedTaxCategory/Percent', 'EUGEN-T01-R018 /Order'],
  ],
  [
    'nil, which no element of UBL may be',
    (order) => one(order, 'cbc:Note').attributes.push({ local: 'nil', uri: XSI, value: 'true' }),
    ['UBL-ATTRIBUTE /Order/Note/@nil'],
  ],
  [
    'another type',
    (order) => one(order, 'cbc:Note').attributes.push({ local: 'type', uri: XSI, value: 'cbc:IDType' }),
    ['UBL-ATTRIBUTE /Order/Note/@type'],
  ],
  [
    'an extension without content',
    (order) => order.children.unshift(extensions()),
    [
      'UBL-MISSING /Order/UBLExtensions/UBLExtension/ExtensionContent',
      'EUGEN-T01-R018 /Order',
      'PEPPOL_CORE_R002 /Order/UBLExtensions',
    ],
  ],
  [
    'an extension with two contents',
    (order) => order.children.unshift(extensions(foreign, structuredClone(foreign))),
    ['UBL-REPEATED /Order/UBLExtensions/UBLExtension/ExtensionContent/Own[2]', 'PEPPOL_CORE_R002 /Order/UBLExtensions'],
  ],
  [
    'an extension whose content has no namespace',
    (order) => order.children.unshift(extensions({ ...foreign, ns: '' })),
    ['UBL-NAMESPACE /Order/UBLExtensions/UBLExtension/ExtensionContent/Own', 'PEPPOL_CORE_R002 /Order/UBLExtensions'],
  ],
  [
    'what UBL knows inside an extension, and got wrong there',
    (order) =>
      order.children.unshift(
        extensions(node('cac:Country', [node('cbc:IdentificationCode', 'XX'), node('cbc:ID', 'x')])),
      ),
    [
      'UBL-UNKNOWN /Order/UBLExtensions/UBLExtension/ExtensionContent/Country/ID',
      'EUGEN-T01-R015 /Order/UBLExtensions/UBLExtension/ExtensionContent/Country/IdentificationCode',
      'OP-T01-R006 /Order/UBLExtensions/UBLExtension/ExtensionContent/Country/IdentificationCode',
      'PEPPOL_CORE_R002 /Order/UBLExtensions',
    ],
  ],
];

test.each(cases)('%s', (_, spoil, found) => {
  const order = fixture('order');
  spoil(order);
  expect(places(order)).toEqual(found.toSorted());
});

test('an element that UBL knows and the BIS does not is only a warning', () => {
  const order = fixture('order');
  addAfter(order, `${ITEM}/cbc:Name`, node('cbc:BrandName', 'Tall'));
  order.children.unshift(extensions(structuredClone(foreign)));
  expect(findings(order).map(({ id, severity }) => [id, severity])).toEqual([
    ['PEPPOL_CORE_R002', 'warning'],
    ['PEPPOL_CORE_R002', 'warning'],
  ]);
});

test('schema locations and the own type may be named', () => {
  const order = fixture('order');
  const note = one(order, 'cbc:Note');
  note.attributes.push({ local: 'type', uri: XSI, value: 'cbc:NoteType' });
  one(order, 'cac:BuyerCustomerParty').attributes.push({ local: 'type', uri: XSI, value: 'cac:CustomerPartyType' });
  order.attributes.push({ local: 'schemaLocation', uri: XSI, value: 'urn:x x.xsd' });
  expect(places(order)).toEqual([]);
});

test('all structure findings are fatal and tell what was expected', () => {
  const order = fixture('order');
  setText(order, 'cbc:IssueTime', '9.30');
  expect(findings(order)).toMatchObject([
    { id: 'UBL-VALUE', layer: 'structure', severity: 'fatal', found: '9.30', expected: 'a time such as 13:30:00' },
  ]);
});
