/** A page with a form that has again what was typed into it. */
export interface FilledPage {
  readonly html: string;
  /** Is the form on the page? */
  readonly isThere: boolean;
  /** What has no place in it any more. */
  readonly left: readonly (readonly [name: string, value: string])[];
}

const FORM = /<form\b[^>]*>[^]*?<\/form>/g;
const CONTROL =
  /<input\b[^>]*>|<button\b[^>]*>|(<textarea\b[^>]*>)[^]*?<\/textarea>|(<select\b[^>]*>)([^]*?)<\/select>/g;
const OPTION = /<option\b([^>]*)>([^<]*)/g;

/**
 * Fills a form of a page of ours, whose values are escaped. What a person chooses or types, and hidden values that say what it was typed
 * about, become what was sent; its token, passwords and files stay as they are.
 * @param action where the form was sent, as it stands in the page
 */
export function fillAgain(
  html: string,
  action: string,
  fields: readonly (readonly [name: string, value: string])[],
): FilledPage {
  const forms = [...html.matchAll(FORM)].filter(([form]) => goesTo(form, action));
  if (forms.length === 0) return { html, isThere: false, left: fields };
  const filled = forms.map((form) => ({ at: form.index, length: form[0].length, ...fillForm(form[0], fields) }));
  // Of several that go there (one a row) it is the one with most of what was sent.
  const { at, length, text, left } = filled.reduce((best, one) => (one.same > best.same ? one : best));
  return { html: html.slice(0, at) + text + html.slice(at + length), isThere: true, left };
}

/** By itself, by one of its buttons, or where a preview of it is asked for. */
function goesTo(form: string, action: string): boolean {
  return ['action', 'formaction', 'hx-post'].some((name) => form.includes(` ${name}="${escaped(action)}"`));
}

function fillForm(form: string, fields: readonly (readonly [name: string, value: string])[]) {
  const sent = Map.groupBy(fields, ([name]) => name);
  const values = new Map([...sent].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]));
  let same = 0;
  const text = form.replaceAll(CONTROL, (control: string, area?: string, select?: string, options?: string) => {
    const name = attribute(control, 'name');
    const type = control.startsWith('<button') ? 'button' : attribute(control, 'type');
    if (name === undefined || name === 'csrf' || type === 'password' || type === 'file') return control;
    const own = values.get(name) ?? [];
    if (area !== undefined) return fillArea(control, area, own.shift());
    if (select !== undefined) return `${select}${choose(options ?? '', own)}</select>`;
    if (type === 'checkbox' || type === 'radio') return check(control, own);
    const isSame = (type === 'hidden' || type === 'button') && take(own, attribute(control, 'value'));
    if (isSame) same += 1;
    return isSame || type === 'button' ? control : fillLine(control, own.shift());
  });
  const left = [...values].flatMap(([name, rest]) => rest.map((value) => [name, value] as const));
  // What is filled in must be seen.
  return { text: text.replaceAll('<details>', '<details open>'), same, left };
}

/** A line break after the tag is not part of the text. */
function fillArea(control: string, tag: string, value: string | undefined): string {
  return value === undefined ? control : `${tag}\n${escaped(value)}</textarea>`;
}

function choose(options: string, own: string[]): string {
  return options.replaceAll(OPTION, (_, attributes: string, label: string) => {
    const isChosen = take(own, attribute(`<option${attributes}>`, 'value') ?? unescaped(label.trim()));
    return `<option${attributes.replace(/ selected\b/, '')}${isChosen ? ' selected' : ''}>${label}`;
  });
}

function check(control: string, own: string[]): string {
  const isChosen = take(own, attribute(control, 'value') ?? 'on');
  const without = control.replace(/ checked\b/, '');
  return isChosen ? without.replace(/>$/, ' checked>') : without;
}

function fillLine(control: string, value: string | undefined): string {
  return value === undefined ? control : setAttribute(control, 'value', value);
}

/** Is the value among those that were sent? It is used up. */
function take(own: string[], value = ''): boolean {
  const at = own.indexOf(value);
  if (at >= 0) own.splice(at, 1);
  return at >= 0;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function setAttribute(tag: string, name: string, value: string): string {
  const without = tag.replace(new RegExp(`\\s${name}="[^"]*"`), '');
  return without.replace(/>$/, () => ` ${name}="${escaped(value)}">`);
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign]!);
}

function unescaped(text: string): string {
  return Object.entries(signs).reduceRight((plain, [sign, entity]) => plain.replaceAll(entity, sign), text);
}
