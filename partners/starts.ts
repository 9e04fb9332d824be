/** What a new agreement begins with. */
import { isRecord, valueAt, withValueAt } from './settings/values.ts';
import type { DraftSettings } from './draft.entity.ts';
import { platforms } from './platforms/platforms.ts';
import type { PlatformId } from './platforms/ids.ts';

/** An agreement for a purchasing system: its protocols are open as its template suggests. Names of the parties are to be filled in. */
export function startFromPlatform(id: PlatformId): DraftSettings {
  const { suggested, protocols } = platforms[id];
  const { cxml } = suggested;
  return {
    ...(protocols.value.includes('cxml') && { formats: ['cxml-order-request'] }),
    punchOut: { platform: id, ...suggested, ...(cxml && { cxml: { ...cxml, from: [] } }) },
  };
}

/** What says for whom and to whom an agreement is: another partner's is never the same. */
const personal = [
  'customers',
  'senders',
  'allowedAddresses',
  'matching.defaultCustomer',
  'rules.waivers',
  'orderResponses',
  'addresses',
  'envelope',
  'mail.to',
  'messages.customers',
  'cxml.from',
  'cxml.credential',
  'punchOut.cxml.from',
  'punchOut.customer',
  'punchOut.returnHosts',
  'punchOut.returnUrl',
  'punchOut.frameAncestors',
  'punchOut.mapping.overrides',
];

/** An agreement like another partner's, without what is that partner's own. */
export function startFromCopy(settings: DraftSettings): DraftSettings {
  const copy = [...personal, 'mode'].reduce((result, path) => withValueAt(result, path, undefined), settings);
  const cxml = valueAt(copy, 'punchOut.cxml');
  return isRecord(cxml) ? withValueAt(copy, 'punchOut.cxml.from', []) : copy;
}
