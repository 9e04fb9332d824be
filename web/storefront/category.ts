import { categoriesOf, productsInCategory } from '../../shop/categories.ts';
import { showPage } from './page.ts';
import { productRow } from './rows.ts';
import { PAGE } from './search.ts';
import { asked, shopper, withQuery, type Visit } from './visit.ts';

/** `GET /shop/:token/category/:name?after=` */
export async function category(visit: Visit): Promise<void> {
  const { em, base, req, tongue } = visit;
  const name = String(req.params['name']);
  const after = asked(visit, 'after');
  const question = { shopper: shopper(visit), category: name, limit: PAGE, ...(after !== '' && { after }) };
  const [categories, found] = [await categoriesOf(em, question.shopper), await productsInCategory(em, question)];
  const path = `category/${encodeURIComponent(name)}`;
  const chosen = categories.find((one) => one.name === name);
  const counted = chosen?.more ? tongue.t.searchAbout(chosen) : tongue.t.searchCount({ count: chosen?.count ?? 0 });
  await showPage(
    visit,
    'category',
    { title: name, here: withQuery(path, { after }) },
    {
      heading: name,
      counted,
      rows: found.products.map((product) => productRow(visit, product)),
      facets: categories.map((one) => ({
        href: `${base}/category/${encodeURIComponent(one.name)}`,
        name: one.name,
        count: one.count,
        more: one.more,
        chosen: one.name === name,
      })),
      ...(found.next !== undefined && { next: `${base}/${withQuery(path, { after: found.next })}` }),
      ...(after !== '' && { first: `${base}/${path}` }),
    },
  );
}
