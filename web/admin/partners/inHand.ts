import type { Change } from '../../../documents/audit.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { AdminVisit } from '../visit.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The partner of an address such as `/partners/:id`. @throws NotFound */
export async function partnerInHand({ em, params }: AdminVisit): Promise<Partner> {
  const { id = '' } = params;
  const partner = isId(id) ? await findPartner(em, id) : null;
  if (!partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  return partner;
}

/** The mode of an address such as `/partners/:id/agreements/:mode`. @throws NotFound */
export function modeInHand({ params }: AdminVisit): Mode {
  const mode = modes.find((each) => each === params['mode']);
  if (!mode) throw new RoundtripError('NotFound', 'An agreement is for production or for test.');
  return mode;
}

/** The partner in the audit trail. */
export function subjectOf({ id, name }: Pick<Partner, 'id' | 'name'>): Change['subject'] {
  return { kind: 'partner', id, name };
}
