import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from './customer.entity.ts';

/** A text in the languages of the shop; at least one is given. */
export interface LocalText {
  sv?: string;
  en?: string;
}

/** For example `{ scheme: 'UNSPSC', version: '26.0801', code: '44121706' }`. */
export interface Classification {
  scheme: string;
  version?: string;
  code: string;
}

/** VAT category (UNCL5305) and rate in percent in one country (ISO 3166-1 alpha-2). */
export interface VatRate {
  country: string;
  category: string;
  rate: string;
}

export const productStatuses = ['active', 'withdrawn'] as const;

/** A generated text search vector. Its function is made by the migration ProductSearch. */
const words = (expression: string) =>
  p.type('tsvector').$type<string>().columnType('tsvector').generated(expression).nullable().lazy();

/** An index of numbers without their spelling, in the order of ASCII, so that it also finds by the beginning. */
const numberKey = (name: string, table: string, before: string, column: string) => ({
  name,
  expression: `create index "${name}" on "${table}" (${before}(number_key(${column})) collate "C")`,
});

const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.uuid().primary(),
    /** The seller's id of the item. */
    articleNumber: p.text().unique(),
    status: p.enum(productStatuses),
    /** Article number of the product that takes this one's place. */
    replacedBy: p.text().nullable(),
    name: p.json<LocalText>(),
    description: p.json<LocalText>(),
    /** The shop unit (UN/ECE Recommendation 20): stock, quantities and price comparison count in it. */
    unit: p.text(),
    /** Minimum, maximum and multiple of an order, in shop units. */
    minimumQuantity: p.decimal().precision(24).scale(8).nullable(),
    maximumQuantity: p.decimal().precision(24).scale(8).nullable(),
    multipleQuantity: p.decimal().precision(24).scale(8).nullable(),
    /** In stock, in shop units. */
    stock: p.decimal().precision(24).scale(8).nullable(),
    leadTimeDays: p.integer().nullable(),
    classifications: p.json<Classification[]>(),
    labels: p.array(),
    vat: p.json<VatRate[]>(),
    manufacturer: p.text().nullable(),
    manufacturerNumber: p.text().nullable(),
    /** Addresses of pictures. */
    pictures: p.array(),
    category: p.text().nullable(),
    keywords: p.array(),
    contractNumber: p.text().nullable(),
    materialGroup: p.text().nullable(),
    /**
     * Stems of name and keywords; with `<`, from behind; with `=`, the category; `#`, of one in 128. Null when withdrawn: nobody finds
     * it by words.
     */
    nameWords: words('(product_name_words(status, article_number, name, keywords, category)) stored'),
    /** Stems of all texts, the category and `#` likewise. */
    words: words(
      '(product_words(status, article_number, name, description, keywords, labels, category, manufacturer)) stored',
    ),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [
    { properties: ['nameWords'], type: 'gin' },
    { properties: ['words'], type: 'gin' },
    { properties: ['status', 'category', 'articleNumber'] },
    numberKey('product_article_key', 'product', '', 'article_number'),
    numberKey('product_manufacturer_key', 'product', '', 'manufacturer_number'),
  ],
});
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);

/** A unit beside the shop unit: `factor` shop units are in one of it. */
const ProductUnitSchema = defineEntity({
  name: 'ProductUnit',
  tableName: 'product_unit',
  properties: {
    product: () => p.manyToOne(Product).mapToPk().primary().deleteRule('cascade'),
    unit: p.text().primary(),
    factor: p.decimal().precision(24).scale(12),
  },
});
export class ProductUnit extends ProductUnitSchema.class {}
ProductUnitSchema.setClass(ProductUnit);

export const identifierKinds = ['alias', 'gtin'] as const;

/** An alias as written, or a GTIN with 14 digits. The same value may stand for several products: then a person is asked. */
const ProductIdentifierSchema = defineEntity({
  name: 'ProductIdentifier',
  tableName: 'product_identifier',
  properties: {
    kind: p.enum(identifierKinds).primary(),
    value: p.text().primary(),
    product: () => p.manyToOne(Product).mapToPk().primary().deleteRule('cascade').index(),
  },
  indexes: [numberKey('product_identifier_key', 'product_identifier', '', 'value')],
});
export class ProductIdentifier extends ProductIdentifierSchema.class {}
ProductIdentifierSchema.setClass(ProductIdentifier);

/** One customer's own number of a product. */
const BuyersNumberSchema = defineEntity({
  name: 'BuyersNumber',
  tableName: 'buyers_number',
  properties: {
    customer: () => p.manyToOne(Customer).mapToPk().primary().deleteRule('cascade'),
    value: p.text().primary(),
    product: () => p.manyToOne(Product).mapToPk().primary().deleteRule('cascade').index(),
  },
  indexes: [numberKey('buyers_number_key', 'buyers_number', '"customer_id", ', 'value')],
});
export class BuyersNumber extends BuyersNumberSchema.class {}
BuyersNumberSchema.setClass(BuyersNumber);

/** The shop's vocabulary: every word of names, keywords, categories and manufacturers (shop/searchWords.ts). */
const ProductWordSchema = defineEntity({
  name: 'ProductWord',
  tableName: 'product_word',
  properties: {
    /** Lower-case ASCII. */
    word: p.text().primary(),
    /** In lower case as the shop writes it. */
    written: p.text(),
  },
  indexes: [
    {
      name: 'product_word_trigrams',
      expression: 'create index "product_word_trigrams" on "product_word" using gin ("word" gin_trgm_ops)',
    },
  ],
});
export class ProductWord extends ProductWordSchema.class {}
ProductWordSchema.setClass(ProductWord);
