/** The return form: the cart goes back through the buyer's browser (OCI 4.0, inbound section). */
import type { BrowserForm, FormCharset } from '../document/browserForm.ts';
import type { Cart, CartLine } from '../document/cart.ts';
import type { FieldValues, MappedFields } from '../document/outgoingField.ts';
import { isSapEvent } from './call.names.ts';
import { isWritable, writable } from './charset.ts';
import { OciFieldTooLong, OciFieldUnwritable } from './error.ts';
import { isKey, isKnownIn, longestValue, ociField, ociFields, type OciField } from './fields.ts';
import { itemValues, type BundlePlace, type ItemValues, type OciItemOptions } from './item.write.ts';
import { inputName, type FieldCase } from './names.ts';
import { decodeParameters, RETURN_LIMITS, type Parameter } from './parameters.ts';
import { cutTo, oneLine, plainLines, withoutMarkup } from './text.ts';

/** What the call said about the way back. */
export interface OciReturnTo {
  /** HOOK_URL exactly as received, or the agreement's own address. */
  readonly hookUrl: string;
  readonly target: string;
  readonly charset: FormCharset;
  readonly controls: readonly Parameter[];
}

/** What the agreement says about forms. */
export interface OciFormOptions extends OciItemOptions {
  readonly returnTo: OciReturnTo;
  /** Does HOOK_URL keep its query, or does it become hidden inputs? A GET form always splits: it would lose the query. */
  readonly hookUrl: 'unchanged' | 'split';
  readonly returnMethod: 'post' | 'get';
  readonly echoControls: boolean;
  readonly fieldCase: FieldCase;
  readonly emptyFields: 'omit' | 'send';
  /** Line breaks in LONGTEXT. */
  readonly lineBreaks: 'keep' | 'space';
}

/** A value that is sent shortened, or a price that is sent rounded. */
export interface Cut {
  readonly field: string;
  /** Position of the line in the cart. */
  readonly position: number;
  readonly was: string;
  readonly sent: string;
}

/**
 * Writes a cart. Every value can be written in the charset, is on one line (LONGTEXT excepted) and fits its field.
 * @returns the form, and what did not fit
 * @throws OciFieldTooLong, OciFieldUnwritable where a key or a number does not fit: shortened it would be another one
 */
export function writeOciForm(
  cart: Cart,
  mapped: MappedFields,
  options: OciFormOptions,
): { readonly form: BrowserForm; readonly cuts: readonly Cut[] } {
  const frame = writeEmptyOciForm(options);
  const places = bundlePlaces(cart.lines);
  const cuts: Cut[] = [];
  const items = cart.lines.flatMap((line, i): Parameter[] => {
    const { values, rounded } = itemValues(line, cart.header, places[i]!, options);
    const given = mapped.line(line.position);
    if (rounded && !Object.hasOwn(given, 'PRICE')) cuts.push({ field: 'PRICE', position: line.position, ...rounded });
    const item = new ItemWriter(line, options, cuts).write(values, given);
    return item.map(([name, value]): Parameter => [inputName(name, i + 1, options.fieldCase), value]);
  });
  return { form: { ...frame, fields: [...frame.fields, ...items] }, cuts };
}

/** The form without any item: cancelled, emptied, or a product that is gone. */
export function writeEmptyOciForm(options: OciFormOptions): BrowserForm {
  const { hookUrl, target, charset, controls } = options.returnTo;
  const method = isSapEvent(hookUrl) ? 'post' : options.returnMethod;
  const splits = !isSapEvent(hookUrl) && (method === 'get' || options.hookUrl === 'split');
  const { action, query } = splits ? splitHook(hookUrl, charset) : { action: hookUrl, query: [] };
  // Browsers post a page in ISO-8859-1 as windows-1252 (WHATWG Encoding, 4.2): so every byte of the query comes back as it was.
  const posted = charset === 'iso-8859-1' ? 'windows-1252' : charset;
  const fields = [...inCharset(query, posted), ...inCharset(options.echoControls ? controls : [], charset)];
  return { action, method, target, charset, fields };
}

function inCharset(parameters: readonly Parameter[], charset: FormCharset): Parameter[] {
  return parameters.map(([name, value]) => [writable(name, charset), writable(value, charset)]);
}

/** Decoded in the charset in which the browser encodes it again, so that the buyer gets back the bytes that it wrote. */
function splitHook(hookUrl: string, charset: FormCharset): { action: string; query: readonly Parameter[] } {
  const [address = ''] = hookUrl.split('#', 1);
  const mark = address.indexOf('?');
  if (mark === -1) return { action: address, query: [] };
  return {
    action: address.slice(0, mark),
    query: decodeParameters(new TextEncoder().encode(address.slice(mark + 1)), charset, RETURN_LIMITS),
  };
}

function bundlePlaces(lines: readonly CartLine[]): BundlePlace[] {
  const indexes = new Map(lines.map(({ position }, i) => [position, i + 1]));
  const parents = new Set(lines.map(({ partOf }) => partOf));
  return lines.map(({ position, partOf }) => {
    const parent = partOf === undefined ? undefined : indexes.get(partOf);
    return { ...(parent !== undefined && { parent }), hasParts: parents.has(position) };
  });
}

/** Writes the fields of one item. */
class ItemWriter {
  readonly #line: CartLine;
  readonly #options: OciFormOptions;
  readonly #cuts: Cut[];

  constructor(line: CartLine, options: OciFormOptions, cuts: Cut[]) {
    this.#line = line;
    this.#options = options;
    this.#cuts = cuts;
  }

  /** Field names and values in the order of the table. */
  write(own: ItemValues, mapped: FieldValues): Parameter[] {
    const { version, emptyFields } = this.#options;
    const fields: Parameter[] = [];
    for (const field of ociFields) {
      if (!isKnownIn(field, version)) continue;
      const value = this.#fitted(field, this.#value(field, own, mapped));
      if (value !== '' || (emptyFields === 'send' && !field.extra)) fields.push([field.name, value]);
    }
    return fields;
  }

  #value({ name }: OciField, own: ItemValues, mapped: FieldValues): string {
    const ours = own[name] ?? '';
    const isMapped = Object.hasOwn(mapped, name);
    // The key must not be missing where DETAIL or VALIDATE is open.
    if (name === 'EXT_PRODUCT_ID') return (isMapped && mapped[name]) || ours;
    if (isMapped) return mapped[name]!;
    return name === 'LONGTEXT' ? this.#longText(ours, mapped['DESCRIPTION'] ?? own['DESCRIPTION'] ?? '') : ours;
  }

  /** A short text that does not fit stands in full before the long one, unless that begins with it. */
  #longText(text: string, description: string): string {
    const { version, returnTo } = this.#options;
    const short = withoutMarkup(writable(description, returnTo.charset));
    const fits = short.length <= longestValue(ociField('DESCRIPTION')!, version)!;
    if (fits || writable(plainLines(text), returnTo.charset).startsWith(short)) return text;
    return text === '' ? short : `${short}\n${text}`;
  }

  /** The value as it can be sent. */
  #fitted(field: OciField, value: string): string {
    if (value === '') return '';
    const { version, returnTo, lineBreaks } = this.#options;
    const longest = longestValue(field, version);
    if (isKey(field)) return this.#fittedKey(field, value.trim(), longest);
    const text = writable(plainLines(value), returnTo.charset);
    if (field.name === 'LONGTEXT') return lineBreaks === 'keep' ? text : oneLine(text);
    const line = field.name === 'DESCRIPTION' ? withoutMarkup(text) : oneLine(text);
    if (longest === undefined || line.length <= longest) return line;
    const sent = cutTo(line, longest);
    this.#cuts.push({ field: field.name, position: this.#line.position, was: line, sent });
    return sent;
  }

  #fittedKey({ name }: OciField, value: string, longest: number | undefined): string {
    const { charset } = this.#options.returnTo;
    if (!isWritable(value, charset) || /[\p{Cc}\u2028\u2029]/u.test(value)) {
      throw new OciFieldUnwritable(name, this.#line.position, value, `characters of ${charset}`);
    }
    if (longest !== undefined && value.length > longest) {
      throw new OciFieldTooLong(name, this.#line.position, value, `at most ${longest} characters`);
    }
    return value;
  }
}
