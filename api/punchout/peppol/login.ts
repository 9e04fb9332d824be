import { parsePunchOutLogin } from '../../../formats/ubl/punchOutLogin.ts';
import { returnAddress } from '../../../partners/returnAddress.ts';
import { peppolCartSettings } from '../../../partners/punchOut.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { refuseWhilePaused } from '../../../intake/guest.ts';
import { openFor, simulatorAddress, type PunchOutCall, type PunchOutDoor } from '../door.ts';
import { keptParameters, type FormCall } from '../form.ts';
import { logIn } from '../login.ts';

/** A browser posts the login form of Peppol Punch Out: the buyer is sent into the shop. */
export async function answerPeppolLogin(door: PunchOutDoor, call: PunchOutCall, form: FormCall): Promise<void> {
  const { visit, res, found } = call;
  const names = (found.agreement?.settings.punchOut?.peppol ?? peppolCartSettings.parse({})).parameters;
  const login = parsePunchOutLogin(form.parameters, names);
  const { user, password } = login.credentials;
  form.hide(names.password);
  visit.presented = { kind: 'form', user, secret: password };
  const guest = await door.gate.admit(visit, found, [visit.presented]);
  refuseWhilePaused(visit, guest.paused);
  const shopper = openFor(visit, guest, guest.agreement, 'peppol');
  const { document, customer, deliveryPlace, language, entry } = login;
  if (document === undefined || !shopper.settings.documents.includes(document)) {
    throw unknownDocument(login.specificationId, shopper.settings.documents);
  }
  visit.check = 'returnAddress';
  const url = returnAddress(login.postUrl, 'post_url', shopper.punchOut, simulatorAddress(door, shopper));
  const { id: key, ...person } = login.user;
  const start = await logIn(door, call, shopper, {
    operation: 'create',
    claim: { named: customer, identities: [] },
    deliveryPlace: deliveryPlace === undefined ? undefined : { id: deliveryPlace },
    language,
    user: key === undefined ? undefined : { key, ...person },
    returnSpec: { protocol: 'peppol', url, document, target: shopper.settings.target },
    parameters: keptParameters(form.parameters, ['post_url', 'return_object_spec_id', ...Object.values(names)]),
    entry,
    call: form.kept(),
  });
  res.redirect(303, start);
}

function unknownDocument(found: string, documents: readonly string[]): RoundtripError {
  return new RoundtripError('DocumentUnsupported', 'The cart is wanted in a document that is not agreed.', {
    details: [
      {
        element: 'return_object_spec_id',
        found: found.slice(0, 200).toWellFormed() || 'nothing',
        expected: documents.join(' or '),
      },
    ],
  });
}
