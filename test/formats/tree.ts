import type { XmlElement } from '../../formats/xml/element.ts';

/** A tree that tests may change, and ways to write it down. */
export interface Tree {
  name: string;
  ns: string;
  attributes: { local: string; uri: string; value: string }[];
  children: Tree[];
  text: string;
}

export function mutable({ name, ns, attributes, children, text }: XmlElement): Tree {
  return {
    name,
    ns,
    attributes: attributes.map((each) => ({ ...each })),
    children: children.map(mutable),
    text: children.length > 0 ? '' : text,
  };
}

/** Every element with its path of names, the root first. */
export function* elements(tree: Tree, path = `/${tree.name}`): Generator<{ element: Tree; path: string }> {
  yield { element: tree, path };
  for (const child of tree.children) yield* elements(child, `${path}/${child.name}`);
}

/** How a tree is written; nothing of it changes what the document says. */
export interface Style {
  /** Prefix of each namespace by its turn; two of them may be the same only in different places, so they are numbered. */
  readonly prefix: string;
  /** Is the root's namespace the default one? */
  readonly defaultNamespace: boolean;
  /** White space between elements. */
  readonly space: string;
  /** White space around texts. */
  readonly pad: string;
  readonly comments: boolean;
  readonly cdata: boolean;
  readonly reverseAttributes: boolean;
  readonly schemaLocation: boolean;
  readonly declareLocally: boolean;
}

export const PLAIN: Style = {
  prefix: 'n',
  defaultNamespace: true,
  space: '',
  pad: '',
  comments: false,
  cdata: false,
  reverseAttributes: false,
  schemaLocation: false,
  declareLocally: false,
};

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const escape = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.codePointAt(0)};`);

/** The document as text, without a declaration. */
export function serialise(root: Tree, style: Style): string {
  const uris = [...new Set([...elements(root)].map(({ element }) => element.ns))];
  const prefixOf = (uri: string): string => {
    const index = uris.indexOf(uri);
    return index === 0 && style.defaultNamespace ? '' : `${style.prefix}${index}`;
  };
  const declare = (uri: string): string => ` xmlns${prefixOf(uri) === '' ? '' : `:${prefixOf(uri)}`}="${escape(uri)}"`;
  const write = (element: Tree, isRoot: boolean): string => {
    const prefix = prefixOf(element.ns);
    const tag = prefix === '' ? element.name : `${prefix}:${element.name}`;
    const own = style.reverseAttributes ? element.attributes.toReversed() : element.attributes;
    const declarations = style.declareLocally ? declare(element.ns) : isRoot ? uris.map(declare).join('') : '';
    const location =
      isRoot && style.schemaLocation ? ` xmlns:xsi="${XSI}" xsi:schemaLocation="${escape(element.ns)} a.xsd"` : '';
    const attributes = own.map(({ local, value }) => ` ${local}="${escape(value)}"`).join('');
    const comment = style.comments ? '<!-- a comment --><?an instruction?>' : '';
    const text =
      style.cdata && element.text !== '' ? `<![CDATA[${element.text.replaceAll(']]>', '')}]]>` : escape(element.text);
    const content =
      element.children.length === 0
        ? `${style.pad}${comment}${text}${style.pad}`
        : element.children.map((child) => style.space + comment + write(child, false)).join('') + style.space;
    return `<${tag}${declarations}${location}${attributes}>${content}</${tag}>`;
  };
  return write(root, true);
}
