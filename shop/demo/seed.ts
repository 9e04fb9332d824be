import type { EntityManager } from '@mikro-orm/postgresql';
import { saveCustomers } from '../customerRecords.ts';
import { savePrices } from '../prices.ts';
import { saveProducts } from '../products.ts';
import { saveShopProfile } from '../profile.ts';
import type { RowProblem } from '../saved.ts';
import { articles, prices } from './articles.ts';
import { demoCustomers, demoShop } from './people.ts';

/** Puts the demo shop into the database, or brings it back to how it was; what else is there stays. */
export async function seedDemo(em: EntityManager): Promise<void> {
  await em.transactional(async (inner) => {
    await saveShopProfile(inner, demoShop);
    const problems: RowProblem[] = [
      ...(await saveCustomers(inner, demoCustomers)),
      ...(await saveProducts(
        inner,
        articles.map(({ product }) => product),
      )),
      ...(await savePrices(inner, prices)),
    ];
    const [problem] = problems;
    if (problem) throw new Error(`The demo shop does not fit: ${problem.column} ${problem.value}: ${problem.reason}`);
  });
}
