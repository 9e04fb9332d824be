import { Decimal } from '../../formats/document/decimal.ts';
import { gs1CheckDigit } from '../identity.ts';
import type { PriceInput, PriceListInput } from '../input/price.ts';
import type { ProductInput } from '../input/product.ts';
import type { Family } from './family.ts';
import { officeFamilies } from './office.ts';
import { safetyFamilies } from './safety.ts';
import { workshopFamilies } from './workshop.ts';

export interface DemoArticle {
  readonly family: Family;
  readonly product: ProductInput;
  /** Net price in the base list, in SEK for `family.priceFor`. */
  readonly price: string;
}

/** GS1 keeps the prefix 952 for demonstrations and examples. */
function gtin(serial: number): string {
  const digits = `0952000${String(serial).padStart(6, '0')}`;
  return `${digits}${gs1CheckDigit(digits)}`;
}

/** Article numbers in ASCII, since many purchasing systems take no others: `ÖP-03` is sold as OP-03. */
function articleNumber(code: string, variant: number): string {
  const ascii = code.normalize('NFD').replace(/\p{M}/gu, '');
  return `${ascii}-${String(variant + 1).padStart(2, '0')}`;
}

/** The second variant of each of these families was replaced by the third. */
const WITHDRAWN = new Set(['HÄ', 'KA', 'SM']);

function article(family: Family, variant: number, serial: number): DemoArticle {
  const name = family.variants[variant] ?? '';
  const number = articleNumber(family.code, variant);
  const isWithdrawn = WITHDRAWN.has(family.code) && variant === 1;
  const product: ProductInput = {
    articleNumber: number,
    status: isWithdrawn ? 'withdrawn' : 'active',
    ...(isWithdrawn && { replacedBy: articleNumber(family.code, variant + 1) }),
    name: { sv: `${family.sv} ${name}`, en: `${family.en} ${name}` },
    description: { sv: `${family.sv} ${name} från ${family.manufacturer}.` },
    unit: family.unit,
    units: Object.entries(family.units ?? {}).map(([unit, factor]) => ({ unit, factor })),
    gtins: [gtin(serial)],
    // The numbers of the shop's former system.
    aliases: [`${20_000 + serial}`],
    buyersNumbers: serial % 10 === 0 ? [{ customer: 'K1001', number: `BK-${serial}` }] : [],
    ...(family.minimum !== undefined && { minimumQuantity: family.minimum }),
    ...(family.maximum !== undefined && { maximumQuantity: family.maximum }),
    ...(family.multiple !== undefined && { multipleQuantity: family.multiple }),
    stock: String((serial * 37) % 400),
    leadTimeDays: 1 + (serial % 5),
    classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: family.unspsc }],
    labels: family.category === 'Städ' ? ['Svanen'] : [],
    vat: [
      { country: 'SE', category: 'S', rate: '25' },
      { country: 'NO', category: 'S', rate: '25' },
    ],
    manufacturer: family.manufacturer,
    manufacturerNumber: `${family.manufacturer.slice(0, 2).toUpperCase()}${1000 + serial}`,
    pictures: [],
    category: family.category,
    keywords: [family.sv.toLowerCase(), family.en.toLowerCase()],
    contractNumber: 'RA-2026-17',
    materialGroup: family.unspsc.slice(0, 4),
  };
  return { family, product, price: new Decimal(family.price).plus(new Decimal(family.step).times(variant)).toFixed(2) };
}

/** About 300 articles of an office and workshop supplier. */
export const articles: readonly DemoArticle[] = [...officeFamilies, ...workshopFamilies, ...safetyFamilies].flatMap(
  (family, index, all) => {
    const before = all.slice(0, index).reduce((count, { variants }) => count + variants.length, 0);
    return family.variants.map((_, variant) => article(family, variant, before + variant + 1));
  },
);

const SEK = { currency: 'SEK', priority: 100 } as const;
const baseList: PriceListInput = { code: 'BAS', name: 'Baslista', kind: 'base', ...SEK };
const groupList: PriceListInput = { code: 'KOMMUN', name: 'Kommuner', kind: 'group', group: 'Kommuner', ...SEK };
const customerLists: readonly PriceListInput[] = [
  { code: 'AVTAL-K1001', name: 'Ramavtal Björkviks kommun', kind: 'customer', customer: 'K1001', ...SEK },
  { code: 'AVTAL-K1003', name: 'Avtal Lindströms Mekaniska', kind: 'customer', customer: 'K1003', ...SEK },
];

function priced(
  { family, product, price }: DemoArticle,
  list: PriceListInput,
  percent: number,
  from = '0',
): PriceInput {
  return {
    list,
    articleNumber: product.articleNumber,
    amount: new Decimal(price).times(percent).div(100).toFixed(2),
    unit: family.unit,
    baseQuantity: family.priceFor ?? '1',
    minimumQuantity: from,
  };
}

/** Base list with a quantity break, a group list for office and cleaning, two customer lists. */
export const prices: readonly PriceInput[] = articles.flatMap((one, index) => {
  const isOffice = one.family.category === 'Kontor' || one.family.category === 'Städ';
  const largeQuantity = new Decimal(10).times(one.family.multiple ?? '5').toFixed();
  return [
    priced(one, baseList, 100),
    priced(one, baseList, 94, largeQuantity),
    ...(isOffice ? [priced(one, groupList, 92)] : []),
    ...customerLists.flatMap((list, at) =>
      index % 8 === at ? [priced(one, list, 88), priced(one, list, 82, largeQuantity)] : [],
    ),
  ];
});
