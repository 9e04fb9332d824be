import { recordChange } from '../../../../../documents/audit.ts';
import { beginExport, exportStart, markExportStarted } from '../../../../../documents/catalogueExports.ts';
import { partnerSubject } from '../../../../audit.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
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
    // Not by `audit`: the workflow may start only when the row is there.
    const run = await em.transactional(async (tx) => {
      const begun = await beginExport(tx, { ...body, partnerId: params.id, by: caller.name }, now);
      const after = { mode: begun.mode, format: begun.format };
      await recordChange(tx, { actor: caller.name, action: 'catalogue.started', subject, after });
      return begun;
    });
    const start = await exportStart(em, run);
    tellEngine(deps, `catalogue ${run.id}`, async () => {
      await deps.engine.startExport(start);
      await markExportStarted(deps.orm.em.fork(), run.id);
    });
    return reply(202, showExport(run));
  },
});
