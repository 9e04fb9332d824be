import type { Counted, EncodingSource, XmlSentences } from '../formats/xml/fault.ts';

const sources: Readonly<Record<EncodingSource, string>> = {
  declaration: 'XML-deklarationen',
  contentType: 'innehållstypen (Content-Type)',
};

const counted: Readonly<Record<Counted, string>> = {
  bytes: 'byte',
  textCharacters: 'tecken i en text',
  attributeCharacters: 'tecken i ett attribut',
  levels: 'element inuti varandra',
  elements: 'element',
  attributes: 'attribut i ett element',
  keptNodes: 'element och attribut utanför raderna eller på en rad',
  lines: 'rader',
};

/** Swedish. */
export const swedishFaults: XmlSentences = {
  XML_VERSION: () => 'Bara XML 1.0 läses',
  ENCODING_UNREAD: ({ where, name }) => `Teckenkodningen ${name}, som ${sources[where]} anger, läses inte`,
  ENCODING_CONTRADICTED: ({ name, used }) => `XML-deklarationen anger ${name}, men dokumentet är i ${used}`,
  ENCODING_NOT_THERE: ({ where, name }) => `Dokumentet är inte i ${name}, som ${sources[where]} anger`,
  CHARSET_CONTRADICTED: ({ charset, used }) =>
    `Innehållstypen (Content-Type) anger charset=${charset}, men dokumentet börjar som ${used}`,
  SIGNATURE_UNREAD: ({ name }) => `Dokumentet börjar som ${name}, vilket inte läses`,
  BYTES_WRONG: ({ encoding }) => `Alla byte är inte ${encoding}, som dokumentet sägs vara i`,
  DOCTYPE: () => 'En DOCTYPE är inte tillåten här',
  DOCTYPE_ENTITY: () => 'En DOCTYPE som deklarerar en entitet är inte tillåten',
  TOO_MUCH: ({ of, limit }) => `Dokumentet har mer än ${limit} ${counted[of]}`,
  NAMESPACE_DECLARATION: () => 'En namnrymdsdeklaration är inte tillåten (Namespaces in XML 1.0)',
  NAMESPACE_PREFIX: () => 'Ett namnrymdsprefix är inte deklarerat',
  NAME_COLON: () => 'Ett namn har ett kolon på fel plats',
  ATTRIBUTE_TWICE: () => 'Ett attribut är angivet två gånger',
  CLOSING_TAG: () => 'En sluttagg passar inte det öppna elementet',
  ENDS_TOO_EARLY: () => 'Dokumentet slutar för tidigt',
  ENDS_IN_MARKUP: () => 'Dokumentet slutar mitt i en tagg, en kommentar eller en deklaration',
  EMPTY: () => 'Dokumentet är tomt: inget XML-element finns',
  TEXT_OUTSIDE_ROOT: () => 'Det finns text utanför rotelementet',
  SECOND_ROOT: () => 'Det finns ett andra rotelement',
  ENTITY_UNDEFINED: () => 'En entitet används som XML inte definierar',
  CHARACTER: () => 'Här står ett tecken som XML 1.0 inte tillåter',
  CHARACTER_REFERENCE: () => 'En teckenreferens anger inget tecken som XML 1.0 tillåter',
  TAG_NAME: () => 'Ett "<" följs inte av ett namn',
  NOT_WELL_FORMED: () => 'Dokumentet är inte välformad XML',
  NO_ORDER: () => 'Dokumentet är ingen order som läses här',
  NO_CART: () => 'Dokumentet är ingen kundvagn som läses här',
  FORMAT: () => 'Ordern är i ett format som inte läses här',
  ENVELOPE_EMPTY: () => 'Kuvertet innehåller inget dokument',
  ENVELOPE_FULL: () => 'Ett kuvert innehåller mer än ett dokument',
};
