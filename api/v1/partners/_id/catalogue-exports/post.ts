import { partnerSubject } from '../../../../audit.ts';
import { askForCatalogue } from '../../../../catalogues.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { catalogueExport, newExport, showExport } from '../../../../schemas/catalogueExport.ts';
import { byId } from '../../../../schemas/common.ts';

export const postCatalogueExport = endpoint({
  id: 'postCatalogueExport',
  method: 'post',
  path: '/partners/:id/catalogue-exports',
  tag: 'partners',
  summary: 'Send the partner its catalogue',
  description:
    'By the agreement in force and at the prices of today. It is collected and written in the background; where the agreement says so it waits for a decision. A second one in the same format is refused while one is under way.',
  scope: 'partners:write',
  params: byId,
  body: newExport,
  errors: ['NotFound', 'Conflict'],
  responses: { 202: { description: 'The catalogue, which is being collected', schema: catalogueExport } },
  async handle({ em, deps, params, body, caller, now }) {
    const subject = await partnerSubject(em, params.id);
    const given = { ...body, partnerId: params.id, by: caller.name };
    return reply(202, showExport(await askForCatalogue({ deps, em, subject }, given, now)));
  },
});
