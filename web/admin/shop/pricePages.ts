import { recordChange } from '../../../documents/audit.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { PriceInput } from '../../../shop/input/price.ts';
import {
  findPriceList,
  listPriceLists,
  removePrice,
  removePriceList,
  type PriceListRecord,
} from '../../../shop/priceLists.ts';
import { listPrices, savePrices } from '../../../shop/prices.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';
import { factsOf, today } from './facts.ts';
import { shopForms } from './fields.ts';
import { changesOf } from './history.ts';
import { priceRow } from './priceRow.ts';
import { postedCells, readCells, refusedFields, sectionViews, type Cells, type FieldErrors } from './recordForm.ts';
import { recordKinds } from './records.ts';

const PAGE = 50;
const styles = ['admin-shop.css'] as const;

export async function showPriceLists({ em, query, tongue }: AdminVisit): Promise<AdminAnswer> {
  const { t } = tongue;
  const after = query.get('after') ?? undefined;
  const lists = await listPriceLists(em, { after, limit: PAGE + 1 });
  const rows = lists.slice(0, PAGE).map(({ code, name = code, kind, customer, group, currency, prices, ...list }) => ({
    ...{ code, name, kind, currency, prices, validFrom: list.validFrom ?? '', validTo: list.validTo ?? '' },
    forWhom: customer ?? group ?? '',
    named: list.quotation ?? list.contract ?? '',
  }));
  const next = lists.length > PAGE ? (rows.at(-1)?.code ?? '') : '';
  const view = { rows, next, first: after !== undefined };
  return page('admin/shop/priceLists', view, { title: `${t.shopPriceLists} – ${t.shopTitle}`, styles });
}

async function readList({ em, params }: AdminVisit): Promise<PriceListRecord> {
  const list = await findPriceList(em, params['key']!);
  if (!list) throw new RoundtripError('NotFound', 'There is no such price list.');
  return list;
}

/** A list with its prices, and a form for another one. */
export async function showPriceList(visit: AdminVisit): Promise<AdminAnswer> {
  return listPage(visit, new Map(), new Map());
}

async function listPage(visit: AdminVisit, cells: Cells, errors: FieldErrors): Promise<AdminAnswer> {
  const { em, query, tongue } = visit;
  const list = await readList(visit);
  const after = query.get('after') ?? undefined;
  const { prices, next = '' } = await listPrices(em, { list: list.code, after, limit: PAGE });
  const view = {
    key: list.code,
    facts: factsOf(recordKinds.priceList, { list }, tongue),
    prices: prices.map((price) => priceRow(price, today(visit))),
    count: list.prices,
    next,
    first: after !== undefined,
    sections: sectionViews(shopForms.price, { cells, errors }, tongue),
    problems: errors.size > 0,
    changes: await changesOf(em, 'priceList', list.code, tongue),
  };
  const title = `${list.code} – ${tongue.t.shopPriceLists}`;
  return page('admin/shop/priceList', view, { title, status: errors.size > 0 ? 422 : 200, styles });
}

/** Adds a price to a list, or puts it in the place of the one with the same article, unit, quantity and first day. */
export async function addPrice(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, form, tongue, account } = visit;
  const { prices: _, ...list } = await readList(visit);
  const cells = postedCells(shopForms.price, form);
  const { value, errors } = readCells(shopForms.price, cells, { list }, tongue);
  if (errors.size > 0) return listPage(visit, cells, errors);
  const price = value as PriceInput;
  const problems = await em.fork().transactional(async (tx) => {
    const refused = await savePrices(tx, [price]);
    if (refused.length === 0) {
      const after = Object.fromEntries(cells);
      const subject = { kind: 'priceList', id: list.code, name: list.code };
      await recordChange(tx, { actor: account.name, action: 'price.saved', subject, after });
    }
    return refused;
  });
  if (problems.length > 0) return listPage(visit, cells, refusedFields(shopForms.price, problems, tongue));
  return goTo(`/shop/price-lists/${encodeURIComponent(list.code)}`, { tone: 'good', text: tongue.t.shopSaved });
}

/** Takes a price out; the message has a way to put it back. */
export async function takePrice(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, form, tongue, account, root } = visit;
  const { t } = tongue;
  const { code } = await readList(visit);
  const of = (name: string): string => form.get(name) ?? '';
  const [article, unit, minimumQuantity] = [of('article'), of('unit'), of('minimumQuantity')];
  const key = { list: code, articleNumber: article, unit, minimumQuantity, validFrom: of('validFrom') || undefined };
  const { prices } = await listPrices(em, { list: code, articleNumber: article, limit: 500 });
  const before = prices.find(
    (price) =>
      price.unit === unit &&
      price.minimumQuantity === minimumQuantity &&
      price.validFrom === (of('validFrom') || undefined),
  );
  if (!before) throw new RoundtripError('NotFound', 'There is no such price any more.');
  await em.fork().transactional(async (tx) => {
    if (!(await removePrice(tx, key))) throw new RoundtripError('NotFound', 'There is no such price any more.');
    const { cursor: _, list: __, ...was } = before;
    const subject = { kind: 'priceList', id: code, name: code };
    await recordChange(tx, { actor: account.name, action: 'price.removed', subject, before: was });
  });
  const address = `/shop/price-lists/${encodeURIComponent(code)}`;
  const { amount, baseQuantity, validFrom = '', validTo = '' } = before;
  const fields = Object.entries({
    articleNumber: article,
    amount,
    unit,
    baseQuantity,
    minimumQuantity,
    validFrom,
    validTo,
  });
  return goTo(address, {
    tone: 'good',
    text: t.shopRemoved,
    form: { action: `${root}/admin${address}/prices`, fields, button: t.shopPutBack },
  });
}

/** Removes a whole list, where its code was typed. */
export async function removeList(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, form, tongue, account } = visit;
  const { t } = tongue;
  const { code, prices, ...list } = await readList(visit);
  if (form.get('code')?.trim() !== code) {
    return goTo(`/shop/price-lists/${encodeURIComponent(code)}`, { tone: 'bad', text: t.shopWrongCode });
  }
  await em.fork().transactional(async (tx) => {
    await removePriceList(tx, code);
    const subject = { kind: 'priceList', id: code, name: code };
    await recordChange(tx, { actor: account.name, action: 'priceList.removed', subject, before: { ...list, prices } });
  });
  return goTo('/shop/price-lists', { tone: 'good', text: t.shopListRemoved });
}
