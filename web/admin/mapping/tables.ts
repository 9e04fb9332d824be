/** A table of our words and theirs; that of units serves carts and orders. */
import { createHash } from 'node:crypto';
import { namedUnits, unitName } from '../../../documents/unitNames.ts';
import {
  mappingSchema,
  translationTable,
  UNITS,
  type MappingSettings,
  type TranslationTable,
} from '../../../partners/mapping/schema.ts';
import { matchingSettings } from '../../../partners/matching.ts';
import { valueAt, withValueAt } from '../../../partners/settings/values.ts';
import type { DraftSettings } from '../../../partners/draft.entity.ts';
import { describeIssue } from '../../../platform/issues.ts';
import { swedishIssue } from '../../../platform/issues.sv.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { agreementInHand, type AgreementInHand } from '../partners/agreement/inHand.ts';
import { storeDraft } from '../partners/agreement/storeDraft.ts';
import { MAPPING, mappingOf } from './editor/rules.ts';

const PATH = '/partners/:id/agreements/:mode/tables/:table';
const ORDERS = 'matching.units';
const BLANK_ROWS = 3;

export interface TableRow {
  readonly ours: string;
  readonly theirs: string;
  /** Of units: for carts that go out, for orders that come in. */
  readonly carts: boolean;
  readonly orders: boolean;
}

interface TypedTable {
  readonly rows: readonly TableRow[];
  readonly unknown: TranslationTable['unknown'];
}

export const showTable = adminPage({
  path: PATH,
  role: 'reader',
  async show(visit) {
    const inHand = await agreementInHand(visit);
    const name = tableOf(visit);
    return tablePage(visit, inHand, { name, typed: storedTable(inHand.settings, name) });
  },
});

export const saveTable = adminForm({
  path: PATH,
  role: 'administrator',
  async act(visit) {
    const { form, tongue } = visit;
    const inHand = await agreementInHand(visit);
    const name = tableOf(visit);
    const typed = postedTable(form, name);
    const stored = storedTable(inHand.settings, name);
    if (form.get('was') !== fingerprint(stored)) return tablePage(visit, inHand, { name, typed, conflict: stored });
    const problem = problemOf(typed, visit);
    if (problem !== '') return tablePage(visit, inHand, { name, typed, problem });
    if (fingerprint(stored) !== fingerprint(typed)) {
      await storeDraft(visit, inHand, withTable(inHand.settings, name, typed));
    }
    return goTo(`${inHand.path}/tables/${encodeURIComponent(name)}`, {
      tone: 'good',
      text: tongue.t.mappingTableSaved,
    });
  },
});

function tableOf({ params }: AdminVisit): string {
  return params['table']!.slice(0, 100);
}

function storedTable(settings: DraftSettings, name: string): TypedTable {
  const table = mappingOf(settings)?.tables[name];
  const rows = (table?.entries ?? []).map(({ ours, theirs }) => ({ ours, theirs, carts: true, orders: false }));
  const unknown = table?.unknown ?? (name === UNITS ? 'keep' : 'problem');
  return name === UNITS ? { rows: joined(rows, ordersUnits(settings)), unknown } : { rows, unknown };
}

/** The partner's units in orders, and which of ours each is. */
function ordersUnits(settings: DraftSettings): Readonly<Record<string, string>> {
  return matchingSettings.shape.units.safeParse(valueAt(settings, ORDERS)).data ?? {};
}

function joined(rows: readonly TableRow[], units: Readonly<Record<string, string>>): TableRow[] {
  const isIn = (theirs: string, ours: string): boolean => Object.hasOwn(units, theirs) && units[theirs] === ours;
  const both = rows.map((row) => ({ ...row, orders: isIn(row.theirs, row.ours) }));
  const others = Object.entries(units).filter(
    ([theirs, ours]) => !both.some((row) => row.theirs === theirs && row.ours === ours),
  );
  return [...both, ...others.map(([theirs, ours]) => ({ ours, theirs, carts: false, orders: true }))];
}

function postedTable(form: URLSearchParams, name: string): TypedTable {
  const [ours, theirs] = [form.getAll('ours'), form.getAll('theirs')];
  const [carts, orders] = [new Set(form.getAll('carts')), new Set(form.getAll('orders'))];
  const rows = ours.map((one, index) => ({
    ...{ ours: one.trim(), theirs: (theirs[index] ?? '').trim() },
    carts: name !== UNITS || carts.has(String(index)),
    orders: orders.has(String(index)),
  }));
  const unknown = translationTable.shape.unknown.safeParse(form.get('unknown') ?? undefined).data ?? 'problem';
  return { rows: rows.filter((row) => row.ours !== '' || row.theirs !== ''), unknown };
}

/** What is wrong with the rows; empty: nothing. */
function problemOf({ rows, unknown }: TypedTable, { tongue }: AdminVisit): string {
  const { t, language } = tongue;
  const half = rows.find(({ ours, theirs }) => ours === '' || theirs === '');
  if (half) return t.mappingTableHalf({ word: half.ours || half.theirs });
  const table = { entries: rows.map(({ ours, theirs }) => ({ ours, theirs })), unknown };
  const units = Object.fromEntries(rows.filter(({ orders }) => orders).map(({ ours, theirs }) => [theirs, ours]));
  const checks = [translationTable.safeParse(table), matchingSettings.shape.units.safeParse(units)];
  const issue = checks.flatMap(({ error }) => error?.issues ?? [])[0];
  if (!issue) return '';
  const [detail] = describeIssue(issue, table, t.mappingTables);
  return language === 'sv' ? swedishIssue(detail?.text ?? '') : (detail?.text ?? '');
}

function withTable(settings: DraftSettings, name: string, { rows, unknown }: TypedTable): DraftSettings {
  const mapping: MappingSettings = mappingOf(settings) ?? mappingSchema.parse({});
  const { [name]: _, ...others } = mapping.tables;
  const entries = rows.filter(({ carts }) => carts).map(({ ours, theirs }) => ({ ours, theirs }));
  const tables = entries.length === 0 ? others : { ...others, [name]: { entries, unknown } };
  const isOpen = valueAt(settings, 'punchOut') !== undefined;
  const changed = isOpen ? withValueAt(settings, MAPPING, { ...mapping, tables }) : settings;
  if (name !== UNITS) return changed;
  const units = rows.filter(({ orders }) => orders).map(({ ours, theirs }) => [theirs, ours]);
  return withValueAt(changed, ORDERS, Object.fromEntries(units));
}

function fingerprint(table: TypedTable): string {
  return createHash('sha256').update(JSON.stringify(table)).digest('base64url').slice(0, 16);
}

interface Shown {
  readonly name: string;
  readonly typed: TypedTable;
  readonly problem?: string;
  /** What another has stored meanwhile. */
  readonly conflict?: TypedTable;
}

function tablePage(
  visit: AdminVisit,
  inHand: AgreementInHand,
  { name, typed, problem = '', conflict }: Shown,
): AdminAnswer {
  const { account, root, tongue } = visit;
  const { partner, path, settings } = inHand;
  const { t, language } = tongue;
  const blank = Array.from({ length: BLANK_ROWS }, () => ({ ours: '', theirs: '', carts: true, orders: true }));
  const isUnits = name === UNITS;
  const nameOf = (code: string): string => (isUnits && code !== '' ? unitName(code, language) : '');
  const view = {
    partner,
    base: `${root}/admin${path}`,
    name: isUnits ? t.mappingTableUnits : name,
    action: `${root}/admin${path}/tables/${encodeURIComponent(name)}`,
    isUnits,
    hasCarts: valueAt(settings, 'punchOut') !== undefined,
    rows: [...typed.rows, ...blank].map((row) => ({ ...row, oursName: nameOf(row.ours) })),
    units: isUnits ? namedUnits.map((code) => ({ code, name: unitName(code, language) })) : [],
    unknown: typed.unknown,
    problem,
    conflict: conflict?.rows ?? [],
    was: fingerprint(conflict ?? storedTable(settings, name)),
    mayChange: account.role === 'administrator',
  };
  const title = t.mappingTableTitle({ table: view.name, partner: partner.name });
  const status = conflict ? 409 : problem === '' ? 200 : 422;
  return page('admin/mapping/table', view, { title, status, styles: ['admin-partners.css', 'admin-mapping.css'] });
}
