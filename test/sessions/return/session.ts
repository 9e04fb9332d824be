import type { z } from 'zod';
import { agreementSchema } from '../../../partners/agreement.ts';
import type { punchOutSettings } from '../../../partners/punchOut.ts';
import type { SessionInHand } from '../../../sessions/inHand.ts';
import type { PunchOutSession } from '../../../sessions/session.entity.ts';
import type { ReturnSpec } from '../../../sessions/returnSpec.ts';
import type { ShopProfile } from '../../../shop/profile.ts';

const url = 'https://srm.kund.example/hook?sid=42';

/** What each protocol's call says about the way back. */
export const specs = {
  oci: { protocol: 'oci', url, target: '_top', controls: [['~OkCode', 'ADDI']] },
  cxml: {
    ...{
      protocol: 'cxml',
      url,
      buyerCookie: 'kaka &lt;1&gt;',
      deploymentMode: 'production',
      payloadId: '1@kund.example',
    },
    ...{ from: [{ domain: 'DUNS', identity: '999999930' }], to: [{ domain: 'DUNS', identity: '999999901' }] },
  },
  peppol: { protocol: 'peppol', url, document: 'peppol-18a-cart', target: '_top' },
} as const satisfies Readonly<Record<string, ReturnSpec>>;

/** A session of no database. */
export function sessionOf(
  returnSpec: ReturnSpec,
  punchOut: z.input<typeof punchOutSettings>,
  row: Partial<PunchOutSession> = {},
): SessionInHand {
  const agreement = agreementSchema.parse({ punchOut });
  return {
    row: {
      ...{ id: '01a2149d-8f21-7320-b03c-46dc343069f3', partnerCode: 'kunden', mode: 'production', operation: 'create' },
      ...{ protocol: returnSpec.protocol, returnSpec, parameters: { ACCOUNT_CODE: '4010' }, language: 'sv' },
      ...{ userKey: 'åsa', userName: 'Åsa Öberg', userMail: 'asa@kund.example', returns: 0, originalCart: null },
      ...row,
    } as PunchOutSession,
    agreement,
    settings: agreement.punchOut!,
    customer: { id: '1', number: 'K1001', name: 'Björkviks kommun' },
    partnerName: 'Kunden',
  };
}

export const shop: ShopProfile = {
  name: 'Ångströms Verktyg AB',
  organisationNumber: '5599991030',
  duns: '999999901',
  address: {},
  contacts: [],
  timeZone: 'Europe/Stockholm',
  workingDays: [1, 2, 3, 4, 5],
};
