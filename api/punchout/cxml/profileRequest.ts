import { writeProfileResponse } from '../../../formats/cxml/profileResponse.write.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { envelopeOf, sendCxml } from '../../entrance/cxml/answer.ts';
import type { CxmlShopper } from './shopper.ts';

/** In force since the process began: hubs ask about daily. */
const effectiveDate = new Date().toISOString();

/** ProfileRequest: which requests are taken, and where (cXML digest, section 5). */
export function answerProfile(door: PunchOutDoor, { visit, res }: PunchOutCall, { settings }: CxmlShopper): void {
  const url = `${door.deps.config.publicUrl}${visit.req.originalUrl.replace(/\?.*/s, '')}`;
  const operations = settings.operations.join(',');
  const xml = writeProfileResponse(envelopeOf(door.deps, visit, settings), {
    effectiveDate,
    transactions: [
      { requestName: 'ProfileRequest', url },
      { requestName: 'PunchOutSetupRequest', url, options: { Direct: 'yes', operations } },
    ],
  });
  sendCxml(res, xml);
}
