import type { Language } from '../../../../documents/words.ts';
import type { SettingField } from '../../../../partners/settings/fields.ts';
import { kindsWith } from '../../../../partners/messageAddress.ts';
import { isThere } from '../../../../partners/settings/difference.ts';
import { isRecord, valueOf } from '../../../../partners/settings/values.ts';
import { optionText, settingWord } from '../../../words/agreement/words.ts';
import { KEY, ON } from './readForm.ts';
import { suggestionsFor, type SuggestionList } from './suggestions.ts';

interface Shown {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What is wrong with it; empty: nothing. */
  readonly error: string;
  /** Of an address: the ways of sending that have it, in one text; empty: all. */
  readonly forKinds: string;
}

interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}

interface InputView {
  readonly id: string;
  readonly value: string;
  readonly error: string;
}

interface TextAttributes {
  readonly type: 'text' | 'date' | 'time' | 'url' | 'email';
  readonly inputMode: 'text' | 'decimal' | 'numeric';
  /** Shown while it is empty: the default. */
  readonly usual: string;
  /** Empty: no suggestions. */
  readonly list: SuggestionList | '';
}

/** A field of the form as a template shows it. */
export type FieldView =
  | (Shown & TextAttributes & { readonly kind: 'text'; readonly value: string })
  | (Shown & { readonly kind: 'yesNo'; readonly checked: boolean })
  | (Shown & { readonly kind: 'choice'; readonly mayBeEmpty: boolean; readonly options: readonly OptionView[] })
  | (Shown & { readonly kind: 'choices'; readonly options: readonly OptionView[] })
  /** One select for each place of the order. */
  | (Shown & { readonly kind: 'ordered'; readonly places: readonly (readonly OptionView[])[] })
  | (Shown & TextAttributes & { readonly kind: 'list'; readonly entries: readonly InputView[] })
  | (Shown & { readonly kind: 'rows'; readonly rows: readonly (readonly FieldView[])[] })
  | (Shown & {
      readonly kind: 'group';
      readonly on: string;
      readonly isOn: boolean;
      readonly fields: readonly FieldView[];
    });

export interface ViewOptions {
  readonly language: Language;
  /** Sentences by the place of what is wrong. */
  readonly problems: ReadonlyMap<string, string>;
  /** Rows that are there to be filled in. */
  readonly blankRows: number;
}

/** Where a setting is: in the form, and in the settings. */
interface Place {
  readonly name: string;
  readonly path: string;
  /** Of a row: a choice may stay open. */
  readonly inRow?: boolean;
}

/** Is there a list among the fields that rows can be added to? */
export function hasRows(fields: readonly FieldView[]): boolean {
  return fields.some(
    (field) => field.kind === 'list' || field.kind === 'rows' || (field.kind === 'group' && hasRows(field.fields)),
  );
}

/** Shows a field with its value. */
export function fieldView(field: SettingField, value: unknown, options: ViewOptions, at?: Place): FieldView {
  const place = at ?? { name: field.path, path: field.path };
  const shown = shownOf(field, place, options);
  switch (field.kind) {
    case 'text':
    case 'number':
      return { ...shown, kind: 'text', ...attributes(field), value: asText(value) };
    case 'yesNo':
      return { ...shown, kind: 'yesNo', checked: valueOf(field, value) === true };
    case 'choice': {
      const mayBeEmpty = field.optional || place.inRow === true || field.default === undefined;
      return {
        ...shown,
        kind: 'choice',
        mayBeEmpty,
        options: optionViews(field, [asText(valueOf(field, value))], options),
      };
    }
    case 'choices':
      return choicesView(field, valueOf(field, value), shown, options);
    case 'list':
      return {
        ...shown,
        kind: 'list',
        ...attributes(field.entry),
        entries: entriesView(place, asList(valueOf(field, value)), options),
      };
    case 'rows':
      return { ...shown, kind: 'rows', rows: rowsView(field, place, asList(value), options) };
    case 'table':
      return { ...shown, kind: 'rows', rows: tableView(field, place, value, options) };
    case 'group':
      break;
  }
  return groupView(field, value, { place, shown, options });
}

function shownOf({ path, kind }: SettingField, place: Place, { language, problems }: ViewOptions): Shown {
  const { label, hint = '' } = settingWord(path, language);
  const own = problems.get(place.path);
  const ofEntry = [...problems].find(([key]) => kind === 'choices' && key.startsWith(`${place.path}.`))?.[1];
  const forKinds = kindsWith(path).join(' ');
  return { name: place.name, id: idOf(place.name), label, hint, error: own ?? ofEntry ?? '', forKinds };
}

export function idOf(name: string): string {
  return `f-${name.replaceAll('.', '-').replaceAll('$', '')}`;
}

function attributes(field: SettingField & { readonly kind: 'text' | 'number' }): TextAttributes {
  const usual = field.default === undefined ? '' : String(field.default);
  const list = suggestionsFor(field.path) ?? '';
  if (field.kind === 'number') return { type: 'text', inputMode: field.whole ? 'numeric' : 'decimal', usual, list };
  const types = { date: 'date', time: 'time', url: 'url', mail: 'email' } as const;
  const type = types[field.form as keyof typeof types] ?? 'text';
  return { type, inputMode: field.form === 'decimal' ? 'decimal' : 'text', usual, list };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

type Choosing = SettingField & { readonly kind: 'choice' | 'choices' };

function optionViews({ path, options }: Choosing, chosen: readonly string[], { language }: ViewOptions): OptionView[] {
  return options.map((value) => ({
    value,
    text: optionText(path, value, language),
    chosen: chosen.includes(value),
  }));
}

function choicesView(
  field: SettingField & { readonly kind: 'choices' },
  value: unknown,
  shown: Shown,
  options: ViewOptions,
): FieldView {
  const chosen = asList(value).map(asText);
  if (!field.ordered) return { ...shown, kind: 'choices', options: optionViews(field, chosen, options) };
  const places = field.options.map((_, at) => optionViews(field, chosen.slice(at, at + 1), options));
  return { ...shown, kind: 'ordered', places };
}

function entriesView({ name, path }: Place, values: readonly unknown[], options: ViewOptions): InputView[] {
  const entries = values.map((value, at) => ({
    id: `${idOf(name)}-${at}`,
    value: asText(value),
    error: options.problems.get(`${path}.${at}`) ?? '',
  }));
  const blanks = Array.from({ length: options.blankRows }, (_, at) => ({
    ...{ id: `${idOf(name)}-${values.length + at}`, value: '', error: '' },
  }));
  return [...entries, ...blanks];
}

function rowsView(
  { fields }: SettingField & { readonly kind: 'rows' },
  { name, path }: Place,
  values: readonly unknown[],
  options: ViewOptions,
): FieldView[][] {
  const blanks = Array.from({ length: options.blankRows }, () => undefined);
  return [...values, ...blanks].map((row, number) =>
    fields.map((field) => {
      const place = { name: `${name}.${number}.${field.key}`, path: `${path}.${number}.${field.key}`, inRow: true };
      return fieldView(field, isRecord(row) ? row[field.key] : undefined, options, place);
    }),
  );
}

function tableView(
  { entry, path: tablePath }: SettingField & { readonly kind: 'table' },
  { name, path }: Place,
  value: unknown,
  options: ViewOptions,
): FieldView[][] {
  const { key: label = '' } = settingWord(tablePath, options.language);
  const blanks = Array.from({ length: options.blankRows }, () => ['', undefined] as const);
  return [...Object.entries(isRecord(value) ? value : {}), ...blanks].map(([key, entryValue], number) => {
    const keyName = `${name}.${number}.${KEY}`;
    const error = entryValue !== undefined && key === '' ? (options.problems.get(`${path}.`) ?? '') : '';
    const keyView: FieldView = {
      ...{ name: keyName, id: idOf(keyName), label, hint: '', error, forKinds: '', kind: 'text', value: key },
      ...{ type: 'text', inputMode: 'text', usual: '', list: suggestionsFor(`${tablePath}.${KEY}`) ?? '' },
    };
    const place = { name: `${name}.${number}.${entry.key}`, path: `${path}.${key}`, inRow: true };
    return [keyView, fieldView(entry, entryValue, options, place)];
  });
}

function groupView(
  field: SettingField & { readonly kind: 'group' },
  value: unknown,
  { place, shown, options }: { readonly place: Place; readonly shown: Shown; readonly options: ViewOptions },
): FieldView {
  const isOn = isThere(field, value);
  const fields = field.fields.map((inner) => {
    const within = { ...place, name: `${place.name}.${inner.key}`, path: `${place.path}.${inner.key}` };
    return fieldView(inner, isRecord(value) ? value[inner.key] : undefined, options, within);
  });
  return { ...shown, kind: 'group', on: field.optional ? `${place.name}.${ON}` : '', isOn, fields };
}
