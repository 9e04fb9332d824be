import { recordChange } from '../../../../../../../documents/audit.ts';
import { numberOf } from '../../../../../../../documents/catalogueWrite.ts';
import { decideExport, readExport } from '../../../../../../../documents/catalogueExports.ts';
import { partnerSubject } from '../../../../../../audit.ts';
import { endpoint, reply } from '../../../../../../endpoint.ts';
import { tellEngine } from '../../../../../../engine.ts';
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
    // Not by `audit`: the workflow may look only when the decision is there.
    await em.transactional(async (tx) => {
      await decideExport(tx, run.id, { send, by: caller.name });
      const action = send ? 'catalogue.sent' : 'catalogue.discarded';
      await recordChange(tx, { actor: caller.name, action, subject, after: { catalogue: numberOf(run) } });
    });
    tellEngine(deps, `decision about catalogue ${run.id}`, () => deps.engine.tellExportDecided(run));
    return reply(200, showExport(await readExport(em, run.id)));
  },
});
