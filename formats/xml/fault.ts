/**
 * What can be wrong with the bytes of a document: the closed list of faults that an XmlError tells, each with the values that its sentence
 * names. The English sentences are in sentences.en.ts beside it, other languages where documents are told about.
 */
export interface XmlFaults {
  XML_VERSION: Nothing;
  ENCODING_UNREAD: { readonly where: EncodingSource; readonly name: string };
  /** The declaration against what was found out before it was parsed. */
  ENCODING_CONTRADICTED: { readonly name: string; readonly used: string };
  /** Something of 16 bits is named, but the document is in bytes of 8 bits. */
  ENCODING_NOT_THERE: { readonly where: EncodingSource; readonly name: string };
  CHARSET_CONTRADICTED: { readonly charset: string; readonly used: string };
  /** The first bytes are those of an encoding that is not read. */
  SIGNATURE_UNREAD: { readonly name: string };
  BYTES_WRONG: { readonly encoding: string };
  DOCTYPE: Nothing;
  DOCTYPE_ENTITY: Nothing;
  TOO_MUCH: { readonly of: Counted; readonly limit: number };
  NAMESPACE_DECLARATION: Nothing;
  NAMESPACE_PREFIX: Nothing;
  NAME_COLON: Nothing;
  ATTRIBUTE_TWICE: Nothing;
  CLOSING_TAG: Nothing;
  ENDS_TOO_EARLY: Nothing;
  ENDS_IN_MARKUP: Nothing;
  EMPTY: Nothing;
  TEXT_OUTSIDE_ROOT: Nothing;
  SECOND_ROOT: Nothing;
  ENTITY_UNDEFINED: Nothing;
  CHARACTER: Nothing;
  CHARACTER_REFERENCE: Nothing;
  TAG_NAME: Nothing;
  /** `message`: what saxes says of it, in English. */
  NOT_WELL_FORMED: { readonly message: string };
  NO_ORDER: Nothing;
  NO_CART: Nothing;
  FORMAT: Nothing;
  ENVELOPE_EMPTY: Nothing;
  ENVELOPE_FULL: Nothing;
}

/** A fault that needs no values. */
type Nothing = unknown;

export type EncodingSource = 'declaration' | 'contentType';

/** What has a limit. */
export type Counted =
  | 'bytes'
  | 'textCharacters'
  | 'attributeCharacters'
  | 'levels'
  | 'elements'
  | 'attributes'
  /** Elements and attributes outside the lines or in one line. */
  | 'keptNodes'
  | 'lines';

export type XmlFaultCode = keyof XmlFaults;
export type XmlFault = { [C in XmlFaultCode]: { readonly code: C } & XmlFaults[C] }[XmlFaultCode];

/** One sentence for each fault, without its place and without a full stop. */
export type XmlSentences = { readonly [C in XmlFaultCode]: (fault: XmlFaults[C]) => string };

export function faultSentence(sentences: XmlSentences, fault: XmlFault): string {
  // code and values belong to one entry of the list: the union holds them together
  return (sentences[fault.code] as (fault: XmlFault) => string)(fault);
}
