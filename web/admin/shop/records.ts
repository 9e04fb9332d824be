import type { EntityManager } from '@mikro-orm/postgresql';
import { saveCustomers, readCustomer } from '../../../shop/customerRecords.ts';
import type { CustomerInput } from '../../../shop/input/customer.ts';
import type { PriceListInput } from '../../../shop/input/price.ts';
import type { ProductInput } from '../../../shop/input/product.ts';
import type { ShopInput } from '../../../shop/input/shop.ts';
import { findPriceList } from '../../../shop/priceLists.ts';
import { savePriceLists } from '../../../shop/prices.ts';
import { findProduct, saveProducts } from '../../../shop/products.ts';
import { saveShopProfile, shopProfile } from '../../../shop/profile.ts';
import type { RowProblem } from '../../../shop/saved.ts';
import type { VersionedTable } from '../../../shop/versions.ts';
import type { PlainKey } from '../../templates.ts';
import { shopForms, type ShopForm } from './fields.ts';

/** A kind of record that has a page and a form. */
export interface RecordKind {
  readonly form: ShopForm;
  /** Below /admin; a record is at `${path}/${key}`. */
  readonly path: string;
  readonly heading: PlainKey;
  readonly newHeading: PlainKey;
  /** In the trail of changes. */
  readonly subject: string;
  /** Where two people who edit the same are kept apart; a price list has no version. */
  readonly table?: VersionedTable;
  readonly find: (em: EntityManager, key: string) => Promise<object | undefined>;
  readonly save: (em: EntityManager, value: unknown) => Promise<RowProblem[]>;
  readonly keyOf: (value: unknown) => string;
  readonly nameOf: (value: unknown) => string;
}

const product: RecordKind = {
  form: shopForms.product,
  path: '/shop/products',
  heading: 'shopProducts',
  newHeading: 'shopNewProduct',
  subject: 'product',
  table: 'product',
  find: findProduct,
  save: (em, value) => saveProducts(em, [value as ProductInput]),
  keyOf: (value) => (value as ProductInput).articleNumber,
  nameOf: (value) => {
    const { articleNumber, name } = value as ProductInput;
    return `${articleNumber} ${name.sv ?? name.en ?? ''}`;
  },
};

const customer: RecordKind = {
  form: shopForms.customer,
  path: '/shop/customers',
  heading: 'shopCustomers',
  newHeading: 'shopNewCustomer',
  subject: 'customer',
  table: 'customer',
  find: readCustomer,
  save: (em, value) => saveCustomers(em, [value as CustomerInput]),
  keyOf: (value) => (value as CustomerInput).number,
  nameOf: (value) => (value as CustomerInput).name,
};

const priceList: RecordKind = {
  form: shopForms.priceList,
  path: '/shop/price-lists',
  heading: 'shopPriceLists',
  newHeading: 'shopNewList',
  subject: 'priceList',
  find: async (em, code) => {
    const list = await findPriceList(em, code);
    return list && { list };
  },
  save: async (em, value) => {
    const { list } = value as { readonly list: PriceListInput };
    const ids = await savePriceLists(em, [list]);
    if (ids.has(list.code)) return [];
    return [{ index: 0, column: 'list.customer', value: list.customer ?? '', reason: 'there is no such customer' }];
  },
  keyOf: (value) => (value as { readonly list: PriceListInput }).list.code,
  nameOf: (value) => (value as { readonly list: PriceListInput }).list.code,
};

/** The one shop: its key is always 1. */
const profile: RecordKind = {
  form: shopForms.shop,
  path: '/shop/profile',
  heading: 'shopProfile',
  newHeading: 'shopProfile',
  subject: 'shop',
  table: 'shop',
  find: (em) => shopProfile(em),
  save: async (em, value) => {
    await saveShopProfile(em, value as ShopInput);
    return [];
  },
  keyOf: () => '1',
  nameOf: (value) => (value as ShopInput).name,
};

export const recordKinds = { product, customer, priceList, profile };
