/** Any rule and any context, for property tests. */
import * as fc from 'fast-check';
import type { z } from 'zod';
import { headerPlaces, linePlaces, type MappingContext } from '../../../partners/mapping/context.ts';
import type { fieldRule } from '../../../partners/mapping/schema.ts';
import { cartLine, cartOf } from '../cart.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const name = fc.string({ minLength: 1, maxLength: 20 });

export const parameterNames = [
  'ACCOUNT_CODE',
  'PASSWORD',
  'UserEmail',
  'token',
  'Kostnadsställe',
  'USERNAME',
  'sap-client',
];

const path = fc.oneof(
  fc.constantFrom(...Object.keys(headerPlaces), ...Object.keys(linePlaces)),
  fc.constantFrom(...parameterNames).map((parameter) => `session.parameters.${parameter}`),
  fc.constantFrom('UNSPSC', 'eclass').map((scheme) => `line.classifications.${scheme}`),
  name,
);

const transform = fc.oneof(
  fc.constantFrom('upper' as const, 'lower' as const, 'trim' as const).map((step) => ({ do: step })),
  fc.record({ do: fc.constant('cut' as const), length: fc.integer({ min: 1, max: 50 }) }),
  fc.record({
    do: fc.constant('pad' as const),
    length: fc.integer({ min: 1, max: 100 }),
    with: fc.constantFrom('0', 'ö', '🔩'),
    side: fc.constantFrom('left' as const, 'right' as const),
  }),
  fc.record({ do: fc.constant('replace' as const), find: fc.string({ minLength: 1, maxLength: 3 }), by: text }),
  fc.record({
    do: fc.constant('number' as const),
    decimals: fc.integer({ min: 0, max: 10 }),
    sign: fc.constantFrom('.' as const, ',' as const),
  }),
  fc.record({ do: fc.constant('date' as const), format: fc.constantFrom('YYYYMMDD', 'DD.MM.YYYY') }),
  fc.record({ do: fc.constant('translate' as const), table: fc.constantFrom('units', 'toString') }),
);

const transforms = fc.array(transform, { maxLength: 4 });
const part = fc.oneof(fc.record({ path, transforms }), fc.record({ literal: text, transforms }));
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

/** Every kind of rule that the schema takes. */
export const anyFieldRule: fc.Arbitrary<z.input<typeof fieldRule>> = fc.oneof(
  part,
  fc.record({ join: parts, separator: fc.string({ maxLength: 3 }), transforms }),
  fc.record({ firstOf: parts, transforms }),
  fc.constant({ empty: true as const }),
);

const optional = fc.option(text, { nil: undefined });
const line = fc
  .record({ name: text, note: optional, description: optional, unit: text, buyersId: optional })
  .map(({ name, note, description, unit, buyersId }) =>
    cartLine({
      ...{ name, unit },
      ...(note !== undefined && { note }),
      ...(description !== undefined && { description }),
      ...(buyersId !== undefined && { buyersId }),
    }),
  );

/** Carts with any texts, and calls with any parameters. */
export const anyContext: fc.Arbitrary<MappingContext> = fc
  .record({ lines: fc.array(line, { maxLength: 3 }), parameters: fc.dictionary(name, text), number: text })
  .map(({ lines, parameters, number }) => ({
    cart: cartOf(
      lines.map((each, index) => ({ ...each, position: index + 1 })),
      { number },
    ),
    session: { parameters },
  }));
