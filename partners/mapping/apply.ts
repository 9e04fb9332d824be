/** An agreement's mapping of a cart: layers put together, and applied. */
import type { CartLine } from '../../formats/document/cart.ts';
import type { FieldValues, MappedFields } from '../../formats/document/outgoingField.ts';
import { ContextReader, type MappingContext } from './context.ts';
import { evaluate, translationsTo, type Translations, type ValueProblem } from './evaluate.ts';
import type { CartProtocol, FieldRule, MappingLayer, MappingSettings } from './schema.ts';

/** The rules that hold for one cart: by field, after all layers. */
export interface Mapping {
  readonly header: ReadonlyMap<string, FieldRule>;
  readonly line: ReadonlyMap<string, FieldRule>;
  readonly translations: Translations;
}

/** A rule of a field that could not do its work. */
export interface MappingProblem extends ValueProblem {
  readonly field: string;
  /** Position of the line; absent: the header. */
  readonly line?: number;
}

/** A mapped cart: every line is evaluated already. */
export interface MappedCart extends MappedFields {
  readonly problems: readonly MappingProblem[];
}

/**
 * The rules of a protocol for a customer: the platform's template, over it the partner's layer, over that the overrides of this customer
 * in the order of the agreement. A field or a table of a later layer takes the place of the earlier one as a whole.
 * @param template of the partner's platform (partners/platforms)
 */
export function resolveMapping(
  template: MappingLayer,
  settings: MappingSettings,
  protocol: CartProtocol,
  customerNumber: string,
): Mapping {
  const overrides = settings.overrides.filter(({ customers }) => customers.includes(customerNumber));
  const header = new Map<string, FieldRule>();
  const line = new Map<string, FieldRule>();
  const layers = [template, settings, ...overrides];
  for (const layer of layers) {
    const rules = layer[protocol];
    if (rules === undefined) continue;
    for (const [field, rule] of Object.entries(rules.header)) header.set(field, rule);
    for (const [field, rule] of Object.entries(rules.line)) line.set(field, rule);
  }
  const tables = layers.flatMap((layer) => Object.entries(layer.tables));
  return { header, line, translations: translationsTo('theirs', tables) };
}

/** The fields of a cart as an agreement fills them. Never throws: what a rule could not do is a problem. */
export function applyMapping(mapping: Mapping, context: MappingContext): MappedCart {
  const reader = new ContextReader(context);
  const problems: MappingProblem[] = [];
  const valuesOf = (rules: ReadonlyMap<string, FieldRule>, line?: CartLine): FieldValues => {
    const values: [string, string][] = [];
    for (const [field, rule] of rules) {
      const value = evaluate(rule, {
        read: (path) => reader.read(path, line),
        translations: mapping.translations,
        onProblem: (problem) => problems.push({ field, ...(line && { line: line.position }), ...problem }),
      });
      values.push([field, value]);
    }
    return Object.fromEntries(values);
  };
  const header = valuesOf(mapping.header);
  const lines = new Map(context.cart.lines.map((line) => [line.position, valuesOf(mapping.line, line)]));
  return { header, line: (position) => lines.get(position) ?? {}, problems };
}
