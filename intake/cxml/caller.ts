import type { EntityManager } from '@mikro-orm/postgresql';
import type { CxmlHeader } from '../../formats/cxml/credentials.ts';
import type { CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import { cxmlNames } from '../../partners/cxml.ts';
import type { PartnerDirectory } from '../../partners/directory.ts';
import { findAgreement, type AgreementInForce } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { servedByName } from './names.ts';
import type { Guest } from '../guest.ts';
import type { Watched } from '../guest.ts';

/** Whose document it is, and which agreement it is handled by. */
export interface Caller {
  readonly guest: Guest;
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly agreement: AgreementInForce;
}

/** Where partners are looked up, as of now. */
interface Houses {
  readonly em: EntityManager;
  readonly directory: Pick<PartnerDirectory, 'servedBy'>;
}

/**
 * For whom a document comes: a test document goes by the test agreement, whichever address it comes to.
 * @throws SenderMismatch, AccessDenied, PartnerDisabled, PartnerPaused
 */
export async function findCaller(
  { em, directory }: Houses,
  visit: Watched,
  guest: Guest,
  { deploymentMode }: CxmlDocument,
  header: CxmlHeader,
): Promise<Caller> {
  const partner = guest.kind === 'hub' ? await servedByName({ directory }, visit, guest, header, cxmlNames) : guest;
  const isTest = deploymentMode === 'test' && guest.mode === 'production';
  return { guest, partner, agreement: isTest ? await testAgreement(em, visit, partner.id) : partner.agreement };
}

async function testAgreement(em: EntityManager, visit: Watched, partnerId: string): Promise<AgreementInForce> {
  visit.check = 'enabled';
  try {
    return await findAgreement(em, partnerId, 'test');
  } catch (cause) {
    if (!(cause instanceof RoundtripError) || cause.type !== 'NotFound') throw cause;
    throw new RoundtripError('AccessDenied', 'There is no agreement for test documents.', {
      details: [{ element: 'Request/@deploymentMode', found: 'test', expected: 'production' }],
      cause,
    });
  }
}
