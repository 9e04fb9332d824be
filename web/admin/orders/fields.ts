/** Values of fields that were filled in, under other names. @param names name of each value, and the field that it is written in */
export function filled(form: URLSearchParams, names: Readonly<Record<string, string>>): Record<string, string> {
  const values = Object.entries(names).map(([name, field]) => [name, (form.get(field) ?? '').trim()]);
  return Object.fromEntries(values.filter(([, value]) => value !== '')) as Record<string, string>;
}

/** A number as people write it, with a comma and spaces between thousands, as a decimal. */
export function decimalText(text: string): string {
  return text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
}
