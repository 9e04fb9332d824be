import type { EntityManager } from '@mikro-orm/postgresql';
import { pickupStates } from '../../../documents/pickups.ts';
import { faultSentence } from '../../../documents/sentences.ts';
import type { Mode } from '../../../partners/partner.entity.ts';
import { findAgreement } from '../../../partners/partners.ts';
import { placeName } from '../../../partners/pickups.ts';
import type { Tongue } from '../../words/words.ts';
import type { PickupView } from './views.ts';

/** How fetching from the folders of the agreement in force goes. */
export async function pickupViews(
  em: EntityManager,
  { t, language }: Pick<Tongue, 't' | 'language'>,
  { partnerId, mode }: { readonly partnerId: string; readonly mode: Mode },
): Promise<PickupView[]> {
  const { settings } = await findAgreement(em, partnerId, mode);
  if (settings.pickups.length === 0) return [];
  const states = await pickupStates(em, partnerId, mode);
  return settings.pickups.map((pickup) => {
    const name = placeName(pickup);
    const state = states.get(name);
    if (!state?.lookedAt) return { name, tone: 'info', text: t.partnersPickupNever };
    const { lookedAt, lastFile, lastFileAt, fault, nextLookAt } = state;
    if (fault) {
      const why = faultSentence(fault, language);
      return { name, tone: 'bad', text: t.partnersPickupFailed({ why, at: nextLookAt.toISOString() }) };
    }
    const looked = t.partnersPickupLooked({ at: lookedAt.toISOString() });
    const last = lastFile && lastFileAt && t.partnersPickupFile({ file: lastFile, at: lastFileAt.toISOString() });
    return { name, tone: 'good', text: last ? `${looked} ${last}` : looked };
  });
}
