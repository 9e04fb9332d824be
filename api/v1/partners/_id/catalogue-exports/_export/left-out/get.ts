import { leftOutItems, readExport } from '../../../../../../../documents/catalogueExports.ts';
import { endpoint, reply } from '../../../../../../endpoint.ts';
import { byExport, leftOutItem } from '../../../../../../schemas/catalogueExport.ts';
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../../../../schemas/common.ts';

export const getCatalogueLeftOut = endpoint({
  id: 'getCatalogueLeftOut',
  method: 'get',
  path: '/partners/:id/catalogue-exports/:export/left-out',
  tag: 'partners',
  summary: 'Items that the format cannot hold, by article number',
  scope: 'partners:read',
  params: byExport,
  query: pageQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'A page of items', schema: pageOf(leftOutItem) } },
  async handle({ em, params, query: { limit, cursor } }) {
    const { id } = await readExport(em, params.export, params.id);
    const rows = await leftOutItems(em, id, { after: decodeCursor(cursor), limit: limit + 1 });
    return reply(
      200,
      toPage(
        rows,
        limit,
        ({ articleNumber }) => articleNumber,
        ({ articleNumber, problem }) => ({ articleNumber, ...problem }),
      ),
    );
  },
});
