import { adminForm, adminPage, type AdminRoute } from '../page.ts';
import { handOverAgain, pullNow, saveConnectionForm, showConnectionPage, tryConnection } from './connectionPage.ts';
import { showCustomer, showCustomers } from './customerPages.ts';
import { recordForms } from './editRecord.ts';
import { showShop } from './homePage.ts';
import { LONGEST_IMPORT, showImport, takeImport } from './importPage.ts';
import { showPriceOfTheDay } from './priceOfTheDay.ts';
import { addPrice, removeList, showPriceList, showPriceLists, takePrice } from './pricePages.ts';
import { showProduct, showProducts } from './productPages.ts';
import { recordKinds } from './records.ts';

export const shopRoutes: readonly AdminRoute[] = [
  adminPage({ path: '/shop', role: 'reader', show: showShop }),
  ...recordForms(recordKinds.profile).filter(({ path }) => path !== '/shop/profile/new'),
  adminPage({ path: '/shop/products', role: 'reader', show: showProducts }),
  ...recordForms(recordKinds.product),
  adminPage({ path: '/shop/products/:key', role: 'reader', show: showProduct }),
  adminPage({ path: '/shop/customers', role: 'reader', show: showCustomers }),
  ...recordForms(recordKinds.customer),
  adminPage({ path: '/shop/customers/:key', role: 'reader', show: showCustomer }),
  adminPage({ path: '/shop/price-lists', role: 'reader', show: showPriceLists }),
  ...recordForms(recordKinds.priceList),
  adminPage({ path: '/shop/price-lists/:key', role: 'reader', show: showPriceList }),
  adminForm({ path: '/shop/price-lists/:key/prices', role: 'administrator', act: addPrice }),
  adminForm({ path: '/shop/price-lists/:key/prices/remove', role: 'administrator', act: takePrice }),
  adminForm({ path: '/shop/price-lists/:key/remove', role: 'administrator', act: removeList }),
  adminPage({ path: '/shop/price-of-the-day', role: 'reader', show: showPriceOfTheDay }),
  adminPage({ path: '/shop/connection', role: 'reader', show: showConnectionPage }),
  adminForm({ path: '/shop/connection', role: 'administrator', secrets: ['secret'], act: saveConnectionForm }),
  adminForm({ path: '/shop/connection/try', role: 'administrator', act: tryConnection }),
  adminForm({ path: '/shop/connection/read', role: 'administrator', act: pullNow }),
  adminForm({ path: '/shop/connection/orders/:id', role: 'operator', act: handOverAgain }),
  adminPage({ path: '/shop/import', role: 'administrator', show: showImport }),
  adminForm({ path: '/shop/import', role: 'administrator', act: takeImport, limit: LONGEST_IMPORT }),
];
