import { z } from 'zod';
import { recordChange } from '../../../../documents/audit.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { importKinds } from '../../../../shop/import/kinds.ts';
import { readRows } from '../../../../shop/import/read.ts';
import { importRows } from '../../../../shop/import/rows.ts';
import { endpoint, reply } from '../../../endpoint.ts';

/** A million products are about half of it. */
const MOST_BYTES = 2_000_000_000;

const count = z.int().min(0);

const report = z
  .strictObject({
    kind: z.enum(importKinds),
    dryRun: z.boolean(),
    rows: count,
    stored: count.meta({ description: 'With a dry run: that would be stored' }),
    refused: count,
    refusals: z
      .array(z.strictObject({ row: count, column: z.string(), value: z.string(), reason: z.string() }))
      .meta({ description: 'The first thousand' }),
  })
  .meta({ id: 'ImportReport' });

export const postImport = endpoint({
  id: 'postImport',
  method: 'post',
  path: '/import/:kind',
  tag: 'shop',
  summary: 'Import many rows from CSV or NDJSON',
  description:
    'Streams: a million rows take minutes. Rows with a known key are replaced as a whole; wrong ones are refused and told, the others are stored. Batches are stored as they come, also when the request breaks off: send it again.',
  scope: 'shop:write',
  params: z.strictObject({ kind: z.enum(importKinds) }),
  query: z.strictObject({
    dryRun: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true')
      .meta({ description: 'Do everything, store nothing' }),
  }),
  upload: ['text/csv', 'application/x-ndjson'],
  errors: ['DocumentMalformed', 'DocumentTooLarge'],
  responses: { 200: { description: 'Done; some rows may have been refused', schema: report } },
  // Batches are stored as they come: there is no transaction around the whole.
  async handle({ em, params: { kind }, query: { dryRun }, request, caller }) {
    const report = await importRows(em, kind, readRows(bounded(request), kind), { dryRun });
    const { rows, stored, refused } = report;
    const change = { actor: caller.name, action: 'shop.imported', subject: { kind: 'import', id: kind, name: kind } };
    if (!dryRun) await recordChange(em, { ...change, after: { rows, stored, refused } });
    return reply(200, report);
  },
});

async function* bounded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RoundtripError('DocumentTooLarge', 'The file is larger than 2 GB; split it.');
    yield chunk;
  }
}
