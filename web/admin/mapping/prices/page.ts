/** The price policy of a draft as a picture: what becomes of which deviation, and a price to try. */
import { isDecimal } from '../../../../formats/document/decimal.ts';
import { agreementSchema } from '../../../../partners/agreement.ts';
import { orderPolicy } from '../../../../partners/orderPolicy.ts';
import { bandSegments, tryPrice, type BandSegment, type PriceExample } from '../../../../partners/priceBands.ts';
import { valueAt } from '../../../../partners/settings/values.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import type { BothWays, DeviationAction, PricePolicy } from '../../../../shop/orderPolicy.ts';
import { optionText } from '../../../words/agreement/words.ts';
import type { Tongue } from '../../../words/words.ts';
import { page } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import { agreementInHand } from '../../partners/agreement/inHand.ts';
import type { BandsView, PricesView } from '../views.ts';
import { drawBands } from './picture.ts';

const USUAL = { price: '100', quantity: '10', asked: '', order: '10000' } as const;
const LONGEST_NUMBER = 20;

/** `GET ?price=&quantity=&asked=&order=` */
export const showPrices = adminPage({
  path: '/partners/:id/agreements/:mode/price-bands',
  role: 'reader',
  async show(visit) {
    const { partner, mode, path, settings } = await agreementInHand(visit);
    const { root, tongue, query } = visit;
    const numbers = numbersOf(query);
    const policy = pricePolicy(settings);
    const currency = currencyOf(settings);
    const show = (of: BothWays, example: PriceExample, asked: string) =>
      bandsView(of, example, { asked, currency, tongue });
    const view: PricesView = {
      partner,
      base: `${root}/admin${path}`,
      action: `${root}/admin${path}/price-bands`,
      ...{ currency, numbers },
      line: policy ? show(policy.line, { ours: numbers.price, quantity: numbers.quantity }, numbers.asked) : null,
      order: policy?.order ? show(policy.order, { ours: numbers.order, quantity: '1' }, '') : null,
    };
    const title = tongue.t.mappingPricesTitle({ partner: partner.name, mode });
    return page('admin/mapping/prices', view, { title, styles: ['admin-partners.css', 'admin-mapping.css'] });
  },
});

/** What was typed, as far as it is a number above 0; a comma is taken for a point. */
function numbersOf(query: URLSearchParams): PricesView['numbers'] {
  const numberOf = (name: keyof typeof USUAL): string => {
    const typed = (query.get(name) ?? '').trim().replace(',', '.').replaceAll(/\s/g, '');
    const isUsable =
      typed.length <= LONGEST_NUMBER &&
      isDecimal(typed) &&
      (Number(typed) > 0 || name === 'asked') &&
      Number(typed) >= 0;
    return isUsable ? typed : USUAL[name];
  };
  return {
    price: numberOf('price'),
    quantity: numberOf('quantity'),
    asked: numberOf('asked'),
    order: numberOf('order'),
  };
}

/** Prices are looked at also while other settings are wrong; undefined while they are wrong themselves. */
function pricePolicy(settings: DraftSettings): PricePolicy | undefined {
  const { price, answers } = settings;
  const read = agreementSchema.safeParse({
    ...(price !== undefined && { price }),
    ...(answers !== undefined && { answers }),
  });
  return read.success ? orderPolicy(read.data).price : undefined;
}

function currencyOf(settings: DraftSettings): string {
  const currency = valueAt(settings, 'punchOut.currency');
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'SEK';
}

interface Told {
  readonly asked: string;
  readonly currency: string;
  readonly tongue: Tongue;
}

function bandsView(policy: BothWays, example: PriceExample, { asked, currency, tongue }: Told): BandsView {
  const segments = bandSegments(policy, example);
  const tried = asked === '' ? undefined : tryPrice(policy, example, asked);
  const at = tried && Number(tried.percent) * (tried.direction === 'below' ? -1 : 1);
  const rows = segments.map((segment, index) => rowOf(segment, String(index + 1), { currency, tongue }));
  const says = rows.map(({ range, action }) => `${range}: ${action}`).join('. ');
  const { t, w } = tongue;
  return {
    svg: drawBands(segments, { says, at }),
    rows,
    tried: tried
      ? t.mappingTried({
          asked: w.money(asked, currency),
          direction: tried.direction ?? 'none',
          percent: w.percent(tried.percent),
          perUnit: w.money(tried.perUnit, currency),
          sum: w.money(tried.sum, currency),
          action: actionText(tried.action, tongue),
        })
      : '',
    triedTone: tried ? toneOf(tried.action) : 'good',
  };
}

function rowOf(
  segment: BandSegment,
  number: string,
  { currency, tongue }: Omit<Told, 'asked'>,
): BandsView['rows'][number] {
  const { t, w } = tongue;
  const { direction, from, to, perUnit, sum, endless, action } = segment;
  const words = {
    direction,
    from: w.percent(from.replace('-', '')),
    to: w.percent(to.replace('-', '')),
    perUnit: w.money(perUnit, currency),
    sum: w.money(sum, currency),
  };
  const isAll = endless && from === '0';
  const range = isAll
    ? t.mappingRangeAll({ direction })
    : endless
      ? t.mappingRangeBeyond(words)
      : t.mappingRange(words);
  return { number, range, action: actionText(action, tongue), key: action };
}

function actionText(action: DeviationAction, { language }: Tongue): string {
  return optionText('price.line.above.bands.*.action', action, language);
}

const tones = {
  accept: 'good',
  notify: 'good',
  ourPrice: 'info',
  hold: 'warn',
  rejectLine: 'bad',
  rejectOrder: 'bad',
} as const satisfies Record<DeviationAction, string>;

function toneOf(action: DeviationAction): BandsView['triedTone'] {
  return tones[action];
}
