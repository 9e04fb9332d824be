import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { XmlReader } from '../xml/reader.ts';
import { parseHeader, type CxmlHeader } from './credentials.ts';
import { attribute, child, language } from './read.ts';
import type { CxmlStatus } from './status.ts';

/** A whole document, held in memory: an edit of 5,000 lines has some 250,000 elements and attributes. */
const LIMITS: Partial<XmlLimits> = { bytes: 20_000_000, keptNodes: 500_000 };

/** Elements of any content, which are handed on as they were sent. */
const SOURCES: ReadonlySet<string> = new Set(['BuyerCookie', 'Extrinsic', 'SupplierPartAuxiliaryID']);

export interface CxmlOptions {
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  readonly limits?: Partial<XmlLimits>;
}

/** What every document is wrapped in. What the sender left out is absent; defaults of the DTD are filled in. */
export interface CxmlDocument {
  /** `other`: the root is not cXML, or holds nothing of the three. */
  readonly kind: 'request' | 'message' | 'response' | 'other';
  /** Name of the request, message or response element (a Response without one: `Response`), else of the root. */
  readonly name: string;
  /** The request, message or response element, or the root where that is not cXML. */
  readonly content?: XmlElement;
  readonly root: XmlElement;
  /** The DTD that the DOCTYPE names: `cXML`, `Fulfill`. */
  readonly dtd?: string;
  /** Version that the DOCTYPE names, else the root's attribute: `1.2.014`. */
  readonly version?: string;
  readonly payloadId?: string;
  /** As sent: mostly ISO 8601, not always. */
  readonly timestamp?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly header?: CxmlHeader;
  readonly deploymentMode: 'production' | 'test';
  /** payloadID of the request that a message answers. */
  readonly inReplyTo?: string;
  /** Of a response, or of a message that has one. */
  readonly status?: CxmlStatus;
  /** Inner XML of BuyerCookie, Extrinsic and SupplierPartAuxiliaryID, byte for byte; undefined for other elements. */
  source(element: XmlElement): string | undefined;
}

/**
 * Reads a cXML document of any version 1.x (cXML DTD: cXML, Header, Request, Message, Response) without holding the sender to the DTD:
 * parts may be missing or stand in another order, the root may be written in lower case, the DOCTYPE may be absent. The DTD is never
 * fetched and no entity expanded; a DOCTYPE that declares entities is refused. @throws XmlError
 */
export function parseCxml(bytes: Uint8Array, { charset, limits }: CxmlOptions = {}): CxmlDocument {
  const sources = new Map<XmlElement, string>();
  let doctype = '';
  let root: XmlElement | undefined;
  const reader = new XmlReader({
    limits: { ...LIMITS, ...limits },
    ...(charset === undefined ? {} : { charset }),
    doctype: 'allow',
    onDoctype: (text) => (doctype = text),
    source: { of: SOURCES, take: (element, inner) => sources.set(element, inner) },
    reportDepth: 0,
    onEnd: (element) => ((root = element), 'keep'),
  });
  reader.write(bytes);
  reader.close();
  return { ...describe(root!, doctype), source: (element) => sources.get(element) };
}

const kinds = { Request: 'request', Message: 'message', Response: 'response' } as const;

function describe(root: XmlElement, doctype: string): Omit<CxmlDocument, 'source'> {
  const isCxml = root.name.toLowerCase() === 'cxml';
  const body = isCxml ? root.children.find((each) => Object.hasOwn(kinds, each.name)) : undefined;
  const content = body ? body.children.find((each) => each.name !== 'Status') : root;
  const status = child(body, 'Status');
  const header = child(root, 'Header');
  return compact({
    kind: body ? kinds[body.name as keyof typeof kinds] : ('other' as const),
    name: (content ?? body)!.name,
    content,
    root,
    dtd: /\/(\w+)\.dtd["']/.exec(doctype)?.[1],
    version: /\/(\d+\.\d+\.\d+)\//.exec(doctype)?.[1] ?? attribute(root, 'version'),
    payloadId: attribute(root, 'payloadID'),
    timestamp: attribute(root, 'timestamp'),
    language: language(root),
    header: header && parseHeader(header),
    deploymentMode: attribute(body, 'deploymentMode') === 'test' ? ('test' as const) : ('production' as const),
    inReplyTo: attribute(body, 'inReplyTo'),
    status: status && parseStatus(status),
  });
}

/** A code that is no number counts as 500: an answer that nobody can use. */
export function parseStatus(status: XmlElement): CxmlStatus {
  const code = Number(attribute(status, 'code') ?? 'none');
  return compact({
    code: Number.isInteger(code) ? code : 500,
    text: attribute(status, 'text') ?? '',
    message: status.text.trim() || undefined,
  });
}
