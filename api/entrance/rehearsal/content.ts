import type { EntityManager } from '@mikro-orm/postgresql';
import type { PartnerAtAddress, ServedPartner } from '../../../partners/partners.ts';
import type { Pasted } from './pasted.ts';
import type { Rehearsal } from './steps.ts';

/** What the reading of each kind of content is given. */
export interface ContentGiven {
  readonly em: EntityManager;
  readonly rehearsal: Rehearsal;
  readonly pasted: Pasted;
  readonly found: PartnerAtAddress;
  /** The partners of a hub. */
  readonly served: () => Promise<ServedPartner[]>;
}
