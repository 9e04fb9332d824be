import { describe, expect, it } from 'vitest';
import { articles, prices } from '../../../shop/demo/articles.ts';
import { demoCustomers, demoShop } from '../../../shop/demo/people.ts';
import { hasGs1CheckDigit, isOrganisationNumber } from '../../../shop/identity.ts';
import { customerInput } from '../../../shop/input/customer.ts';
import { priceInput } from '../../../shop/input/price.ts';
import { productInput } from '../../../shop/input/product.ts';
import { shopInput } from '../../../shop/input/shop.ts';

describe('the demo shop', () => {
  it('would be taken by import and REST as it is', () => {
    expect(articles.length).toBeGreaterThan(300);
    for (const { product } of articles)
      expect(productInput.parse(product)).toMatchObject({ articleNumber: product.articleNumber });
    for (const price of prices) expect(priceInput.safeParse(price).error).toBeUndefined();
    expect(demoCustomers.map((customer) => customerInput.parse(customer).number)).toHaveLength(6);
    expect(shopInput.parse(demoShop).name).toBe(demoShop.name);
  });

  it('names every article, GTIN and alias once', () => {
    expect(new Set(articles.map(({ product }) => product.articleNumber)).size).toBe(articles.length);
    expect(new Set(articles.map(({ product }) => product.gtins[0])).size).toBe(articles.length);
    expect(new Set(articles.map(({ product }) => product.aliases[0])).size).toBe(articles.length);
  });

  it('has a replacement for each withdrawn article', () => {
    const active = new Set(
      articles.filter(({ product }) => product.status === 'active').map(({ product }) => product.articleNumber),
    );
    const withdrawn = articles.filter(({ product }) => product.status === 'withdrawn');
    expect(withdrawn).toHaveLength(3);
    for (const { product } of withdrawn) expect(active.has(product.replacedBy ?? '')).toBe(true);
  });

  it('uses numbers that are right and nobody’s: GS1 prefix 952, organisation numbers 559999', () => {
    const glns = [demoShop, ...demoCustomers].map(({ gln }) => gln ?? '');
    const places = demoCustomers.flatMap(({ deliveryAddresses }) => deliveryAddresses.map(({ gln }) => gln ?? ''));
    const gtins = articles.flatMap(({ product }) => product.gtins);
    for (const number of [...glns, ...places, ...gtins]) {
      expect(hasGs1CheckDigit(number) && /^0?952/.test(number)).toBe(true);
    }
    for (const { organisationNumber = '' } of [demoShop, ...demoCustomers]) {
      expect(isOrganisationNumber(organisationNumber) && organisationNumber.startsWith('559999')).toBe(true);
    }
  });
});
