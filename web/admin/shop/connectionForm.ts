import { issueText } from '../../../platform/issues.ts';
import { swedishIssue } from '../../../platform/issues.sv.ts';
import {
  connectionInput,
  livePolicies,
  orderWays,
  pulledKinds,
  shopApis,
  type ConnectionSettings,
} from '../../../shop/input/connection.ts';
import type { PlainKey } from '../../templates.ts';
import type { Tongue } from '../../words/words.ts';
import type { FormFieldView, FormSectionView } from '../form/views.ts';

type FieldName = keyof ConnectionSettings | 'secret';

interface FieldSpec {
  readonly name: FieldName;
  readonly kind: FormFieldView['kind'];
  readonly label: PlainKey;
  readonly hint?: PlainKey;
  /** Of a choice, each with its words. */
  readonly choices?: readonly { readonly value: string; readonly text: PlainKey; readonly hint?: PlainKey }[];
}

const apiWords = {
  roundtrip: { text: 'shopApiRoundtrip', hint: 'shopApiRoundtripHint' },
  wooCommerce: { text: 'shopApiWooCommerce', hint: 'shopApiWooCommerceHint' },
} as const;
const liveWords = {
  off: { text: 'shopLiveOff' },
  storedPrice: { text: 'shopLiveStored', hint: 'shopLiveStoredHint' },
  hold: { text: 'shopLiveHold', hint: 'shopLiveHoldHint' },
} as const;
const orderWords = {
  kept: { text: 'shopOrdersKept', hint: 'shopOrdersKeptHint' },
  pushed: { text: 'shopOrdersPushed', hint: 'shopOrdersPushedHint' },
  fetched: { text: 'shopOrdersFetched', hint: 'shopOrdersFetchedHint' },
} as const;
const pullWords = {
  customers: { text: 'shopCustomers' },
  products: { text: 'shopProducts' },
  prices: { text: 'shopPrices' },
} as const;

const sections: readonly { readonly heading: PlainKey; readonly fields: readonly FieldSpec[] }[] = [
  {
    heading: 'shopConnectionWhere',
    fields: [
      {
        name: 'api',
        kind: 'radio',
        label: 'shopConnectionApi',
        choices: shopApis.map((value) => ({ value, ...apiWords[value] })),
      },
      { name: 'url', kind: 'line', label: 'shopConnectionUrl', hint: 'shopConnectionUrlHint' },
      { name: 'user', kind: 'line', label: 'shopConnectionUser', hint: 'shopConnectionUserHint' },
      { name: 'secret', kind: 'secret', label: 'shopConnectionSecret' },
      { name: 'timeoutSeconds', kind: 'figure', label: 'shopConnectionTimeout', hint: 'shopConnectionTimeoutHint' },
    ],
  },
  {
    heading: 'shopConnectionLive',
    fields: [
      {
        name: 'live',
        kind: 'radio',
        label: 'shopConnectionLiveAsk',
        choices: livePolicies.map((value) => ({ value, ...liveWords[value] })),
      },
      { name: 'cacheSeconds', kind: 'figure', label: 'shopConnectionCache', hint: 'shopConnectionCacheHint' },
    ],
  },
  {
    heading: 'shopConnectionOrders',
    fields: [
      {
        name: 'orders',
        kind: 'radio',
        label: 'shopConnectionOrdersAsk',
        choices: orderWays.map((value) => ({ value, ...orderWords[value] })),
      },
    ],
  },
  {
    heading: 'shopConnectionPull',
    fields: [
      {
        name: 'pull',
        kind: 'boxes',
        label: 'shopConnectionPullAsk',
        choices: pulledKinds.map((value) => ({ value, ...pullWords[value] })),
      },
      { name: 'pullMinutes', kind: 'figure', label: 'shopConnectionEvery' },
    ],
  },
];

/** What stands in the fields. */
export type ConnectionTyped = Readonly<Record<FieldName, string | readonly string[]>>;
export type ConnectionErrors = ReadonlyMap<string, string>;

export function typedOf(settings: ConnectionSettings): ConnectionTyped {
  const { api, url = '', user = '', live, orders, pull, timeoutSeconds, cacheSeconds, pullMinutes } = settings;
  return {
    ...{ api, url, user, secret: '', live, orders, pull },
    timeoutSeconds: String(timeoutSeconds),
    cacheSeconds: String(cacheSeconds),
    pullMinutes: String(pullMinutes),
  };
}

/** What was typed, as the store takes it, or what is wrong with it by field. A secret is not shown again. */
export function readConnectionForm(
  form: URLSearchParams,
  { language }: Pick<Tongue, 'language'>,
): { readonly typed: ConnectionTyped; readonly settings?: ConnectionSettings; readonly errors: ConnectionErrors } {
  const of = (name: FieldName): string => (form.get(name) ?? '').trim();
  const typed: ConnectionTyped = {
    ...{ api: of('api'), url: of('url'), user: of('user'), secret: '', live: of('live') },
    ...{ orders: of('orders'), pull: form.getAll('pull') },
    ...{ timeoutSeconds: of('timeoutSeconds'), cacheSeconds: of('cacheSeconds'), pullMinutes: of('pullMinutes') },
  };
  const figure = (name: FieldName): unknown => (/^\d{1,9}$/.test(of(name)) ? Number(of(name)) : of(name));
  const given = {
    ...{ api: typed.api, live: typed.live, orders: typed.orders, pull: typed.pull },
    ...(typed.url !== '' && { url: typed.url }),
    ...(typed.user !== '' && { user: typed.user }),
    timeoutSeconds: figure('timeoutSeconds'),
    cacheSeconds: figure('cacheSeconds'),
    pullMinutes: figure('pullMinutes'),
  };
  const result = connectionInput.safeParse(given);
  if (result.success) return { typed, settings: result.data, errors: new Map() };
  const errors = result.error.issues.map((issue) => {
    const text = issueText(issue, '');
    return [String(issue.path[0]), language === 'sv' ? swedishIssue(text) : text] as const;
  });
  return { typed, errors: new Map(errors.toReversed()) };
}

export function connectionSections(
  { t }: Tongue,
  typed: ConnectionTyped,
  errors: ConnectionErrors,
  secretHint: string,
): FormSectionView[] {
  return sections.map(({ heading, fields }) => ({
    heading: t[heading],
    fields: fields.map(({ name, kind, label, hint, choices = [] }) => {
      const value = typed[name];
      return {
        ...{ name, kind, label: t[label] },
        hint: name === 'secret' ? secretHint : hint === undefined ? '' : t[hint],
        value: typeof value === 'string' ? value : '',
        choices: choices.map((choice) => ({
          value: choice.value,
          text: t[choice.text],
          hint: choice.hint === undefined ? '' : t[choice.hint],
          chosen: typeof value === 'string' ? value === choice.value : value.includes(choice.value),
        })),
        error: errors.get(name) ?? '',
      };
    }),
  }));
}
