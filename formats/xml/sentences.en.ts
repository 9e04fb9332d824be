import type { Counted, EncodingSource, XmlSentences } from './fault.ts';

const sources: Readonly<Record<EncodingSource, string>> = {
  declaration: 'XML declaration',
  contentType: 'content type',
};

const counted: Readonly<Record<Counted, string>> = {
  bytes: 'bytes',
  textCharacters: 'characters in one text',
  attributeCharacters: 'characters in one attribute',
  levels: 'nested elements',
  elements: 'elements',
  attributes: 'attributes in one element',
  keptNodes: 'elements and attributes outside the lines or in one line',
  lines: 'lines',
};

/** English. */
export const englishFaults: XmlSentences = {
  XML_VERSION: () => 'Only XML 1.0 is read',
  ENCODING_UNREAD: ({ where, name }) =>
    `The ${sources[where]} names the encoding ${JSON.stringify(name)}, which is not read`,
  ENCODING_CONTRADICTED: ({ name, used }) => `The XML declaration says ${name}, but the document is in ${used}`,
  ENCODING_NOT_THERE: ({ where, name }) => `The ${sources[where]} says ${name}, but the document does not begin so`,
  CHARSET_CONTRADICTED: ({ charset, used }) =>
    `The content type says charset=${charset}, but the document begins as ${used}`,
  SIGNATURE_UNREAD: ({ name }) => `The document begins like ${name}, which is not read`,
  BYTES_WRONG: ({ encoding }) => `The bytes are not ${encoding}, which the document is said to be in`,
  DOCTYPE: () => 'A DOCTYPE is not allowed here',
  DOCTYPE_ENTITY: () => 'A DOCTYPE whose internal subset declares an entity is not allowed',
  TOO_MUCH: ({ of, limit }) => `The document has more than ${limit} ${counted[of]}`,
  NAMESPACE_DECLARATION: () => 'A namespace declaration is not allowed (Namespaces in XML 1.0)',
  NAMESPACE_PREFIX: () => 'A namespace prefix is not declared',
  NAME_COLON: () => 'A name has a misplaced colon',
  ATTRIBUTE_TWICE: () => 'An attribute is given twice',
  CLOSING_TAG: () => 'A closing tag does not match the open element',
  ENDS_TOO_EARLY: () => 'The document ends too early',
  ENDS_IN_MARKUP: () => 'The document ends in the middle of a tag, comment or declaration',
  EMPTY: () => 'The document is empty: no XML element was found',
  TEXT_OUTSIDE_ROOT: () => 'There is text outside the root element',
  SECOND_ROOT: () => 'There is a second root element',
  ENTITY_UNDEFINED: () => 'An entity is used that XML does not define',
  CHARACTER: () => 'A character stands here that XML 1.0 does not allow',
  CHARACTER_REFERENCE: () => 'A character reference names no character that XML 1.0 allows',
  TAG_NAME: () => 'A "<" is not followed by a name',
  NOT_WELL_FORMED: ({ message }) => `The document is not well-formed XML: ${message}`,
  NO_ORDER: () => 'The document is no order that is read here',
  NO_CART: () => 'The document is no cart that is read here',
  FORMAT: () => 'The order is in a format that is not read here',
  ENVELOPE_EMPTY: () => 'The envelope holds no document',
  ENVELOPE_FULL: () => 'An envelope holds more than one document',
};
