import { catalogueOutcomes } from '../../../../../../documents/catalogueAnswers.ts';
import { readExport } from '../../../../../../documents/catalogueExports.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byExport, catalogueExport, showExport } from '../../../../../schemas/catalogueExport.ts';

export const getCatalogueExport = endpoint({
  id: 'getCatalogueExport',
  method: 'get',
  path: '/partners/:id/catalogue-exports/:export',
  tag: 'partners',
  summary: 'One catalogue',
  scope: 'partners:read',
  params: byExport,
  errors: ['NotFound'],
  responses: { 200: { description: 'The catalogue', schema: catalogueExport } },
  async handle({ em, params }) {
    const run = await readExport(em, params.export, params.id);
    return reply(200, showExport(run, await catalogueOutcomes(em, [run.id])));
  },
});
