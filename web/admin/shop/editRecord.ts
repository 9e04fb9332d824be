import { recordChange } from '../../../documents/audit.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { lockVersion, versionOf } from '../../../shop/versions.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage, type AdminRoute } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { toRecord } from './homePage.ts';
import {
  cellsOfRecord,
  changedCells,
  MOST_GROUPS,
  postedCells,
  readCells,
  refusedFields,
  sectionViews,
  type Cells,
  type FieldErrors,
} from './recordForm.ts';
import type { RecordKind } from './records.ts';

/** The addresses of a record's form: a new one, one that is there, and saving either. */
export function recordForms(kind: RecordKind): AdminRoute[] {
  const { path } = kind;
  return [
    adminPage({ path: `${path}/new`, role: 'administrator', show: (visit) => Promise.resolve(emptyForm(visit, kind)) }),
    adminForm({ path: `${path}/new`, role: 'administrator', act: (visit) => save(visit, kind, undefined) }),
    adminPage({ path: `${path}/:key/edit`, role: 'administrator', show: (visit) => showForm(visit, kind) }),
    adminForm({
      path: `${path}/:key/edit`,
      role: 'administrator',
      act: (visit) => save(visit, kind, visit.params['key']),
    }),
  ];
}

function emptyForm(visit: AdminVisit, kind: RecordKind): AdminAnswer {
  return formPage(visit, kind, { key: undefined, cells: new Map(), version: undefined, kept: {} });
}

async function showForm(visit: AdminVisit, kind: RecordKind): Promise<AdminAnswer> {
  const { em, params } = visit;
  const key = params['key']!;
  const [record, version] = [await kind.find(em, key), await readVersion(visit, kind, key)];
  // The shop is not there before it was set up: its form is empty then.
  if (record === undefined && kind.table !== 'shop') throw new RoundtripError('NotFound', 'There is no such record.');
  const cells = record === undefined ? new Map() : cellsOfRecord(kind.form, withoutLong(kind, record));
  return formPage(visit, kind, { key, cells, version, kept: longLists(kind, record) });
}

async function readVersion({ em }: AdminVisit, { table }: RecordKind, key: string): Promise<number | undefined> {
  return table === undefined ? undefined : await versionOf(em, table, key);
}

/** Lists that have more entries than a form shows: they are kept as they are. */
function longLists({ form }: RecordKind, record: object | undefined): Readonly<Record<string, readonly unknown[]>> {
  const values = (record ?? {}) as Record<string, unknown>;
  const lists = form.sections.flatMap(({ repeated }) => {
    const list = repeated === undefined ? undefined : values[repeated];
    return Array.isArray(list) && list.length > MOST_GROUPS ? [[repeated!, list.map(withoutId)] as const] : [];
  });
  return Object.fromEntries(lists);
}

/** An address as it is sent: the id is the store's. */
function withoutId(entry: unknown): unknown {
  const { id: _, ...sent } = entry as Record<string, unknown>;
  return sent;
}

function withoutLong(kind: RecordKind, record: object): object {
  const long = longLists(kind, record);
  return Object.fromEntries(Object.entries(record).filter(([name]) => !(name in long)));
}

interface FormFacts {
  /** Undefined: a new record. */
  readonly key: string | undefined;
  readonly cells: Cells;
  readonly version: number | undefined;
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly errors?: FieldErrors;
  /** What another has stored meanwhile. */
  readonly stored?: Cells;
}

function formPage(visit: AdminVisit, kind: RecordKind, facts: FormFacts): AdminAnswer {
  const { tongue, root } = visit;
  const { t } = tongue;
  const { key, cells, version, kept, errors, stored } = facts;
  const hidden = Object.entries(kept).map(([list, entries]) => ({ list, count: entries.length }));
  const state = { cells, hidden: hidden.map(({ list }) => list), ...(errors && { errors }), ...(stored && { stored }) };
  const base = `${root}/admin${kind.path}`;
  const view = {
    action: key === undefined ? `${base}/new` : `${base}/${encodeURIComponent(key)}/edit`,
    back: root + '/admin' + toRecord(kind.path, key),
    version: version === undefined ? '' : String(version),
    sections: sectionViews(kind.form, state, tongue),
    hidden: hidden.map((one) => t.shopListHidden(one)),
    problems: errors !== undefined && errors.size > 0,
    meanwhile: stored !== undefined,
  };
  const heading = key === undefined ? t[kind.newHeading] : kind.table === 'shop' ? t.shopProfile : key;
  const status = view.meanwhile ? 409 : view.problems ? 422 : 200;
  return page('admin/shop/record', view, { title: `${heading} – ${t.shopTitle}`, status, styles: ['admin-shop.css'] });
}

/** Checks and stores what was typed, with its entry in the trail of changes; what is wrong is shown beside what was typed. */
async function save(visit: AdminVisit, kind: RecordKind, key: string | undefined): Promise<AdminAnswer> {
  const { em, form, tongue } = visit;
  const cells = postedCells(kind.form, form);
  const record = key === undefined ? undefined : await kind.find(em, key);
  const kept = longLists(kind, record);
  const typed = /^\d{1,16}$/.exec(form.get('version') ?? '')?.[0];
  const facts = { key, cells, kept, version: typed === undefined ? undefined : Number(typed) };
  const { value, errors } = readCells(kind.form, cells, kept, tongue);
  if (errors.size > 0) return formPage(visit, kind, { ...facts, errors });
  const before = record === undefined ? new Map<string, string>() : cellsOfRecord(kind.form, withoutLong(kind, record));
  const outcome = await store(visit, kind, { value, key, version: facts.version, before, after: cells });
  if (outcome === 'outdated') {
    return formPage(visit, kind, { ...facts, version: await readVersion(visit, kind, key!), stored: before });
  }
  if (outcome.length > 0) return formPage(visit, kind, { ...facts, errors: refusedFields(kind.form, outcome, tongue) });
  return goTo(toRecord(kind.path, kind.keyOf(value)), { tone: 'good', text: tongue.t.shopSaved });
}

interface Saving {
  readonly value: unknown;
  readonly key: string | undefined;
  readonly version: number | undefined;
  readonly before: Cells;
  readonly after: Cells;
}

/** @returns what the store refused; `outdated` when another has changed it since the form was read */
async function store({ em, account }: AdminVisit, kind: RecordKind, saving: Saving) {
  const { value, key, version, before, after } = saving;
  try {
    return await em.fork().transactional(async (tx) => {
      if (kind.table !== undefined && key !== undefined) await lockVersion(tx, kind.table, key, version);
      const problems = await kind.save(tx, value);
      if (problems.length > 0) throw new Refused(problems);
      const changed = changedCells(before, after);
      const subject = { kind: kind.subject, id: kind.keyOf(value), name: kind.nameOf(value) };
      const action = key === undefined ? `${kind.subject}.added` : `${kind.subject}.changed`;
      if (changed) await recordChange(tx, { actor: account.name, action, subject, ...changed });
      return [];
    });
  } catch (error) {
    if (error instanceof Refused) return error.problems;
    if (error instanceof RoundtripError && error.type === 'Outdated') return 'outdated';
    throw error;
  }
}

/** Rolls back what was stored beside what was refused. */
class Refused extends Error {
  readonly problems: Awaited<ReturnType<RecordKind['save']>>;

  constructor(problems: Refused['problems']) {
    super('the store refused it');
    this.problems = problems;
  }
}
