/** What one purchasing system is known for. */
import type { z } from 'zod';
import { mappingLayer, UNITS, type CartProtocol, type MappingLayer } from '../mapping/schema.ts';
import type { cxmlSettings, ociSettings, peppolCartSettings } from '../punchOut.ts';
import type { PlatformId } from './ids.ts';

/** Something that is held true of a system. Only what is confirmed keeps a cart back; what is assumed is a notice. */
export interface Fact<Value> {
  readonly value: Value;
  /** `confirmed`: a specification or a vendor's own page says so. `assumed`: one report, or our reading. */
  readonly status: 'confirmed' | 'assumed';
  /** Digest and section. */
  readonly source: string;
}

export type FactStatus = Fact<unknown>['status'];

/** What a system does with a cart, as far as the lint needs it; absent: nothing is known. Fields are named as in the format's `fields.ts`. */
export interface CartFacts {
  /** Longest values in characters, by field: of keys an error, of other texts a cut. */
  readonly characters?: Fact<Readonly<Record<string, number>>>;
  /** Longest values in bytes of UTF-8, by field. */
  readonly bytes?: Fact<Readonly<Record<string, number>>>;
  /** Characters that part numbers must not hold. */
  readonly refusedInKeys?: Fact<string>;
  /** Digits before and after the decimal sign of a quantity. */
  readonly quantityDigits?: Fact<Digits>;
  /** The same of a price. */
  readonly priceDigits?: Fact<Digits>;
  /** What becomes of a unit that the system has not mapped: the line is lost, or it is read as this unit. */
  readonly unmappedUnit?: Fact<{ readonly becomes?: string }>;
  /** Classification that lines are sorted by, and the length of its codes. */
  readonly classification?: Fact<{ readonly scheme: string; readonly digits: number }>;
  /** Form fields that are read; the rest is lost. */
  readonly formFields?: Fact<number | 'all'>;
  /** What becomes of a cart without lines. */
  readonly emptyCart?: Fact<'fails'>;
}

export interface Digits {
  /** Absent: any number. */
  readonly whole?: number;
  readonly decimals: number;
}

/** Settings of an agreement to start with; cXML's names of the parties are the partner's own. */
export interface SuggestedSettings {
  readonly oci?: z.input<typeof ociSettings>;
  readonly cxml?: Omit<z.input<typeof cxmlSettings>, 'from'>;
  readonly peppol?: z.input<typeof peppolCartSettings>;
}

export interface Platform {
  readonly id: PlatformId;
  readonly name: string;
  /** The protocols that it punches out by. */
  readonly protocols: Fact<readonly CartProtocol[]>;
  readonly suggested: SuggestedSettings;
  /** Template of the mapping: the lowest layer. */
  readonly mapping: MappingLayer;
  /** By protocol, over those of the protocol itself. */
  readonly facts: Readonly<Partial<Record<CartProtocol, CartFacts>>>;
  /** What an administrator should know beside. */
  readonly notes: readonly Fact<string>[];
}

export function confirmed<Value>(value: Value, source: string): Fact<Value> {
  return { value, status: 'confirmed', source };
}

export function assumed<Value>(value: Value, source: string): Fact<Value> {
  return { value, status: 'assumed', source };
}

const unitRule = { path: 'line.unit', transforms: [{ do: 'translate' as const, table: UNITS }] };

/**
 * A template as it is written, with defaults. In every template units go through the table `units`, which keeps what it does not have: an
 * agreement that fills the table needs no rules for it.
 */
export function template(layer: z.input<typeof mappingLayer> = {}): MappingLayer {
  return mappingLayer.parse({
    ...layer,
    tables: { [UNITS]: { entries: [], unknown: 'keep' }, ...layer.tables },
    oci: { ...layer.oci, line: { UNIT: unitRule, ...layer.oci?.line } },
    cxml: { ...layer.cxml, line: { 'ItemDetail/UnitOfMeasure': unitRule, ...layer.cxml?.line } },
    peppol: { ...layer.peppol, line: { 'BatchQuantity/@unitCode': unitRule, ...layer.peppol?.line } },
  });
}
