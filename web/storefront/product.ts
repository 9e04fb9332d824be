import { RoundtripError } from '../../platform/errors.ts';
import type { PriceOfTheDay } from '../../shop/evaluation.ts';
import { smallestQuantity } from '../../shop/productList.ts';
import { productView, type ProductView } from '../../shop/productView.ts';
import type { Message } from '../../accounts/message.ts';
import type { ProductPageView } from '../templates.ts';
import { unitName } from '../../documents/unitNames.ts';
import { askForArticle } from './live.ts';
import { showPage } from './page.ts';
import { availability, buyForm, isForSale, priceText, rulesText } from './rows.ts';
import { shopper, type Visit } from './visit.ts';

/** `GET /shop/:token/product/:articleNumber` */
export async function product(visit: Visit): Promise<void> {
  const { em, req, base, tongue } = visit;
  const articleNumber = String(req.params['articleNumber']).slice(0, 200);
  const live = await askForArticle(visit, articleNumber);
  const found = await productView(em, shopper(visit), { articleNumber });
  if (!found) throw new RoundtripError('NotFound', 'The shop has no such article.');
  const { name, description = '', pictures, replacement, units } = found;
  const [picture] = pictures;
  // what cannot be bought any more has no price that would help
  const { price, prices } = found.status === 'withdrawn' ? { prices: [] } : found;
  const view: Omit<ProductPageView, 'frame'> = {
    ...{ name, articleNumber: found.articleNumber, description },
    ...(picture !== undefined && { picture }),
    messages: [...standing(visit, found), ...live.messages],
    facts: facts(visit, found),
    units: unitTexts(visit, found),
    ...(price && { price: priceText(price), reason: reason(visit, price) }),
    prices: prices.map(({ from, price: step }) => ({
      from: from === '0' ? smallestQuantity(found) : from,
      unit: found.unit,
      price: priceText(step),
    })),
    state: availability(found, tongue),
    withdrawn: found.status === 'withdrawn',
    rules: rulesText(found, found.unit, tongue),
    ...(replacement && {
      replacement: {
        href: `${base}/product/${encodeURIComponent(replacement.articleNumber)}`,
        name: `${replacement.articleNumber} ${replacement.name}`,
      },
    }),
    ...(found.allowed &&
      isForSale(visit, found) && {
        buy: buyForm(
          visit,
          found,
          units.map(({ unit }) => unit),
        ),
      }),
  };
  await showPage(visit, 'product', { title: name, here: `product/${encodeURIComponent(found.articleNumber)}` }, view);
}

/** Why it cannot be bought, and what kind of a look this is. */
function standing({ tongue, session }: Visit, { status, allowed }: ProductView): Message[] {
  const { t } = tongue;
  const messages: Message[] = [];
  if (session.row.operation === 'detail') messages.push({ tone: 'info', text: t.detailNotice });
  if (status === 'withdrawn') messages.push({ tone: 'warn', text: t.withdrawnText });
  else if (!allowed) messages.push({ tone: 'warn', text: t.notAllowedText });
  return messages;
}

function facts({ session, tongue }: Visit, product: ProductView): ProductPageView['facts'] {
  const rate = product.vat.find(({ country }) => country === session.settings.country)?.rate;
  const all: ProductPageView['facts'] = [
    { key: 'buyersNumber', values: some(product.buyersNumber) },
    { key: 'manufacturer', values: some(product.manufacturer) },
    { key: 'manufacturerNumber', values: some(product.manufacturerNumber) },
    { key: 'gtin', values: product.gtins },
    { key: 'category', values: some(product.category) },
    {
      key: 'classification',
      values: product.classifications.map(({ scheme, version = '', code }) =>
        [scheme, version, code].filter((part) => part !== '').join(' '),
      ),
    },
    { key: 'contract', values: some(product.contractNumber) },
    { key: 'labels', values: product.labels },
    { key: 'vat', values: rate === undefined ? [] : [tongue.t.vatRate({ rate })] },
  ];
  return all.filter(({ values }) => values.length > 0);
}

function some(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}

/** Units beside the shop unit; those that people call the same and that count the same are not told. */
function unitTexts({ tongue }: Visit, { units, unit: code }: ProductView): string[] {
  const shopUnit = unitName(code, tongue.language);
  return units
    .map(({ unit, factor }) => ({ unit: unitName(unit, tongue.language), factor, shopUnit }))
    .filter(({ unit, factor }) => unit !== shopUnit || factor !== '1')
    .map((facts) => tongue.t.unitFactor(facts));
}

function reason({ tongue }: Visit, { chosenBy }: PriceOfTheDay): string {
  const { t } = tongue;
  if (chosenBy === 'group') return t.priceGroup;
  return chosenBy === 'base' ? t.priceBase : t.priceOwn;
}
