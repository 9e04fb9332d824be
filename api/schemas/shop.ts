import { z } from 'zod';
import { addressInput, customerInput } from '../../shop/input/customer.ts';
import { number } from '../../shop/input/common.ts';
import { priceInput, priceListInput } from '../../shop/input/price.ts';
import { productInput } from '../../shop/input/product.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { instant, pageQuery, uuid } from './common.ts';

/** What the shop knows, as it is sent (the schemas of shop/input, which imports use too) and as it is shown. */

export const byNumber = z.strictObject({ number });
export const byCode = z.strictObject({ code: number });

const stored = { id: uuid, createdAt: instant, updatedAt: instant };

export const shop = shopInput.meta({ id: 'Shop', description: 'The shop itself' });

export const newProduct = productInput.omit({ articleNumber: true }).meta({
  id: 'NewProduct',
  description: 'All of a product: what is left out is emptied',
});
export const product = z
  .strictObject({ ...productInput.shape, gtins: z.array(z.string()), ...stored })
  .meta({ id: 'Product' });
export const productQuery = pageQuery.extend({
  status: productInput.shape.status.removeDefault().optional(),
  category: z.string().min(1).max(200).optional(),
});

export const newCustomer = customerInput.omit({ number: true }).meta({
  id: 'NewCustomer',
  description: 'All of a customer: what is left out is emptied',
});
const storedAddress = addressInput.extend({ id: uuid }).meta({ id: 'CustomerAddress' });
export const customer = customerInput
  .extend({ deliveryAddresses: z.array(storedAddress), invoiceAddresses: z.array(storedAddress), ...stored })
  .meta({ id: 'Customer' });
export const customerQuery = pageQuery.extend({
  active: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  group: number.optional(),
});

const { code: _code, ...listFields } = priceListInput.shape;
export const newPriceList = z.strictObject(listFields).meta({ id: 'NewPriceList' });
export const priceList = z
  .strictObject({ ...priceListInput.shape, prices: z.int().min(0) })
  .meta({ id: 'PriceList', description: 'A price list, with the number of its prices' });
export const priceListQuery = pageQuery.extend({
  kind: listFields.kind.removeDefault().optional(),
  customer: number.optional(),
});

export const newPrices = z
  .strictObject({
    items: z
      .array(priceInput.meta({ id: 'NewPrice' }))
      .min(1)
      .max(1_000),
  })
  .meta({
    id: 'NewPrices',
    description: 'List, article, unit, minimum quantity and first day tell a price; the same replaces it',
  });
export const price = z
  .strictObject({ ...priceInput.shape, list: priceListInput.meta({ id: 'ListOfPrice' }) })
  .meta({ id: 'Price' });
export const priceQuery = pageQuery.extend({ list: number.optional(), article: number.optional() });
export const priceKey = z.strictObject({
  list: number,
  article: number,
  unit: priceInput.shape.unit,
  minimumQuantity: priceInput.shape.minimumQuantity,
  validFrom: priceInput.shape.validFrom,
});
