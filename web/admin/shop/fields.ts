import { z } from 'zod';
import type { ImportKind } from '../../../shop/import/kinds.ts';
import { customerInput } from '../../../shop/input/customer.ts';
import { priceInput, priceListInput } from '../../../shop/input/price.ts';
import { productInput } from '../../../shop/input/product.ts';
import { shopInput } from '../../../shop/input/shop.ts';
import { priceListKinds } from '../../../shop/price.entity.ts';
import type { PlainKey } from '../../templates.ts';

/** How a field is typed: one line, a figure, several lines of text, one entry a line, yes or no, or one of a list. */
export type FieldKind = 'line' | 'figure' | 'text' | 'entries' | 'yesNo' | 'choice';

export interface FieldSpec {
  /** The column of an import (shop/import/columns.ts), `#` standing for the position in a list. */
  readonly column: string;
  readonly label: PlainKey;
  readonly kind: FieldKind;
  readonly hint?: PlainKey;
  readonly choices?: readonly string[];
}

export interface SectionSpec {
  readonly heading: PlainKey;
  readonly fields: readonly FieldSpec[];
  /** Fields of a list: so many groups at most, and an empty one to add. */
  readonly repeated?: string;
}

function field(column: string, label: PlainKey, kind: FieldKind = 'line', hint?: PlainKey): FieldSpec {
  return { column, label, kind, ...(hint && { hint }) };
}

const identityFields = [
  field('organisationNumber', 'shopOrganisationNumber'),
  field('vatNumber', 'shopVatNumber'),
  field('gln', 'shopGln', 'line', 'shopGlnHint'),
  field('duns', 'shopDuns'),
  field('peppolId', 'shopPeppolId', 'line', 'shopPeppolIdHint'),
];

function contactFields(prefix: string): FieldSpec[] {
  return [
    field(`${prefix}.name`, 'shopContactName'),
    field(`${prefix}.role`, 'shopContactRole'),
    field(`${prefix}.telephone`, 'shopTelephone'),
    field(`${prefix}.electronicMail`, 'shopElectronicMail'),
  ];
}

function placeFields(prefix: string): FieldSpec[] {
  return [
    field(`${prefix}streetName`, 'shopStreetName'),
    field(`${prefix}additionalStreetName`, 'shopAdditionalStreetName'),
    field(`${prefix}postalZone`, 'shopPostalZone'),
    field(`${prefix}cityName`, 'shopCityName'),
    field(`${prefix}countrySubentity`, 'shopCountrySubentity'),
    field(`${prefix}country`, 'shopCountry', 'line', 'shopCountryHint'),
  ];
}

function addressSection(name: 'deliveryAddresses' | 'invoiceAddresses', heading: PlainKey): SectionSpec {
  const prefix = `${name}.#.`;
  return {
    heading,
    repeated: name,
    fields: [
      field(`${prefix}addressId`, 'shopAddressId', 'line', 'shopAddressIdHint'),
      field(`${prefix}gln`, 'shopGln'),
      field(`${prefix}name`, 'shopAddressName'),
      ...placeFields(prefix),
      ...contactFields(`${prefix}contact`),
    ],
  };
}

const product: readonly SectionSpec[] = [
  {
    heading: 'shopSectionArticle',
    fields: [
      field('articleNumber', 'shopArticleNumber'),
      field('name.sv', 'shopNameSv'),
      field('name.en', 'shopNameEn'),
      field('description.sv', 'shopDescriptionSv', 'text'),
      field('description.en', 'shopDescriptionEn', 'text'),
      { ...field('status', 'shopStatus', 'choice'), choices: ['active', 'withdrawn'] },
      field('replacedBy', 'shopReplacedBy', 'line', 'shopReplacedByHint'),
      field('category', 'shopCategory'),
      field('keywords', 'shopKeywords', 'entries'),
      field('pictures', 'shopPictures', 'entries', 'shopPicturesHint'),
    ],
  },
  {
    heading: 'shopSectionQuantity',
    fields: [
      field('unit', 'shopUnit', 'line', 'shopUnitHint'),
      field('units', 'shopUnits', 'entries', 'shopUnitsHint'),
      field('minimumQuantity', 'shopMinimumQuantity', 'figure'),
      field('maximumQuantity', 'shopMaximumQuantity', 'figure'),
      field('multipleQuantity', 'shopMultipleQuantity', 'figure'),
      field('stock', 'shopStock', 'figure'),
      field('leadTimeDays', 'shopLeadTimeDays', 'figure'),
    ],
  },
  {
    heading: 'shopSectionNumbers',
    fields: [
      field('gtins', 'shopGtins', 'entries'),
      field('aliases', 'shopAliases', 'entries', 'shopAliasesHint'),
      field('buyersNumbers', 'shopBuyersNumbers', 'entries', 'shopBuyersNumbersHint'),
      field('manufacturer', 'shopManufacturer'),
      field('manufacturerNumber', 'shopManufacturerNumber'),
      field('classifications', 'shopClassifications', 'entries', 'shopClassificationsHint'),
      field('materialGroup', 'shopMaterialGroup'),
      field('contractNumber', 'shopContractNumber'),
      field('labels', 'shopLabels', 'entries'),
      field('vat', 'shopVat', 'entries', 'shopVatHint'),
    ],
  },
];

const customer: readonly SectionSpec[] = [
  {
    heading: 'shopSectionCustomer',
    fields: [
      field('number', 'shopCustomerNumber'),
      field('name', 'shopCustomerName'),
      field('group', 'shopGroup', 'line', 'shopGroupHint'),
      field('active', 'shopActive', 'yesNo', 'shopActiveHint'),
    ],
  },
  {
    heading: 'shopSectionIdentities',
    fields: [...identityFields, field('identities', 'shopIdentities', 'entries', 'shopIdentitiesHint')],
  },
  { heading: 'shopSectionContacts', repeated: 'contacts', fields: contactFields('contacts.#') },
  addressSection('deliveryAddresses', 'shopSectionDelivery'),
  addressSection('invoiceAddresses', 'shopSectionInvoice'),
];

const profile: readonly SectionSpec[] = [
  {
    heading: 'shopSectionShop',
    fields: [
      field('name', 'shopShopName'),
      ...identityFields,
      field('anid', 'shopAnid'),
      field('logo', 'shopLogo', 'line', 'shopLogoHint'),
      field('timeZone', 'shopTimeZone', 'line', 'shopTimeZoneHint'),
      field('workingDays', 'shopWorkingDays', 'entries', 'shopWorkingDaysHint'),
    ],
  },
  { heading: 'shopSectionAddress', fields: placeFields('address.') },
  { heading: 'shopSectionContacts', repeated: 'contacts', fields: contactFields('contacts.#') },
];

const price: readonly SectionSpec[] = [
  {
    heading: 'shopSectionPrice',
    fields: [
      field('articleNumber', 'shopArticleNumber'),
      field('amount', 'shopAmount', 'figure', 'shopAmountHint'),
      field('baseQuantity', 'shopBaseQuantity', 'figure', 'shopBaseQuantityHint'),
      field('unit', 'shopPriceUnit', 'line', 'shopUnitHint'),
      field('minimumQuantity', 'shopBreak', 'figure', 'shopBreakHint'),
      field('validFrom', 'shopValidFrom'),
      field('validTo', 'shopValidTo'),
    ],
  },
];

const priceList: readonly SectionSpec[] = [
  {
    heading: 'shopSectionList',
    fields: [
      field('list.code', 'shopListCode'),
      field('list.name', 'shopListName'),
      { ...field('list.kind', 'shopListKind', 'choice', 'shopListKindHint'), choices: priceListKinds },
      field('list.customer', 'shopListCustomer'),
      field('list.group', 'shopGroup'),
      field('list.currency', 'shopCurrency'),
      field('list.priority', 'shopPriority', 'figure', 'shopPriorityHint'),
      field('list.validFrom', 'shopValidFrom'),
      field('list.validTo', 'shopValidTo'),
      field('list.quotation', 'shopQuotation', 'line', 'shopQuotationHint'),
      field('list.contract', 'shopContract'),
    ],
  },
];

/** A form of the shop's records: its cells are columns of an import, and what they say is checked by the same schema. */
export interface ShopForm {
  readonly columns: ImportKind;
  readonly schema: z.ZodType;
  readonly sections: readonly SectionSpec[];
}

export const shopForms = {
  shop: { columns: 'shop', schema: shopInput, sections: profile },
  customer: { columns: 'customers', schema: customerInput, sections: customer },
  product: { columns: 'products', schema: productInput, sections: product },
  /** Of a list that is given beside the form. */
  price: { columns: 'prices', schema: priceInput, sections: price },
  priceList: { columns: 'prices', schema: z.strictObject({ list: priceListInput }), sections: priceList },
} as const satisfies Readonly<Record<string, ShopForm>>;
