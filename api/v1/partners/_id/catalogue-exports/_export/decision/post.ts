import { readExport } from '../../../../../../../documents/catalogueExports.ts';
import { partnerSubject } from '../../../../../../audit.ts';
import { decideCatalogue } from '../../../../../../catalogues.ts';
import { endpoint, reply } from '../../../../../../endpoint.ts';
import { byExport, catalogueExport, exportDecision, showExport } from '../../../../../../schemas/catalogueExport.ts';

export const postCatalogueDecision = endpoint({
  id: 'postCatalogueDecision',
  method: 'post',
  path: '/partners/:id/catalogue-exports/:export/decision',
  tag: 'partners',
  summary: 'Let a catalogue go out that waits for a person, or discard it',
  scope: 'partners:write',
  params: byExport,
  body: exportDecision,
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'The catalogue', schema: catalogueExport } },
  async handle({ em, deps, params, body: { send }, caller }) {
    const run = await readExport(em, params.export, params.id);
    const subject = await partnerSubject(em, params.id);
    await decideCatalogue({ deps, em, subject }, run, { send, by: caller.name });
    return reply(200, showExport(await readExport(em, run.id)));
  },
});
