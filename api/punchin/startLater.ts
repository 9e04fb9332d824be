import { markStarted } from '../../documents/inbound.ts';
import type { FormatId } from '../../formats/document/order.ts';
import type { AgreementInForce } from '../../partners/partners.ts';
import type { Visit } from '../entrance/visit.ts';
import type { Intake } from './router.ts';

/** What a workflow needs to know of a stored document. */
interface Startable {
  readonly partner: { readonly id: string; readonly code: string };
  readonly agreement: AgreementInForce;
  /** The buyer's document number. */
  readonly number: string | undefined;
  readonly format: FormatId | undefined;
}

/** Starts the workflow of a document. A start that fails, for example because the engine is away, is made up for by the sweeper. */
export function startLater(
  { deps }: Intake,
  visit: Visit,
  { partner, agreement, number, format }: Startable,
  id: string,
): void {
  deps.engine
    .startPunchIn({
      inboundDocumentId: id,
      partnerId: partner.id,
      partnerCode: partner.code,
      number,
      format,
      agreement: agreement.settings,
    })
    .then(() => markStarted(deps.orm.em.fork(), id))
    .catch((error: unknown) => {
      deps.log.warn({ error, reference: visit.reference }, 'The workflow was not started; the sweeper will do it');
    });
}
