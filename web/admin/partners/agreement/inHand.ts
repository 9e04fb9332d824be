import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { findDraft, type Draft } from '../../../../partners/drafts.ts';
import type { Mode, Partner } from '../../../../partners/partner.entity.ts';
import { findAgreement, type AgreementInForce } from '../../../../partners/partners.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { AdminVisit } from '../../visit.ts';
import { modeInHand, partnerInHand } from '../inHand.ts';

/** An agreement as a page works on it. */
export interface AgreementInHand {
  readonly partner: Partner;
  readonly mode: Mode;
  readonly draft: Draft | undefined;
  readonly inForce: AgreementInForce | undefined;
  /** What the form shows: the draft, or else the version in force. */
  readonly settings: DraftSettings;
  /** The version in force, to compare with; empty where there is none. */
  readonly before: DraftSettings;
  /** Of the page, below /admin. */
  readonly path: string;
}

/** The agreement of an address such as `/partners/:id/agreements/:mode`. @throws NotFound */
export async function agreementInHand(visit: AdminVisit): Promise<AgreementInHand> {
  const partner = await partnerInHand(visit);
  const mode = modeInHand(visit);
  const draft = await findDraft(visit.em, partner.id, mode);
  const inForce = await findAgreement(visit.em, partner.id, mode).catch(none);
  const before: DraftSettings = inForce === undefined ? {} : { ...inForce.settings };
  const path = `/partners/${partner.id}/agreements/${mode}`;
  return { partner, mode, draft, inForce, before, settings: draft?.settings ?? before, path };
}

function none(error: unknown): undefined {
  if (error instanceof RoundtripError && error.type === 'NotFound') return undefined;
  throw error;
}
