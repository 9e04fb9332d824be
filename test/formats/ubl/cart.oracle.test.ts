import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cart, CartHeader, CartLine } from '../../../formats/document/cart.ts';
import type { Party } from '../../../formats/document/order.ts';
import type { MappedFields } from '../../../formats/document/outgoingField.ts';
import { noOracle, Oracle } from '../../kit/oracle.ts';
import { utf8 } from '../kit.ts';
import { drill, formats, fullCart, lunch, smallCart, writtenCart } from './carts.ts';
import { validate } from './rules/kit/findings.ts';

type Change = Partial<CartLine>;

/** The full cart with other lines; of a line that is undefined here nothing optional is left. */
function withLines(...changes: readonly Change[]): Cart {
  const lines = changes.map((change, i) => ({ ...drill, id: `${i + 1}`, ...change, position: i + 1 }));
  return { ...fullCart, lines };
}

const withHeader = (header: Partial<CartHeader>): Cart => ({ ...fullCart, header: { ...fullCart.header, ...header } });
const party = (change: Partial<Party>): Party => ({ ...fullCart.header.buyer, ...change });

const { description: _, availableFrom: __, leadTimeDays: ___, contract: ____, ...plainDrill } = drill;

const carts: readonly [name: string, cart: Cart, mapped?: MappedFields][] = [
  ['everything', fullCart],
  ['only what must be', smallCart],
  ['lines with and without optional data', { ...fullCart, lines: [drill, { ...plainDrill, position: 2, id: '2' }] }],
  ['not all or nothing', withHeader({ complete: false })],
  [
    'a bundle of three, one of them a service',
    { ...fullCart, lines: [drill, lunch, { ...lunch, position: 3, id: '5' }] },
  ],
  [
    'labels, pictures and classifications in plenty',
    withLines({
      labels: ['Å', 'Ä', 'Ö'],
      pictures: ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'],
    }),
  ],
  [
    'all tax rates of Sweden',
    withLines(...['25', '12', '6', '0'].map((percent) => ({ tax: { category: 'S', percent } }))),
  ],
  [
    'exempt, zero and reversed',
    withLines(...['E', 'Z', 'AE'].map((category) => ({ tax: { category, percent: '0' } }))),
  ],
  [
    'numbers of every size',
    withLines(
      { quantity: '0.001', price: { amount: '0', baseQuantity: '1000' } },
      { quantity: '99999999', price: { amount: '12345678.1234', baseQuantity: '0.5' } },
    ),
  ],
  [
    'Swedish and other letters, and signs of XML',
    withLines({ name: 'Åäö ÅÄÖ éü ß 日本 🛠️ <&>"\'', description: ']]>\r\n\tTvå rader' }),
  ],
  [
    'parties with many numbers',
    withHeader({
      buyer: party({
        vat: { id: 'SE222000777301' },
        legal: { scheme: '0007', id: '2220007773' },
        identifications: [
          { scheme: '0060', id: '123456789' },
          { scheme: '0192', id: '1' },
        ],
      }),
    }),
  ],
  [
    'parties with numbers of no known scheme',
    withHeader({
      buyer: party({
        endpoint: { scheme: 'EM', id: 'a@b.example' },
        identifications: [{ id: '77' }, { scheme: 'XX', id: '8' }],
      }),
    }),
  ],
  [
    'a buyer whose GLN and organisation number are wrong',
    withHeader({
      buyer: party({
        endpoint: { scheme: '0088', id: '7300000000029' },
        identifications: [{ scheme: '0007', id: '222000-7773' }],
      }),
    }),
  ],
  [
    'fields that the agreement maps',
    fullCart,
    {
      header: { 'ReferencedContract/ID': 'Ö-1', 'Contact/ID': 'Åsa' },
      line: () => ({
        'BatchQuantity/@unitCode': 'SET',
        'Item/CommodityClassification[HS]': '846721',
        'Item/AdditionalItemProperty[Kostnadsställe]': '4010',
        'Item/Description': '',
      }),
    },
  ],
];

const missing = noOracle();
if (missing !== undefined) console.log(`The official validators do not judge our carts here: ${missing}.`);
describe.runIf(missing === undefined)('our carts before the official validators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-oracle-'));
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  describe.each(formats)('%s', (format) => {
    it.each(carts)(
      '%s: nothing fatal, and the same as by our own rules',
      async (_name, cart, mapped) => {
        const text = await writtenCart(format, cart, mapped);
        const file = join(folder, 'cart.xml');
        writeFileSync(file, text);
        const { xsd, failed, error } = await oracle.judge(file);
        expect({ xsd, error, fatal: failed.filter(({ flag }) => flag === 'fatal') }).toEqual({
          xsd: [],
          error: undefined,
          fatal: [],
        });
        const ours = validate(utf8(text)).findings.map(({ id }) => id);
        expect(ours.toSorted()).toEqual(failed.map(({ id }) => id).toSorted());
      },
      120_000,
    );
  });
});
