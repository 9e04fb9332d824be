import { z } from 'zod';
import type { OrderVersionSummary, VersionComparison } from '../../shop/orderVersions.ts';
import { versionKinds, versionStates } from '../../shop/orderVersion.entity.ts';
import { present, type Shown } from '../present.ts';
import { instant, uuid } from './common.ts';

export const versionParams = z.strictObject({
  id: uuid,
  number: z.coerce.number().int().min(1).max(1_000_000),
});

export const orderVersion = z
  .strictObject({
    number: z.int().meta({ description: '1: the order as it was placed' }),
    kind: z.enum(versionKinds).meta({
      description: '`change`: lines that change; `update`: the whole order anew; `delete`: the order is taken back',
    }),
    state: z.enum(versionStates).meta({ description: '`waiting`: a person decides about it' }),
    inboundDocumentId: uuid,
    sequence: z.int().optional().meta({ description: 'As the buyer counts its changes or versions' }),
    actor: z.string().meta({ description: 'Who carried it out, or `roundtrip`' }),
    madeAt: instant,
  })
  .meta({ id: 'OrderVersion' });

const fieldChange = z
  .strictObject({
    field: z.string().meta({ description: 'Name in the order, parts after a point', example: 'price.amount' }),
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .meta({ id: 'FieldChange', description: 'Without `before` it is new, without `after` it is gone' });

export const comparedVersion = orderVersion
  .extend({
    header: z.array(fieldChange).meta({ description: 'What changed beside the lines' }),
    lines: z
      .array(
        z.strictObject({
          line: z.string().meta({ description: "The buyer's line number" }),
          kind: z.enum(['added', 'removed', 'changed']),
          fields: z.array(fieldChange),
        }),
      )
      .meta({ description: 'Lines that are the same are left out' }),
  })
  .meta({ id: 'ComparedOrderVersion' });

export function showVersion({ sequence, ...version }: OrderVersionSummary): Shown<typeof orderVersion> {
  return { ...version, ...present({ sequence }) };
}

export function showComparison({ header, lines, ...version }: VersionComparison): Shown<typeof comparedVersion> {
  return {
    ...showVersion(version),
    header: [...header],
    lines: lines.map((one) => ({ ...one, fields: [...one.fields] })),
  };
}
