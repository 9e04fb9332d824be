import type { Finding } from '../document/finding.ts';
import { shown } from '../document/shown.ts';
import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import { dtdNames, dtdHas, dtdOf, type Dtd, type DtdAttribute, type DtdElement, type DtdName } from './dtd.ts';
import type { CxmlDocument } from './envelope.parse.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const LONGEST = 200;
const NAME = /^[\p{L}_:][\p{L}\p{N}._:-]*$/u;
const NMTOKEN = /^[\p{L}\p{N}._:-]+$/u;

/** What is wrong with a document by a DTD. */
export type DtdRule =
  | 'CXML-DTD-FILE'
  | 'CXML-DTD-UNKNOWN'
  | 'CXML-DTD-ELEMENT'
  | 'CXML-DTD-MISSING'
  | 'CXML-DTD-TEXT'
  | 'CXML-DTD-ATTRIBUTE';

/**
 * What the DTD of cXML 1.2.071 finds wrong with a document (XML 1.0, 3: element and attribute validity), whatever version it declares; the
 * newest has what older ones have. The DTD is the one that the DOCTYPE names, else the one that has such a document. Signatures are not
 * looked into, and references between ids are not followed. By line.
 */
export function checkDtd(document: CxmlDocument): Finding[] {
  const name = declaredDtd(document) ?? dtdOfContent(document) ?? 'cXML';
  const findings: Finding[] = [];
  const report = (finding: Omit<Finding, 'layer' | 'severity'> & { readonly id: DtdRule }): void => {
    findings.push({ ...finding, layer: 'structure', severity: 'fatal' });
  };
  const misplaced = wrongFile(document, name);
  if (misplaced) report(misplaced);
  else new DtdWalk(dtdOf(name), report).visit(document.root, `/${document.root.name}`);
  return findings.toSorted((a, b) => a.line - b.line);
}

function declaredDtd({ dtd }: CxmlDocument): DtdName | undefined {
  return dtdNames.find((each) => each.toLowerCase() === dtd?.toLowerCase());
}

const parents = { request: 'Request', message: 'Message', response: 'Response' } as const;

/** The first DTD that has such a document; undefined where none does, or any (an empty Response). */
function dtdOfContent({ kind, name }: CxmlDocument): DtdName | undefined {
  if (kind === 'other' || name === 'Response') return undefined;
  return dtdNames.find((dtd) => dtdHas(dtd, parents[kind], name));
}

/** The classic mistake: a confirmation with `cXML.dtd` in its DOCTYPE. */
function wrongFile(document: CxmlDocument, declared: DtdName) {
  const right = dtdOfContent(document);
  const { name, kind, root } = document;
  if (kind === 'other' || right === undefined || dtdHas(declared, parents[kind], name)) return undefined;
  const text = `A ${name} is not in the DTD that the DOCTYPE names.`;
  const values = { found: `${declared}.dtd`, expected: `${right}.dtd` };
  return { id: 'CXML-DTD-FILE' as const, path: `/${root.name}`, line: root.line, text, ...values };
}

type Report = (finding: Omit<Finding, 'layer' | 'severity'> & { readonly id: DtdRule }) => void;

class DtdWalk {
  readonly #dtd: Dtd;
  readonly #report: Report;

  constructor(dtd: Dtd, report: Report) {
    this.#dtd = dtd;
    this.#report = report;
  }

  visit(element: XmlElement, path: string): void {
    const declared = this.#dtd.get(element.name);
    if (!declared) {
      const text = `cXML has no element ${shown(element.name, LONGEST)}.`;
      this.#report({ id: 'CXML-DTD-UNKNOWN', path, line: element.line, text });
      return;
    }
    this.#attributes(element, declared, path);
    this.#content(element, declared, path);
    const counts = new Map<string, number>();
    for (const { name } of element.children) counts.set(name, (counts.get(name) ?? 0) + 1);
    const positions = new Map<string, number>();
    for (const child of element.children) {
      const position = (positions.get(child.name) ?? 0) + 1;
      positions.set(child.name, position);
      const place = counts.get(child.name)! > 1 ? `[${position}]` : '';
      if (child.ns === '') this.visit(child, `${path}/${child.name}${place}`);
    }
  }

  #content(element: XmlElement, { content }: DtdElement, path: string): void {
    const { children, line } = element;
    if (content.kind === 'elements' && element.text.trim() !== '') {
      const found = shown(element.text.trim(), LONGEST);
      this.#report({ id: 'CXML-DTD-TEXT', path, line, text: `${element.name} holds elements, no text.`, found });
    }
    const wrong = content.mismatch(children.map(({ name }) => name));
    if (!wrong) return;
    const expected = wrong.expected.length === 0 ? {} : { expected: wrong.expected.join(', ') };
    const child = children[wrong.index];
    if (child) {
      const found = shown(child.name, LONGEST);
      const text = `This element may not stand here in ${element.name}.`;
      this.#report({ id: 'CXML-DTD-ELEMENT', path, line: child.line, text, found, ...expected });
    } else this.#report({ id: 'CXML-DTD-MISSING', path, line, text: `${element.name} is not complete.`, ...expected });
  }

  #attributes(element: XmlElement, { attributes }: DtdElement, path: string): void {
    const wrong = (text: string, found?: string, expected?: string): void =>
      this.#report({
        ...{ id: 'CXML-DTD-ATTRIBUTE', path, line: element.line, text },
        ...(found === undefined ? {} : { found: shown(found, LONGEST) }),
        ...(expected === undefined ? {} : { expected }),
      });
    const present = new Set(element.attributes.map(nameOf));
    for (const { name, required } of attributes.values()) {
      if (required && !present.has(name)) wrong(`${element.name} has no attribute ${name}.`);
    }
    for (const attribute of element.attributes) {
      const name = nameOf(attribute);
      const declared = attributes.get(name);
      if (!declared) wrong(`${element.name} may have no attribute ${shown(name, LONGEST)}.`, attribute.value);
      else if (!isAllowed(attribute.value, declared))
        wrong(`The value of ${name} is not allowed.`, attribute.value, declared.values?.join(', ') ?? 'a name');
    }
  }
}

function nameOf({ local, uri }: XmlAttribute): string {
  return uri === XML ? `xml:${local}` : local;
}

/** Other than in text, white space around a token means nothing (XML 1.0, 3.3.3). */
function isAllowed(value: string, { values, token }: DtdAttribute): boolean {
  if (values) return values.includes(value.trim());
  if (token === undefined) return true;
  return value
    .trim()
    .split(/\s+/)
    .every((each) => (token === 'name' ? NAME : NMTOKEN).test(each));
}
