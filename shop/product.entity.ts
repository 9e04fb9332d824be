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
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
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
});
export class BuyersNumber extends BuyersNumberSchema.class {}
BuyersNumberSchema.setClass(BuyersNumber);
