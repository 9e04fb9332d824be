/** The rules of one layer and protocol as rows of a form, and back. */
import { mappingProblems } from '../../../../partners/mapping/fields.ts';
import { expressionText, parseExpression, type ExpressionProblem } from '../../../../partners/mapping/expression.ts';
import {
  mappingSchema,
  type CartProtocol,
  type FieldRule,
  type MappingSettings,
} from '../../../../partners/mapping/schema.ts';
import { punchOutSettings, type PunchOutSettings } from '../../../../partners/punchOut.ts';
import { valueAt, withValueAt } from '../../../../partners/settings/values.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import type { ErrorDetail } from '../../../../platform/errors.ts';

export const MAPPING = 'punchOut.mapping';
export const levels = ['header', 'line'] as const;
export type Level = (typeof levels)[number];

/** Which layer: that of all customers, one of the overrides by its index, or a new one. */
export type Layer = 'all' | 'new' | number;

export interface TypedRow {
  readonly field: string;
  readonly text: string;
}

/** What a person typed. */
export interface TypedRules {
  readonly layer: Layer;
  readonly protocol: CartProtocol;
  /** Numbers of the customers that an override is for, one a line or with commas. */
  readonly customers: string;
  readonly rows: Readonly<Record<Level, readonly TypedRow[]>>;
}

/** Why a row cannot be used. */
export type RowProblem =
  | { readonly kind: 'expression'; readonly problem: ExpressionProblem }
  | { readonly kind: 'noField' }
  | { readonly kind: 'twice' }
  /** What the check of the agreement says. */
  | { readonly kind: 'rule'; readonly detail: ErrorDetail };

export interface ReadRules {
  /** The settings with the rows that can be used. */
  readonly settings: DraftSettings;
  /** Undefined where the settings of PunchOut are wrong elsewhere. */
  readonly punchOut: PunchOutSettings | undefined;
  /** By level and index of the row: `line.0`. */
  readonly problems: ReadonlyMap<string, RowProblem>;
}

/** The mapping of a draft; undefined where it is none, which only a file that was imported can bring about. */
export function mappingOf(settings: DraftSettings): MappingSettings | undefined {
  return mappingSchema.safeParse(valueAt(settings, MAPPING) ?? {}).data;
}

/** The rows of a layer as they are stored. */
export function storedRules(mapping: MappingSettings, protocol: CartProtocol, layer: Layer): TypedRules {
  const from = typeof layer === 'number' ? mapping.overrides[layer] : layer === 'all' ? mapping : undefined;
  const customers = typeof layer === 'number' ? (mapping.overrides[layer]?.customers ?? []) : [];
  const rowsOf = (level: Level): TypedRow[] =>
    Object.entries(from?.[protocol]?.[level] ?? {}).map(([field, rule]) => ({ field, text: expressionText(rule) }));
  return { layer, protocol, customers: customers.join(', '), rows: { header: rowsOf('header'), line: rowsOf('line') } };
}

/** Rows of a posted form: fields and rules in the same order. */
export function postedRows(form: URLSearchParams, level: Level): TypedRow[] {
  const [fields, texts] = [form.getAll(`${level}.field`), form.getAll(`${level}.rule`)];
  const rows = fields.map((field, index) => ({ field: field.trim(), text: (texts[index] ?? '').trim() }));
  return rows.filter(({ field, text }) => field !== '' || text !== '');
}

/** Reads the rows into the settings, and says of each what is wrong with it. */
export function readRules(settings: DraftSettings, typed: TypedRules): ReadRules {
  const problems = new Map<string, RowProblem>();
  const mapping = mappingOf(settings) ?? mappingSchema.parse({});
  const rules = Object.fromEntries(levels.map((level) => [level, rulesOf(typed.rows[level], level, problems)]));
  const place = placeOf(typed.layer, mapping);
  const next = withLayer(mapping, typed, { [typed.protocol]: rules });
  const changed = withValueAt(settings, MAPPING, next);
  const punchOut = punchOutSettings.safeParse(valueAt(changed, 'punchOut')).data;
  for (const detail of punchOut ? mappingProblems(punchOut) : []) {
    const at = rowAt(detail, `${place}.${typed.protocol}`, typed);
    if (at !== undefined && !problems.has(at)) problems.set(at, { kind: 'rule', detail });
  }
  return { settings: changed, punchOut, problems };
}

function rulesOf(
  rows: readonly TypedRow[],
  level: Level,
  problems: Map<string, RowProblem>,
): Record<string, FieldRule> {
  const rules: [string, FieldRule][] = [];
  for (const [index, { field, text }] of rows.entries()) {
    const at = `${level}.${index}`;
    const { rule, problem } = parseExpression(text);
    if (field === '') problems.set(at, { kind: 'noField' });
    else if (problem) problems.set(at, { kind: 'expression', problem });
    else if (rules.some(([known]) => known === field)) problems.set(at, { kind: 'twice' });
    else rules.push([field, rule]);
  }
  return Object.fromEntries(rules);
}

function placeOf(layer: Layer, { overrides }: MappingSettings): string {
  if (layer === 'all') return MAPPING;
  return `${MAPPING}.overrides.${layer === 'new' ? overrides.length : layer}`;
}

/** The mapping with the rules of a layer and protocol in place of those before; an override for nobody is taken away. */
function withLayer(mapping: MappingSettings, { layer, customers }: TypedRules, rules: object): unknown {
  if (layer === 'all') return { ...mapping, ...rules };
  const numbers = customers.split(/[\s,;]+/).filter((number) => number !== '');
  const index = layer === 'new' ? mapping.overrides.length : layer;
  const before = mapping.overrides[index] ?? {};
  const overrides = [
    ...mapping.overrides.slice(0, index),
    { ...before, customers: numbers, ...rules },
    ...mapping.overrides.slice(index + 1),
  ];
  return { ...mapping, overrides: overrides.filter((one) => one.customers.length > 0) };
}

/** The row that a problem of the check is about. */
function rowAt({ element = '' }: ErrorDetail, place: string, { rows }: TypedRules): string | undefined {
  for (const level of levels) {
    const index = rows[level].findIndex(({ field }) => {
      const at = `${place}.${level}.${field}`;
      return element === at || element.startsWith(`${at}.`);
    });
    if (index >= 0) return `${level}.${index}`;
  }
  return undefined;
}

/** Which layer an address or a form names. */
export function layerOf(text: string | null): Layer {
  if (text === 'new') return 'new';
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : 'all';
}
