import type { XmlElement } from '../../xml/element.ts';
import type { Facts } from './facts.ts';

/** A place that is gone when it shows that it breaks a rule. */
export interface LatePlace {
  /** `/Order/OrderLine[3]/LineItem` */
  readonly path: string;
  /** 1-based, in the document's text. */
  readonly line: number;
  readonly found: string;
}

/**
 * One official rule of a BIS document, as data. Its text is ours; id, severity and what it demands are the official ones.
 * Found by searching for the id: `rules/t01.bii.ts` holds BII2-T01-*, `t01.eugen.ts` EUGEN-T01-*, `t01.codes.ts` OP-T01-* and CL-*,
 * `t01.bis3.ts` PEPPOL-T01-R*; the PEPPOL-*-B rules of BIS 3 are made from a table (model.ts).
 */
export interface Rule<F extends Facts> {
  readonly id: string;
  readonly severity: 'fatal' | 'warning';
  /**
   * The nodes it is tested on, each by itself, in the words of the Schematron: `cac:OrderLine`, `/Order` (from the root),
   * `cac:Country/cbc:IdentificationCode` (child), `cac:LineItem//cbc:LineStatusCode` (anywhere inside), `cbc:EndpointID/@schemeID`
   * (attribute), `cac:AllowanceCharge[cbc:ChargeIndicator='true']/cbc:Amount` (the parent has such a child),
   * `cbc:*` (any name in cbc), `*Quantity*` (any name with that word), `*` (any element), `/*` (the root); alternatives are separated
   * by ` | `.
   */
  readonly context: string;
  /** Local name of an element in which, at any depth, it is not tested. */
  readonly outside?: string;
  /**
   * True when the rule holds. `value` is the attribute's value where the context ends in an attribute, else the element's text; `parent`
   * that of the element.
   */
  readonly test: (element: XmlElement, facts: F, value: string, parent: XmlElement | undefined) => boolean;
  /** What must be, in one sentence. */
  readonly text: string;
  /**
   * Where a person has to look, relative to the context: `cbc:PayableAmount`, `cac:LineItem/cbc:Quantity/@unitCode`, `@listID`. The
   * finding gets its path, line and text as far as it is there.
   */
  readonly at?: string;
  /** What was found, where it is not the text or attribute at that spot. */
  readonly found?: (facts: F) => string | undefined;
  readonly expected?: string | ((facts: F, element: XmlElement) => string | undefined);
  /** Places among the lines of which only later lines showed that they break the rule too. Asked at the end. */
  readonly late?: (facts: F) => readonly LatePlace[];
}
