import { errorSentence } from '../../../documents/sentences.ts';
import { readOutbound } from '../../../api/v1/documents/readDocument.ts';
import { sendNow } from '../../../api/v1/documents/sendNow.ts';
import { cancelDelivery } from '../../../api/v1/documents/cancelDelivery.ts';
import { recordChange } from '../../../documents/audit.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';

/** Sends a document now, under the ids that it has. */
export const sendDocument = adminForm({
  path: '/documents/out/:id/send',
  role: 'operator',
  act: (visit) => acting(visit, 'document.sent', visit.tongue.t.documentsSent, sendNow),
});

/** Gives a delivery up. */
export const cancelDocument = adminForm({
  path: '/documents/out/:id/cancel',
  role: 'operator',
  act: (visit) => acting(visit, 'delivery.cancelled', visit.tongue.t.documentsCancelling, cancelDelivery),
});

/** What the domain refuses is told on the document's page. */
async function acting(visit: AdminVisit, action: string, told: string, act: typeof sendNow): Promise<AdminAnswer> {
  const { deps, em, account } = visit;
  const document = await readOutbound(em, idParam(visit));
  const back = wayBack(visit, document);
  try {
    await em.transactional(async (tx) => {
      await act(deps, tx, document, account.name);
      const subject = { kind: 'outboundDocument', id: document.id, name: document.number };
      await recordChange(tx, { actor: account.name, action, subject });
    });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return goTo(back, { tone: 'bad', text: errorSentence(error.message, visit.tongue.language) });
  }
  return goTo(back, { tone: 'good', text: told });
}

/** A form in the list of deliveries leads back there. */
function wayBack({ form }: AdminVisit, { id }: OutboundDocument): string {
  const asked = form.get('back') ?? '';
  return /^\/deliveries(\?[\w=&.%+-]*)?$/.test(asked) ? asked : `/documents/out/${id}`;
}
