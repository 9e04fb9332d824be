/** Values of settings as they are stored: what is left out has its default. Pure. */
import type { SettingField } from './fields.ts';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a setting, or its default. */
export function valueOf(field: SettingField, value: unknown): unknown {
  if (value !== undefined) return value;
  return 'default' in field ? field.default : undefined;
}

/** The value at a path such as `price.line`; undefined where there is none. */
export function valueAt(settings: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (isRecord(at) || Array.isArray(at) ? (at as Record<string, unknown>)[key] : undefined),
      settings,
    );
}

/** The settings with another value at a path; `undefined` takes it away. Groups on the way are made. */
export function withValueAt(
  settings: Readonly<Record<string, unknown>>,
  path: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const [key, ...rest] = path.split('.') as [string, ...string[]];
  const { [key]: inner, ...others } = settings;
  if (value === undefined && rest.length > 0 && !isRecord(inner)) return settings;
  const next = rest.length === 0 ? value : withValueAt(isRecord(inner) ? inner : {}, rest.join('.'), value);
  return next === undefined ? others : { ...others, [key]: next };
}
