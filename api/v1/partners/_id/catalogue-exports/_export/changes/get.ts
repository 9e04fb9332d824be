import { differences, readExport } from '../../../../../../../documents/catalogueExports.ts';
import { endpoint, reply } from '../../../../../../endpoint.ts';
import { byExport, catalogueChange, showChange } from '../../../../../../schemas/catalogueExport.ts';
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../../../../schemas/common.ts';

export const getCatalogueChanges = endpoint({
  id: 'getCatalogueChanges',
  method: 'get',
  path: '/partners/:id/catalogue-exports/:export/changes',
  tag: 'partners',
  summary: 'What has changed since the catalogue before, by article number',
  description: 'Of the last catalogue that was sent and of the one under way; of older ones nothing is left.',
  scope: 'partners:read',
  params: byExport,
  query: pageQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'A page of items', schema: pageOf(catalogueChange) } },
  async handle({ em, params, query: { limit, cursor } }) {
    const run = await readExport(em, params.export, params.id);
    const rows = await differences(em, run, { after: decodeCursor(cursor), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ articleNumber }) => articleNumber, showChange),
    );
  },
});
