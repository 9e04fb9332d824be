import type { EntityManager } from '@mikro-orm/postgresql';
import { newSubscription, toSettings } from '../../../../api/schemas/subscription.ts';
import { noticeEvents } from '../../../../notices/events.ts';
import { digests, recipients, type Subscription } from '../../../../notices/subscription.entity.ts';
import type { SubscriptionSettings } from '../../../../notices/subscriptions.ts';
import { noticeWords } from '../../../../notices/words.ts';
import { issueText } from '../../../../platform/issues.ts';
import { swedishIssue } from '../../../../platform/issues.sv.ts';
import { Customer } from '../../../../shop/customer.entity.ts';
import type { Tongue } from '../../../words/words.ts';
import type { FormFieldView, FormSectionView } from '../../form/views.ts';
import { partnerChoices } from '../../lists/list.ts';

/** What stands in the fields. Customers are named by their number. */
export interface SubscriptionTyped {
  readonly recipient: string;
  readonly address: string;
  readonly language: string;
  readonly events: readonly string[];
  readonly partnerId: string;
  readonly customer: string;
  readonly digest: string;
  readonly digestMinutes: string;
  readonly digestAt: string;
  readonly hourlyLimit: string;
  readonly active: string;
}
export type SubscriptionErrors = ReadonlyMap<string, string>;

/** A new one, in the language of whoever makes it. */
export function emptySubscription(language: Tongue['language']): SubscriptionTyped {
  return {
    ...{ recipient: 'administrator', address: '', language, events: [], partnerId: '', customer: '' },
    ...{ digest: 'atOnce', digestMinutes: '', digestAt: '', hourlyLimit: '20', active: 'yes' },
  };
}

export async function typedOf(em: EntityManager, row: Subscription): Promise<SubscriptionTyped> {
  const { recipient, address, language, events, partner, customer, digest, hourlyLimit, active } = row;
  const number = customer && (await em.findOne(Customer, { id: customer }, { disableIdentityMap: true }))?.number;
  return {
    ...{ recipient, address, language, events, digest, hourlyLimit: String(hourlyLimit) },
    ...{ partnerId: partner ?? '', customer: number ?? '', active: active ? 'yes' : 'no' },
    ...{ digestMinutes: row.digestMinutes == null ? '' : String(row.digestMinutes), digestAt: row.digestAt ?? '' },
  };
}

/** What was typed, as the store takes it, or what is wrong with it by field: by the rules of the REST interface. */
export async function readSubscriptionForm(
  em: EntityManager,
  form: URLSearchParams,
  { language, t }: Tongue,
  known?: Pick<Subscription, 'recipient'>,
): Promise<{
  readonly typed: SubscriptionTyped;
  readonly settings?: SubscriptionSettings;
  readonly errors: SubscriptionErrors;
}> {
  const of = (name: keyof SubscriptionTyped): string => (form.get(name) ?? '').trim();
  const typed: SubscriptionTyped = {
    ...{ recipient: known?.recipient ?? of('recipient'), address: of('address'), language: of('language') },
    ...{ events: form.getAll('events'), partnerId: of('partnerId'), customer: of('customer'), digest: of('digest') },
    ...{ digestMinutes: of('digestMinutes'), digestAt: of('digestAt'), hourlyLimit: of('hourlyLimit') },
    active: of('active') === 'yes' ? 'yes' : 'no',
  };
  const customer = typed.customer === '' ? null : await em.findOne(Customer, { number: typed.customer });
  const { digestMinutes, digestAt, partnerId } = typed;
  const { success, data, error } = newSubscription.safeParse({
    ...{ recipient: typed.recipient, address: typed.address, language: typed.language, events: typed.events },
    ...(partnerId !== '' && { partnerId }),
    ...(customer && { customerId: customer.id }),
    ...{ digest: typed.digest, hourlyLimit: figure(typed.hourlyLimit), active: typed.active === 'yes' },
    ...(typed.digest === 'minutes' && { digestMinutes: figure(digestMinutes) }),
    ...(typed.digest === 'daily' && { digestAt }),
  });
  const errors = new Map<string, string>();
  if (typed.customer !== '' && !customer) errors.set('customer', t.settingsToldNoCustomer);
  for (const issue of error?.issues ?? []) {
    const name = issue.path[0] === 'customerId' ? 'customer' : String(issue.path[0]);
    const text = issueText(issue, '');
    if (!errors.has(name)) errors.set(name, language === 'sv' ? swedishIssue(text) : text);
  }
  if (!success || errors.size > 0) return { typed, errors };
  const { recipient, ...settings } = data;
  return { typed, settings: { recipient, ...toSettings(settings) }, errors };
}

/** What is no figure stays a text, for the schema to refuse. */
function figure(text: string): unknown {
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

const recipientKeys = {
  administrator: ['settingsToldPerson', 'settingsToldPersonHint'],
  customer: ['settingsToldCustomer', 'settingsToldCustomerHint'],
  webhook: ['settingsToldWebhook', 'settingsToldWebhookHint'],
} as const;
const digestKeys = {
  atOnce: 'settingsToldAtOnce',
  minutes: 'settingsToldMinutes',
  daily: 'settingsToldDaily',
} as const;

/** @param isNew who is told cannot be changed afterwards */
export async function subscriptionSections(
  em: EntityManager,
  { t, language }: Tongue,
  typed: SubscriptionTyped,
  errors: SubscriptionErrors,
  isNew: boolean,
): Promise<FormSectionView[]> {
  const field = (
    name: keyof SubscriptionTyped,
    kind: FormFieldView['kind'],
    label: string,
    more: { readonly hint?: string; readonly choices?: readonly (readonly [string, string, string?])[] } = {},
  ): FormFieldView => {
    const value = typed[name];
    const chosen = (one: string) => (typeof value === 'string' ? value === one : value.includes(one));
    return {
      ...{ name, kind, label, hint: more.hint ?? '', value: typeof value === 'string' ? value : '' },
      choices: (more.choices ?? []).map(([one, text, hint = '']) => ({ value: one, text, hint, chosen: chosen(one) })),
      error: errors.get(name) ?? '',
    };
  };
  const partners = (await partnerChoices(em, typed.partnerId)).map(({ value, text }) => [value, text] as const);
  const { titles } = noticeWords[language];
  const who = recipients.map((one) => [one, t[recipientKeys[one][0]], t[recipientKeys[one][1]]] as const);
  return [
    {
      heading: t.settingsToldWho,
      fields: [
        ...(isNew ? [field('recipient', 'radio', t.settingsToldWhom, { choices: who })] : []),
        field('address', 'line', t.settingsToldAddress, { hint: t.settingsToldAddressHint }),
        field('language', 'radio', t.settingsToldLanguage, {
          choices: [
            ['sv', 'Svenska'],
            ['en', 'English'],
          ],
        }),
      ],
    },
    {
      heading: t.settingsToldWhat,
      fields: [
        field('events', 'boxes', t.settingsToldEvents, {
          choices: noticeEvents.map((code) => [code, titles[code], code]),
        }),
        field('partnerId', 'select', t.settingsToldPartner, { choices: [['', t.settingsToldAll], ...partners] }),
        field('customer', 'line', t.settingsToldCustomerNumber, { hint: t.settingsToldCustomerNumberHint }),
      ],
    },
    {
      heading: t.settingsToldWhen,
      fields: [
        field('digest', 'radio', t.settingsToldHowOften, { choices: digests.map((one) => [one, t[digestKeys[one]]]) }),
        field('digestMinutes', 'figure', t.settingsToldEveryMinutes),
        field('digestAt', 'line', t.settingsToldAt, { hint: t.settingsToldAtHint }),
        field('hourlyLimit', 'figure', t.settingsToldLimit, { hint: t.settingsToldLimitHint }),
        ...(isNew ? [] : [field('active', 'boxes', t.settingsToldState, { choices: [['yes', t.settingsToldActive]] })]),
      ],
    },
  ];
}
