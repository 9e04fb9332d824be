import type { Cart } from '../../formats/document/cart.ts';
import { applyMapping, resolveMapping, type MappedCart } from '../../partners/mapping/apply.ts';
import { platformFor } from '../../partners/platforms/platforms.ts';
import type { SessionInHand } from '../inHand.ts';
import type { PunchOutSession } from '../session.entity.ts';

/** What of a session its mapping reads. */
export interface SessionToMap extends Pick<SessionInHand, 'settings' | 'customer'> {
  readonly row: Pick<PunchOutSession, 'returnSpec' | 'parameters' | 'userKey' | 'userName' | 'userMail'>;
}

/** The fields of a cart as the agreement fills them: the platform's template, the partner's layer, the customer's overrides. */
export function mapCart({ row, settings, customer }: SessionToMap, cart: Cart): MappedCart {
  const { protocol } = row.returnSpec;
  const template = platformFor(settings, protocol).mapping;
  const mapping = resolveMapping(template, settings.mapping, protocol, customer.number);
  const { parameters, userKey, userName, userMail } = row;
  const user = {
    ...(userKey != null && { id: userKey }),
    ...(userName != null && { name: userName }),
    ...(userMail != null && { mail: userMail }),
  };
  return applyMapping(mapping, { cart, session: { parameters, user } });
}
