import type { EntityManager } from '@mikro-orm/postgresql';
import { namedUnits, unitName } from '../../../../documents/unitNames.ts';
import { listCredentials } from '../../../../partners/credentials.ts';
import type { Mode } from '../../../../partners/partner.entity.ts';
import { categoryNames } from '../../../../shop/categories.ts';
import type { SettingField } from '../../../../partners/settings/fields.ts';
import { listCustomers } from '../../../../shop/customerRecords.ts';
import type { AdminVisit } from '../../visit.ts';
import { KEY } from './readForm.ts';

const lists = {
  customers: [
    'customers.*',
    'matching.defaultCustomer',
    'punchOut.customer.default',
    'punchOut.customer.known.*',
    `messages.customers.${KEY}`,
  ],
  units: ['matching.units.*'],
  categories: ['punchOut.assortment.categories.*'],
  secrets: ['credential', 'senderCredential'],
} as const;
export type SuggestionList = keyof typeof lists;

/** Which list of what exists goes with a setting. */
export function suggestionsFor(path: string): SuggestionList | undefined {
  const names = Object.keys(lists) as SuggestionList[];
  return names.find((name) => lists[name].some((each) => path === each || path.endsWith(`.${each}`)));
}

export interface Suggestion {
  readonly value: string;
  readonly text: string;
}

/** A browser shows no more than a few; what is not in the list can be typed. */
const MOST = 500;

/** The lists that go with some fields. */
export function listsIn(fields: readonly SettingField[]): Set<SuggestionList> {
  const found = fields.flatMap((field) => {
    const own = [suggestionsFor(field.path), suggestionsFor(`${field.path}.${KEY}`)].filter(
      (name) => name !== undefined,
    );
    if (field.kind === 'group' || field.kind === 'rows') return [...own, ...listsIn(field.fields)];
    return 'entry' in field ? [...own, ...listsIn([field.entry])] : own;
  });
  return new Set(found);
}

/** What exists, to choose from: customers, units, categories, names of secrets. */
export async function suggestions(
  visit: AdminVisit,
  of: { readonly partnerId: string; readonly mode: Mode; readonly lists: ReadonlySet<SuggestionList> },
): Promise<Readonly<Partial<Record<SuggestionList, readonly Suggestion[]>>>> {
  const { em, tongue } = visit;
  const { lists: wanted } = of;
  return {
    ...(wanted.has('customers') && { customers: await customersOf(em) }),
    ...(wanted.has('units') && {
      units: namedUnits.map((code) => ({ value: code, text: unitName(code, tongue.language) })),
    }),
    ...(wanted.has('categories') && {
      categories: (await categoryNames(em)).slice(0, MOST).map((value) => ({ value, text: '' })),
    }),
    ...(wanted.has('secrets') && { secrets: await secretsOf(visit, of) }),
  };
}

async function customersOf(em: EntityManager): Promise<Suggestion[]> {
  const { customers } = await listCustomers(em, { active: true, limit: MOST });
  return customers.map(({ number, name }) => ({ value: number, text: name }));
}

/** Names of the outgoing secrets that are set. */
async function secretsOf(
  { em, deps }: AdminVisit,
  { partnerId, mode }: { readonly partnerId: string; readonly mode: Mode },
): Promise<Suggestion[]> {
  const credentials = await listCredentials(em, deps.keyRing, partnerId);
  return credentials
    .filter((each) => each.direction === 'out' && each.mode === mode && each.revokedAt === null)
    .map(({ name }) => ({ value: name, text: '' }));
}
