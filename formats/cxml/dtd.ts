import { ContentModel } from './contentModel.ts';
import { common, own } from './generated/dtd.table.ts';

/** The DTDs of cXML 1.2.071 that documents are judged by. */
export const dtdNames = ['cXML', 'Fulfill', 'InvoiceDetail', 'Quote'] as const;
export type DtdName = (typeof dtdNames)[number];

/** An attribute as a DTD declares it. */
export interface DtdAttribute {
  readonly name: string;
  readonly required: boolean;
  /** The values that it may have, where they are enumerated. */
  readonly values?: readonly string[];
  /** Must be a name, or a name token; names that refer to others are not followed. */
  readonly token?: 'name' | 'nmtoken';
}

/** An element as a DTD declares it. */
export interface DtdElement {
  readonly content: ContentModel;
  readonly attributes: ReadonlyMap<string, DtdAttribute>;
}

export type Dtd = ReadonlyMap<string, DtdElement>;

const loaded = new Map<DtdName, Dtd>();

/** The elements of a DTD by name, read from its table when they are first wanted. */
export function dtdOf(name: DtdName): Dtd {
  let dtd = loaded.get(name);
  if (!dtd) {
    dtd = new Map([...read(common), ...read(own[name])]);
    loaded.set(name, dtd);
  }
  return dtd;
}

/** May a request, message or response of that name stand in a document by this DTD? */
export function dtdHas(dtd: DtdName, parent: 'Request' | 'Message' | 'Response', name: string): boolean {
  const { content } = dtdOf(dtd).get(parent)!;
  return [[name], ['Status', name]].some((children) => content.mismatch(children) === undefined);
}

function* read(table: string): Generator<[string, DtdElement]> {
  for (const row of table.trim().split('\n')) {
    const [name, rest] = row.split(': ') as [string, string];
    const [model, ...attributes] = rest.split(' ');
    const declared = attributes.map(readAttribute);
    yield [name, { content: new ContentModel(model!), attributes: new Map(declared.map((each) => [each.name, each])) }];
  }
}

/** `name`, `name!`, `name=a|b`, `xml:lang!`, `id:ID`: see the table. */
function readAttribute(word: string): DtdAttribute {
  const [, name, required, type, values] = /^((?:xml:)?[\w.-]+)(!?)(?::(\w+))?(?:=(.*))?$/.exec(word)!;
  return {
    name: name!,
    required: required === '!',
    ...(values === undefined ? {} : { values: values.split('|') }),
    ...(type === undefined ? {} : { token: type.startsWith('NMTOKEN') ? 'nmtoken' : 'name' }),
  };
}
