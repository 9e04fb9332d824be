import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import { endOfDay } from '../../../documents/dueTimes.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import { findPartner, listPartners } from '../../../partners/partners.ts';
import type { AdminVisit } from '../visit.ts';
import type { Choice, FilterField, FiltersView } from './views.ts';

/** Rows on a page. */
export const PAGE = 50;
/** Partners, or accounts, that a choice shows. */
export const MOST_CHOICES = 500;

const day = z.iso.date();
const uuid = z.uuid();

/** What the address says of filters: as text, empty where nothing usable is said. */
export type FilterValues = Readonly<Record<string, string>>;

export function filterValues({ query }: Pick<AdminVisit, 'query'>, fields: readonly FilterField[]): FilterValues {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, query.get(field.name) ?? '')]));
}

function valueOf({ kind, choices = [] }: FilterField, asked: string): string {
  const text = asked.trim().slice(0, 300).toWellFormed();
  if (kind === 'choice') return choices.some(({ value }) => value === text) ? text : '';
  if (kind === 'day') return day.safeParse(text).success ? text : '';
  return text;
}

/** The form of the filters, and what of them is chosen. @param path of the list, below /admin */
export function filtersView(
  { root, tongue }: AdminVisit,
  path: string,
  fields: readonly FilterField[],
  values: FilterValues,
): FiltersView {
  const action = `${root}/admin${path}`;
  return {
    action,
    fields: fields.map((field) => ({ ...field, value: values[field.name]! })),
    chips: fields
      .filter(({ name }) => values[name] !== '')
      .map(({ name, label, kind, choices = [] }) => {
        const value = values[name]!;
        const chosen = choices.find((choice) => choice.value === value)?.text ?? value;
        const shown = kind === 'day' ? tongue.w.day(value) : chosen;
        return { text: `${label}: ${shown}`, href: action + queryOf({ ...values, [name]: '' }) };
      }),
  };
}

/** `?a=1&b=2`, without what is empty. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** Addresses of the first and the next page. @param after cursor of the next one; undefined: there is none */
export function pagesOf(
  visit: AdminVisit,
  path: string,
  values: FilterValues,
  after: string | undefined,
): { readonly first: string; readonly next: string } {
  const action = `${visit.root}/admin${path}`;
  return {
    first: visit.query.has('after') ? action + queryOf(values) : '',
    next: after === undefined ? '' : action + queryOf({ ...values, after }),
  };
}

/** A cursor that is the id of the last row; one that we did not make begins at the first page. */
export function afterId({ query }: Pick<AdminVisit, 'query'>): { readonly after?: string } {
  const asked = query.get('after') ?? '';
  return uuid.safeParse(asked).success ? { after: asked } : {};
}

/** The first instants of a day and of the day after another one, as the shop's clocks show them. */
export function periodOf(
  { shop }: Pick<AdminVisit, 'shop'>,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly from?: Date; readonly before?: Date } {
  const clock = shop ?? { timeZone: 'UTC', workingDays: [] };
  const after = (date: string): Date => new Date(endOfDay(clock, date).getTime() + 1);
  return { ...(from !== '' && { from: after(dayBefore(from)) }), ...(to !== '' && { before: after(to) }) };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/** Partners to choose from, the chosen one among them. @param chosen its id, or anything that no partner has */
export async function partnerChoices(em: EntityManager, chosen: string): Promise<Choice[]> {
  const partners: Pick<Partner, 'id' | 'name'>[] = await listPartners(em, { limit: MOST_CHOICES });
  const isOther = uuid.safeParse(chosen).success && !partners.some(({ id }) => id === chosen);
  const other = isOther ? await findPartner(em, chosen) : null;
  return [...partners, ...(other ? [other] : [])].map(({ id, name }) => ({ value: id, text: name }));
}

export async function partnerField({ em, query, tongue }: AdminVisit): Promise<FilterField> {
  const choices = await partnerChoices(em, query.get('partner') ?? '');
  return { name: 'partner', label: tongue.t.documentsPartner, kind: 'choice', choices };
}

/** The two days of a period, both included. */
export function dayFields({ tongue }: AdminVisit): readonly FilterField[] {
  const { t } = tongue;
  return [
    { name: 'from', label: t.documentsFrom, kind: 'day' },
    { name: 'to', label: t.documentsTo, kind: 'day' },
  ];
}
