import { Customer, CustomerAddress, CustomerIdentity } from '../shop/customer.entity.ts';
import { Order, StoredOrderLine } from '../shop/order.entity.ts';
import { Price, PriceList } from '../shop/price.entity.ts';
import { BuyersNumber, Product, ProductIdentifier, ProductUnit } from '../shop/product.entity.ts';
import { Shop } from '../shop/shop.entity.ts';

/** Every entity. After a change: `node tools/initialMigration.ts`. */
export const entities = [
  BuyersNumber,
  Customer,
  CustomerAddress,
  CustomerIdentity,
  Order,
  Price,
  PriceList,
  Product,
  ProductIdentifier,
  ProductUnit,
  Shop,
  StoredOrderLine,
];
