import { catalogueOutcomes } from '../../../../../documents/catalogueAnswers.ts';
import { listExports } from '../../../../../documents/catalogueExports.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { catalogueExport, showExport } from '../../../../schemas/catalogueExport.ts';
import { byId, decodeId, pageOf, pageQuery, toPage } from '../../../../schemas/common.ts';
import { readPartner } from '../../readPartner.ts';

export const getCatalogueExports = endpoint({
  id: 'getCatalogueExports',
  method: 'get',
  path: '/partners/:id/catalogue-exports',
  tag: 'partners',
  summary: "The partner's catalogues, newest first",
  scope: 'partners:read',
  params: byId,
  query: pageQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'A page of catalogues', schema: pageOf(catalogueExport) } },
  async handle({ em, deps, params, query: { limit, cursor } }) {
    await readPartner(em, deps, params.id);
    const rows = await listExports(em, { partnerId: params.id, after: decodeId(cursor), limit: limit + 1 });
    const outcomes = await catalogueOutcomes(
      em,
      rows.map(({ id }) => id),
    );
    return reply(
      200,
      toPage(
        rows,
        limit,
        ({ id }) => id,
        (row) => showExport(row, outcomes),
      ),
    );
  },
});
