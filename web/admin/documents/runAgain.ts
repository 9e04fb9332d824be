import { errorSentence } from '../../../documents/sentences.ts';
import { runAgain } from '../../../api/punchin/runAgain.ts';
import { readInbound } from '../../../api/v1/documents/readDocument.ts';
import { recordChange } from '../../../documents/audit.ts';
import { putInQuarantine } from '../../../documents/quarantine.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';

/** Takes a refused document in once more, with the set-up of today. */
export const runDocumentAgain = adminForm({ path: '/documents/in/:id/run-again', role: 'operator', act });

async function act(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, account, tongue } = visit;
  const { t, language } = tongue;
  const document = await readInbound(em, idParam(visit));
  const { id, reference } = document;
  try {
    await em.transactional(async (tx) => {
      await putInQuarantine(tx, document, account.name);
      const subject = { kind: 'inboundDocument', id, name: document.number ?? reference };
      await recordChange(tx, { actor: account.name, action: 'document.runAgain', subject });
    });
    const done = await runAgain(deps, id, account.name);
    if (done.outcome === 'handled') {
      return goTo(`/documents/in/${done.receipt.id}`, { tone: 'good', text: t.documentsRunAgainDone });
    }
    return goTo(`/quarantine/${id}`, {
      tone: 'bad',
      text: t.documentsRunAgainKept({ why: errorSentence(done.error.message, language) }),
    });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return goTo(`/documents/in/${id}`, { tone: 'bad', text: errorSentence(error.message, language) });
  }
}
