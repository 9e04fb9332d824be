import { descendants, node, one, remove, setAttribute, setText, type Node } from './document.ts';

/** A document that breaks one rule of the data model, and where. */
export interface ModelCase {
  readonly spoil: (document: Node) => void;
  /** Path of the finding, without positions. */
  readonly path: string;
}

const lineage = (path: string): string => path.split('/').slice(1).join('/');

/** `/Catalogue/CatalogueLine/Item`: as findings write a place, but for the position of the line. */
function shown(path: string): string {
  return `/${path.replaceAll(/c[ab]c:/g, '')}`;
}

function addChild(document: Node, path: string, child: Node): void {
  (path === '' ? document : one(document, path)).children.push(child);
}

function schemaLocation(document: Node): void {
  document.attributes.push({
    local: 'schemaLocation',
    uri: 'http://www.w3.org/2001/XMLSchema-instance',
    value: 'urn:x x.xsd',
  });
}

/** Takes the first of the children away, or all where the path is that of the lines. */
function removeFirst(document: Node, path: string): void {
  if (!path.includes('/')) return remove(document, path);
  const gone = one(document, path);
  for (const each of [document, ...descendants(document)])
    each.children = each.children.filter((child) => child !== gone);
}

/** Reads the generated table by itself: one row a place, `number sign about` for each rule. */
function* rows(table: string): Generator<[path: string, word: string]> {
  const open: string[] = [];
  for (const row of table.split('\n').filter(Boolean)) {
    const [element, ...words] = row.trim().split(' ') as [string, ...string[]];
    open.length = (row.length - row.trimStart().length) / 2;
    open.push(element.startsWith('/') ? `cac:${element.slice(1)}` : open.length === 0 ? element : `cbc:${element}`);
    for (const word of words) yield [open.join('/'), word];
  }
}

function modelCase(path: string, word: string): ModelCase {
  const at = lineage(path);
  const [, sign, about, list] = /^\d+([!@~=^*])([^~]*)(?:~(.+))?$/.exec(word)! as unknown as [
    string,
    string,
    string,
    string?,
  ];
  const place = shown(path);
  switch (sign) {
    case '!': {
      const child = about.startsWith('/') ? `cac:${about.slice(1)}` : `cbc:${about}`;
      return { spoil: (document) => removeFirst(document, at === '' ? child : `${at}/${child}`), path: place };
    }
    case '@':
      return list === undefined
        ? { spoil: (document) => setAttribute(document, at, about), path: place }
        : { spoil: (document) => setAttribute(document, at, about, 'ÅÄÖ'), path: `${place}/@${about}` };
    case '*':
      return {
        spoil: (document) => addChild(document, at, node('cbc:StatusReason', 'x')),
        path: `${place}/StatusReason`,
      };
    case '=':
      // As a national tail: a document with another CustomizationID would be of another type.
      return { spoil: (document) => void (one(document, at).text += ':ÅÄÖ'), path: place };
    case '^':
      return { spoil: schemaLocation, path: place };
    default:
      return { spoil: (document) => setText(document, at, 'ÅÄÖ'), path: place };
  }
}

/** One per rule of a data model, by id. `transaction` is that of its ids, `T77`. */
export function modelCases(table: string, transaction: string): Readonly<Record<string, ModelCase>> {
  return Object.fromEntries(
    [...rows(table)].map(([path, word]) => [`PEPPOL-${transaction}-B${/^\d+/.exec(word)![0]}`, modelCase(path, word)]),
  );
}
