import type { FormatId, Identifier } from './order.ts';

/** What the receiver of a document says of it: taken, stored without having been checked, or refused. */
export const documentStandings = ['accepted', 'acknowledged', 'refused'] as const;
export type DocumentStanding = (typeof documentStandings)[number];

/** Why a document, or a place in it, is refused or pointed out. */
export interface StatusReason {
  /** Line or XPath as sent; absent where it is about the whole document. */
  readonly place?: string;
  /** `SV` syntax, `BV` business rule, `BW` warning, `FD` failure of delivery; of cXML the sender's own code. */
  readonly code?: string;
  readonly text?: string;
}

/** What is answered to a catalogue, and to no other document. */
export const catalogueResponseFormats = [
  'peppol-3-catalogue-response',
  'peppol-1a-catalogue-response',
] as const satisfies readonly FormatId[];
export type CatalogueResponseFormat = (typeof catalogueResponseFormats)[number];

/** A document about a document that was sent before: message level response or status, catalogue response, or a cXML status update. */
export interface DocumentStatus {
  readonly format:
    | Extract<FormatId, 'peppol-36a-mlr' | 'peppol-3-mlr' | 'peppol-mls' | 'cxml-status-update-request'>
    | CatalogueResponseFormat;
  /** The status document's own number; absent in cXML. */
  readonly number?: string;
  readonly sender?: Identifier;
  readonly standing: DocumentStanding;
  /** Names of the document that it is about, the surest first: SBDH instance identifier, payloadID, or document number. */
  readonly about: readonly string[];
  readonly text?: string;
  readonly reasons: readonly StatusReason[];
}
