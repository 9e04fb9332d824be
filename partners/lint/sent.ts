/** What of a cart goes into which field, as far as the lint looks at it; the writers in formats/ write the same. */
import { unitPrice } from '../../formats/cxml/unitPrice.ts';
import { knows } from '../../formats/cxml/versions.ts';
import type { Cart, CartLine } from '../../formats/document/cart.ts';
import type { MappedFields } from '../../formats/document/outgoingField.ts';
import { productValues } from '../../formats/oci/item.write.ts';
import type { CartProtocol } from '../mapping/schema.ts';
import type { PunchOutSettings } from '../punchOut.ts';

/** A line with what its values depend on. */
export interface ToSend {
  readonly line: CartLine;
  readonly cart: Cart;
  readonly mapped: MappedFields;
  readonly settings: PunchOutSettings;
}

type Read = (line: CartLine, given: ToSend) => string | undefined;

/** Names of the fields that rules ask for. */
export interface Roles {
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  /** Undefined where each line is in the currency of the cart. */
  readonly currency?: string;
  /** Part numbers. */
  readonly keys: readonly string[];
}

export const roles: Readonly<Record<CartProtocol, Roles>> = {
  oci: {
    quantity: 'QUANTITY',
    unit: 'UNIT',
    price: 'PRICE',
    currency: 'CURRENCY',
    keys: ['VENDORMAT', 'EXT_PRODUCT_ID', 'MATNR'],
  },
  cxml: {
    quantity: 'ItemIn/@quantity',
    unit: 'ItemDetail/UnitOfMeasure',
    price: 'ItemDetail/UnitPrice',
    keys: ['ItemID/SupplierPartID', 'ItemID/SupplierPartAuxiliaryID', 'ItemID/BuyerPartID'],
  },
  peppol: {
    quantity: 'BatchQuantity',
    unit: 'BatchQuantity/@unitCode',
    price: 'PriceAmount',
    keys: ['Item/SellersItemIdentification/ID'],
  },
};

/** Beside what the form says of the product itself. */
const oci: Readonly<Record<string, Read>> = {
  QUANTITY: ({ quantity }) => quantity,
  UNIT: ({ unit }) => unit,
  PRICE: ({ price }) => price.amount,
  CURRENCY: (_, { cart }) => cart.header.currency,
  VENDOR: (_, { settings }) => settings.oci?.vendor,
  CONTRACT: ({ contract }, { cart }) => contract ?? cart.header.contract,
  EXT_PRODUCT_ID: ({ productKey }) => productKey,
  EXT_QUOTE_ID: (_, { cart }) => (cart.header.validUntil === undefined ? undefined : cart.header.number),
};

const cxml: Readonly<Record<string, Read>> = {
  'ItemIn/@quantity': ({ quantity }) => quantity,
  'ItemID/SupplierPartID': ({ sellersId }) => sellersId,
  'ItemID/SupplierPartAuxiliaryID': ({ auxiliaryId }) => auxiliaryId,
  'ItemID/BuyerPartID': ({ buyersId }) => buyersId,
  'ItemDetail/UnitPrice': ({ price, quantity }, { settings }) =>
    knows(settings.cxml?.cartVersion ?? '1.2.014', 'ItemDetail/PriceBasisQuantity')
      ? price.amount
      : unitPrice(price, quantity),
  'ItemDetail/Description': ({ description, name }) => description ?? name,
  'ItemDetail/Description/ShortName': ({ description, name }) => (description ? name : undefined),
  'ItemDetail/UnitOfMeasure': ({ unit }) => unit,
  'ItemDetail/ManufacturerPartID': ({ manufacturerNumber }) => manufacturerNumber,
  'ItemDetail/ManufacturerName': ({ manufacturer }) => manufacturer,
  'ItemDetail/URL': ({ url }) => url,
  Comments: ({ note }) => note,
};

const peppol: Readonly<Record<string, Read>> = {
  BatchQuantity: ({ quantity }) => quantity,
  'BatchQuantity/@unitCode': ({ unit }) => unit,
  PriceAmount: ({ price }) => price.amount,
  'Item/Name': ({ name }) => name,
  'Item/Description': ({ description }) => description,
  'Item/SellersItemIdentification/ID': ({ sellersId }) => sellersId,
};

const byProtocol: Readonly<Record<CartProtocol, Readonly<Record<string, Read>>>> = { oci, cxml, peppol };

/** The fields of a line that are not empty, with their values before anything is cut. */
export function sentFields(protocol: CartProtocol, given: ToSend): ReadonlyMap<string, string> {
  const { line, mapped } = given;
  const sent = new Map<string, string>(protocol === 'oci' ? Object.entries(productValues(line)) : []);
  for (const [field, read] of Object.entries(byProtocol[protocol])) sent.set(field, read(line, given) ?? '');
  for (const [field, value] of Object.entries(mapped.line(line.position))) sent.set(field, value);
  for (const [field, value] of sent) if (value === '') sent.delete(field);
  return sent;
}
