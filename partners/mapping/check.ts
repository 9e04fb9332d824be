/** Checks rules when an agreement is saved, so that a cart never meets a rule that cannot work. */
import { isDecimal } from '../../formats/document/decimal.ts';
import type { OutgoingField } from '../../formats/document/outgoingField.ts';
import type { ErrorDetail } from '../../platform/errors.ts';
import { platformFor } from '../platforms/platforms.ts';
import type { PunchOutSettings } from '../punchOut.ts';
import { CLASSIFICATION, headerPlaces, linePlaces, PARAMETER, type ValueKind } from './context.ts';
import { evaluate, translationsTo, type Translations } from './evaluate.ts';
import { forbiddenPaths, type Forbidden } from './forbidden.ts';
import type { CartProtocol, FieldRule, MappingLayer, Part, Transform } from './schema.ts';

const REASONS: Readonly<Record<Forbidden, string>> = {
  secret: 'may carry a secret and never goes into a document that a browser carries',
  personal: 'is about a person; the agreement does not allow personalData',
};

/** What rules are checked against. */
interface Checked {
  readonly closed: (path: string) => Forbidden | undefined;
  readonly translations: Translations;
  readonly level: OutgoingField['level'];
}

/**
 * Everything that is wrong with an agreement's mapping of one protocol: unknown fields, paths and tables, transforms that cannot work on
 * what they are given, literals that a field cannot hold, and paths that are closed.
 * @param fields those of the protocol (`fields.ts` of its format)
 * @returns problems with their places below the agreement
 */
export function checkMapping(
  settings: PunchOutSettings,
  protocol: CartProtocol,
  fields: readonly OutgoingField[],
): ErrorDetail[] {
  const { mapping } = settings;
  const template = platformFor(settings, protocol).mapping;
  const closed = forbiddenPaths(settings);
  const layers: (readonly [place: string, layer: MappingLayer])[] = [
    ['punchOut.mapping', mapping],
    ...mapping.overrides.map((layer, index) => [`punchOut.mapping.overrides.${index}`, layer] as const),
  ];
  return layers.flatMap(([place, layer]) => {
    const tables = [template, mapping, layer].flatMap((one) => Object.entries(one.tables));
    const translations = translationsTo('theirs', tables);
    return (['header', 'line'] as const).flatMap((level) =>
      Object.entries(layer[protocol]?.[level] ?? {}).flatMap(([name, rule]) => {
        const at = `${place}.${protocol}.${level}.${name}`;
        const field = findField(fields, level, name);
        return field === undefined
          ? [unknownField(at, protocol, level, name)]
          : checkRule(rule, field, at, { closed, translations, level });
      }),
    );
  });
}

/** A field by its name; `[name]` at the end of a listed name stands for any name in brackets. */
export function findField(
  fields: readonly OutgoingField[],
  level: OutgoingField['level'],
  name: string,
): OutgoingField | undefined {
  const pattern = name.replace(/\[[^[\]]+\]$/, '[name]');
  return (
    fields.find((field) => field.level === level && field.name === name) ??
    fields.find((field) => field.level === level && field.name === pattern)
  );
}

function unknownField(element: string, protocol: CartProtocol, level: string, found: string): ErrorDetail {
  return { element, found, expected: `a field of the ${level} of ${protocol}`, text: 'is not a known field' };
}

function checkRule(rule: FieldRule, field: OutgoingField, at: string, checked: Checked): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const of = (part: Part, place: string) => {
    const { kind, problem } = sourceKind(part, place, checked);
    if (problem !== undefined) problems.push(problem);
    return checkTransforms(part.transforms, kind, place, checked, problems);
  };
  const several = (parts: readonly Part[], key: string) => {
    const kinds = new Set(parts.map((part, index) => of(part, `${at}.${key}.${index}`)));
    const [kind = 'any'] = kinds;
    return key === 'firstOf' && kinds.size === 1 ? kind : 'any';
  };
  let kind: ValueKind = 'any';
  if (rule.join !== undefined) kind = several(rule.join, 'join');
  else if (rule.firstOf !== undefined) kind = several(rule.firstOf, 'firstOf');
  else if (rule.path !== undefined) kind = of({ path: rule.path, transforms: [] }, at);
  const last = checkTransforms(rule.transforms, kind, at, checked, problems);
  if (rule.literal !== undefined) problems.push(...checkLiteral(rule, field, at, checked));
  else if (field.kind === 'number' && (last === 'text' || last === 'date')) {
    problems.push({ element: at, found: rule.path ?? last, expected: 'a number', text: 'cannot be a number' });
  }
  return problems;
}

/** What kind of value stands at a path, or why it may not be used. */
function sourceKind(
  { path }: Part,
  place: string,
  { closed, level }: Checked,
): { readonly kind: ValueKind; readonly problem?: ErrorDetail } {
  if (path === undefined) return { kind: 'any' };
  const element = `${place}.path`;
  const why = closed(path);
  if (why !== undefined) return { kind: 'any', problem: { element, found: path, text: REASONS[why] } };
  const kind = kindAt(path, level);
  if (kind !== undefined) return { kind };
  const expected =
    level === 'line' ? 'a path of header, line, customer or session' : 'a path of header, customer or session';
  return { kind: 'any', problem: { element, found: path, expected, text: 'is not a known path' } };
}

function kindAt(path: string, level: OutgoingField['level']): ValueKind | undefined {
  if (path.startsWith(PARAMETER) && path.length > PARAMETER.length) return 'any';
  if (level === 'line' && path.startsWith(CLASSIFICATION) && path.length > CLASSIFICATION.length) return 'any';
  if (level === 'line' && Object.hasOwn(linePlaces, path)) return linePlaces[path]?.kind;
  return Object.hasOwn(headerPlaces, path) ? headerPlaces[path]?.kind : undefined;
}

/** Follows the kind of a value through transforms; notes those that cannot work on it. @returns the kind at the end */
function checkTransforms(
  transforms: readonly Transform[],
  from: ValueKind,
  place: string,
  { translations }: Checked,
  problems: ErrorDetail[],
): ValueKind {
  let kind = from;
  for (const [index, step] of transforms.entries()) {
    const element = `${place}.transforms.${index}`;
    if (step.do === 'translate' && !translations.has(step.table)) {
      problems.push({ element, found: step.table, expected: 'a table of the mapping', text: 'is not a known table' });
    }
    if ((step.do === 'number' || step.do === 'date') && kind !== 'any' && kind !== step.do) {
      problems.push({ element, found: step.do, expected: `a step for a ${kind}`, text: `cannot work on a ${kind}` });
    }
    kind = kindAfter(step, kind);
  }
  return kind;
}

function kindAfter(step: Transform, before: ValueKind): ValueKind {
  if (step.do === 'number') return step.sign === '.' ? 'number' : 'any';
  return ['upper', 'lower', 'trim'].includes(step.do) ? before : 'any';
}

/** A literal is known now, and so is what its transforms make of it. */
function checkLiteral(rule: FieldRule, field: OutgoingField, at: string, { translations }: Checked): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const element = `${at}.literal`;
  const value = evaluate(rule, {
    read: () => undefined,
    translations,
    onProblem: ({ kind, found }) => problems.push({ element, found, text: LITERAL_PROBLEMS[kind] }),
  });
  if (field.kind === 'number' && value !== '' && !isDecimal(value.replace(',', '.'))) {
    problems.push({ element, found: value, expected: 'a number', text: 'is not a number' });
  }
  if (field.longest !== undefined && value.length > field.longest) {
    problems.push({ element, found: value, expected: `at most ${field.longest} characters`, text: 'is too long' });
  }
  return problems;
}

const LITERAL_PROBLEMS = {
  notInTable: 'is not in the table',
  notNumber: 'is not a number',
  notDate: 'is not a date',
} as const;
