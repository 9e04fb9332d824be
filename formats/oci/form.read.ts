/** Reading what a shop returns: as the buyer, or to try a form. As lenient as purchasing systems are. */
import { ociField, type OciVersion } from './fields.ts';
import { ociFinding, type OciFinding } from './finding.ts';
import { inputName, isItemName, readInputName } from './names.ts';
import { readNumber } from './numbers.ts';
import type { Parameter } from './parameters.ts';
import { checkItem } from './rules.ts';
import { XML_FIELD } from './call.names.ts';

export interface OciItem {
  /** As the form numbers it: from 0 or 1, perhaps with gaps. */
  readonly index: number;
  /**
   * Values by field name in upper case, known to OCI or not, without blanks around them. Numbers are plain decimal strings where they are
   * any, line breaks are line feeds, PRICEUNIT is always there.
   */
  readonly fields: Readonly<Record<string, string>>;
}

export interface OciReturn {
  /** In the order of their indexes. */
  readonly items: readonly OciItem[];
  /** What is no item's, as received: controls, the hook's query, buttons. */
  readonly others: readonly Parameter[];
  /** The document of the XML variant, decoded and not understood. */
  readonly xml?: { readonly type: string; readonly document: Uint8Array };
  /** An item with a fatal one is what purchasing systems drop. */
  readonly findings: readonly OciFinding[];
}

const NUMBERS: readonly string[] = ['QUANTITY', 'PRICE', 'PRICEUNIT', 'LEADTIME', 'TAX', 'PARENT_ID'];

/** Reads the inputs of a return form. It never throws. @param version whose lengths hold */
export function readOciReturn(fields: readonly Parameter[], version: OciVersion = '4.0'): OciReturn {
  const items = new Map<number, Map<string, string>>();
  const others: Parameter[] = [];
  const findings: OciFinding[] = [];
  for (const [name, value] of fields) {
    const place = readInputName(name);
    if (place) {
      const item = items.get(place.index) ?? new Map<string, string>();
      items.set(place.index, item);
      findings.push(...addField(item, place.field, name, value));
    } else if (isItemName(name)) {
      findings.push(unreadable(name));
    } else {
      others.push([name, value]);
    }
  }
  const xml = readXmlVariant(others, findings);
  const filled = [...items].filter(([, item]) => item.size > 0).toSorted(([a], [b]) => a - b);
  return {
    items: filled.map(([index, item]) => {
      item.set('PRICEUNIT', item.get('PRICEUNIT') ?? '1');
      findings.push(...checkRead(item, index, version));
      return { index, fields: Object.fromEntries(item) };
    }),
    others,
    ...(xml && { xml }),
    findings,
  };
}

function addField(item: Map<string, string>, field: string, element: string, value: string): OciFinding[] {
  const text = value.replace(/\r\n?/g, '\n').trim();
  if (text === '') return [];
  const before = item.get(field);
  if (before === undefined) item.set(field, NUMBERS.includes(field) ? (readNumber(text) ?? text) : text);
  else if (field === 'LONGTEXT') item.set(field, `${before}\n${text}`);
  else {
    const sentence = 'The field is there twice; the first one counts.';
    return [ociFinding({ id: 'OCI-REPEATED', severity: 'warning', element, text: sentence, found: text })];
  }
  return [];
}

function unreadable(element: string): OciFinding {
  const text = 'The name is no field of an item and is not read.';
  return ociFinding({ id: 'OCI-NAME', severity: 'warning', element, text, expected: 'NEW_ITEM-FIELD[1]' });
}

/** Numbers are plain here; four decimals of a price are read, though three are written. */
function checkRead(item: ReadonlyMap<string, string>, index: number, version: OciVersion): OciFinding[] {
  const options = { version, charset: 'utf-8', decimalSign: '.', priceDecimals: 4 } as const;
  const unknown = [...item.keys()].filter((field) => !ociField(field));
  const element = (field: string): string => inputName(field, index, 'upper');
  const text = 'The field is none of OCI.';
  return [
    ...checkItem(item, element, options),
    ...unknown.map((field) => ociFinding({ id: 'OCI-FIELD-UNKNOWN', severity: 'info', element: element(field), text })),
  ];
}

/** Its field names are spelled in several ways; the document is base64 (OCI 2.0 to 4.0). */
function readXmlVariant(others: readonly Parameter[], findings: OciFinding[]): OciReturn['xml'] {
  const named = others.filter(([name]) => XML_FIELD.test(name.trim()));
  const document = named.find(([name]) => /document/i.test(name));
  if (!document) return undefined;
  const type = named.find(([name]) => /type/i.test(name))?.[1].trim() ?? '';
  const [element, value] = document;
  const base64 = value.replace(/\s+/g, '');
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(base64) && base64.length % 4 === 0 && base64 !== '') {
    return { type, document: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
  }
  const text = 'The document of the XML variant is no base64.';
  findings.push(ociFinding({ id: 'OCI-XML', severity: 'fatal', element, text, expected: 'base64' }));
  return undefined;
}
