import type { AuditValue } from '../../../documents/audit.entity.ts';
import { columnOf, cellOf, rowValues, type Column } from '../../../shop/import/columns.ts';
import { issueText } from '../../../platform/issues.ts';
import { swedishIssue } from '../../../platform/issues.sv.ts';
import type { RowProblem } from '../../../shop/saved.ts';
import type { Tongue } from '../../words/words.ts';
import type { FieldKind, FieldSpec, ShopForm } from './fields.ts';

/** A field as a form shows it. */
export interface FieldView {
  /** Name and id of the field: its column. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: FieldKind;
  readonly value: string;
  readonly choices: readonly string[];
  /** Empty: nothing is wrong. */
  readonly error: string;
  /** What another has stored meanwhile; absent where it is what was read. */
  readonly stored?: string;
}

export interface SectionView {
  readonly heading: string;
  /** Entries of a list, or the fields once. */
  readonly groups: readonly (readonly FieldView[])[];
}

/** Cells of a record, by column; what is empty is absent. */
export type Cells = ReadonlyMap<string, string>;

export type FieldErrors = ReadonlyMap<string, string>;

/** Groups of a list that a form shows; longer lists are kept as they are and changed by an import. */
export const MOST_GROUPS = 20;

/** The cells of a stored record. */
export function cellsOfRecord(of: ShopForm, record: unknown): Cells {
  const cells = new Map<string, string>();
  for (const { column } of allFields(of, record)) {
    const cell = cellOf(columnOf(of.columns, column)!, record);
    if (cell !== '') cells.set(column, cell);
  }
  return cells;
}

/** Every field of a form, those of lists once for each entry of the record. */
function allFields(of: ShopForm, record: unknown): FieldSpec[] {
  return of.sections.flatMap(({ fields, repeated }) => {
    if (repeated === undefined) return fields;
    const entries = (record as Record<string, readonly unknown[] | undefined>)[repeated] ?? [];
    return entries.flatMap((_, index) => fields.map((spec) => numbered(spec, index)));
  });
}

function numbered(spec: FieldSpec, index: number): FieldSpec {
  return { ...spec, column: spec.column.replace('#', String(index)) };
}

/** The cells of a form that was posted. Entries stand one a line. */
export function postedCells(of: ShopForm, form: URLSearchParams): Cells {
  const cells = new Map<string, string>();
  for (const [name, value] of form) {
    const column = columnOf(of.columns, name);
    if (column === undefined) continue;
    const cell = column.many ? value.split(/\r?\n/).join('|') : value.replaceAll('\r\n', '\n').trim();
    if (cell.replaceAll('|', '').trim() !== '') cells.set(name, cell);
  }
  return cells;
}

/** What the cells say, or what is wrong with which. @param kept lists that the form does not show */
export function readCells(
  of: ShopForm,
  cells: Cells,
  kept: Readonly<Record<string, unknown>>,
  { language }: Tongue,
): { readonly value: unknown; readonly errors: FieldErrors } {
  const columns = [...cells.keys()].map((name) => columnOf(of.columns, name)!);
  const values = { ...rowValues(columns, [...cells.values()]), ...kept };
  const { success, data, error } = of.schema.safeParse(values);
  if (success) return { value: data, errors: new Map() };
  const errors = new Map<string, string>();
  for (const issue of error.issues) {
    const found = issue.path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
      values,
    );
    const text = issueText(issue, found);
    errors.set(fieldAt(of, issue.path.map(String)), language === 'sv' ? swedishIssue(text) : text);
  }
  return { value: undefined, errors };
}

/** The store's refusals of one record, at their fields. */
export function refusedFields(of: ShopForm, problems: readonly RowProblem[], { language }: Tongue): FieldErrors {
  return new Map(
    problems.map(({ column, value, reason }) => {
      const text = language === 'sv' ? swedishIssue(reason) : reason;
      return [fieldAt(of, column.split('.')), `${value}: ${text}`];
    }),
  );
}

/** The field that a path leads to or into: `units.0.factor` is in `units`, `name` is told at its first part. */
function fieldAt(of: ShopForm, path: readonly string[]): string {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join('.');
    if (columnOf(of.columns, name)) return name;
  }
  const [first = ''] = path;
  const fields = of.sections.flatMap(({ fields }) => fields);
  return fields.find(({ column }) => column.startsWith(`${first}.`))?.column.replace('#', '0') ?? first;
}

export interface FormState {
  readonly cells: Cells;
  readonly errors?: FieldErrors;
  /** Cells that another has stored since the form was read. */
  readonly stored?: Cells;
  /** Names of lists that are too long for the form. */
  readonly hidden?: readonly string[];
}

/** The form with what stands in it. */
export function sectionViews(of: ShopForm, state: FormState, tongue: Tongue): SectionView[] {
  return of.sections.flatMap(({ heading, fields, repeated }) => {
    if (repeated !== undefined && state.hidden?.includes(repeated)) return [];
    const count = repeated === undefined ? 1 : groupsIn(state.cells, repeated) + 1;
    const groups = Array.from({ length: Math.min(count, MOST_GROUPS + 1) }, (_, index) =>
      fields.map((spec) => fieldView(of, numbered(spec, index), state, tongue)),
    );
    return [{ heading: tongue.t[heading], groups }];
  });
}

function groupsIn(cells: Cells, list: string): number {
  const numbers = [...cells.keys()].map((name) => new RegExp(`^${list}\\.(\\d+)\\.`).exec(name)?.[1] ?? '-1');
  return Math.max(-1, ...numbers.map(Number)) + 1;
}

function fieldView(of: ShopForm, spec: FieldSpec, { cells, errors, stored }: FormState, { t }: Tongue): FieldView {
  const { column, label, hint, choices = [] } = spec;
  const [value, theirs] = [cells.get(column) ?? '', stored?.get(column) ?? ''];
  const lines = (cell: string): string => (isMany(columnOf(of.columns, column)) ? cell.split('|').join('\n') : cell);
  return {
    name: column,
    label: t[label],
    hint: hint ? t[hint] : '',
    kind: spec.kind,
    value: lines(value),
    choices,
    error: errors?.get(column) ?? '',
    ...(stored && theirs !== value && { stored: lines(theirs) }),
  };
}

function isMany(column: Column | undefined): boolean {
  return column?.many === true;
}

/** What differs between two states of a record, for the trail of changes. */
export function changedCells(
  before: Cells,
  after: Cells,
): { readonly before: AuditValue; readonly after: AuditValue } | undefined {
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (names.length === 0) return undefined;
  const of = (cells: Cells) => Object.fromEntries(names.map((name) => [name, cells.get(name) ?? '']));
  return { before: of(before), after: of(after) };
}
