import type { OciHtmlCall } from '../../../formats/oci/call.ts';
import { isSapEvent } from '../../../formats/oci/call.names.ts';
import { parseOciCall } from '../../../formats/oci/call.parse.ts';
import type { OciFinding } from '../../../formats/oci/finding.ts';
import { ociSettings, type OciSettings } from '../../../partners/punchOut.ts';
import { returnAddress } from '../../../partners/returnAddress.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { OciReturn } from '../../../sessions/returnSpec.ts';
import { refuseWhilePaused } from '../../../intake/guest.ts';
import { openFor, simulatorAddress, type PunchOutCall, type PunchOutDoor, type Shopper } from '../door.ts';
import type { FormCall } from '../form.ts';
import type { Login } from '../login.ts';
import { logIn } from '../login.ts';
import { answerSearch } from './backgroundSearch.ts';
import { detailEntry } from './detail.ts';
import { answerValidate } from './validate.ts';

export type OciShopper = Shopper & { readonly settings: OciSettings };

/** An OCI call: its function decides what the caller gets (OCI digest, sections 3 and 5). */
export async function answerOci(door: PunchOutDoor, call: PunchOutCall, form: FormCall): Promise<void> {
  const { visit, res, found } = call;
  const punchOut = found.agreement?.settings.punchOut;
  const agreed = punchOut?.oci ?? ociSettings.parse({});
  form.hide(agreed.parameters.password);
  const oci = parseOciCall(form.parameters, { ...agreed, returnUrl: punchOut?.returnUrl }, form.inQuery);
  if (oci.kind === 'xml') throw refused('DocumentUnsupported', oci.problems);
  const { user, password } = oci.credentials;
  visit.presented = { kind: 'form', user, secret: password };
  const guest = await door.gate.admit(visit, found, [visit.presented]);
  refuseWhilePaused(visit, guest.paused);
  const shopper = openFor(visit, guest, guest.agreement, 'oci');
  visit.check = 'body';
  const fatal = oci.problems.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) throw refused('RequestInvalid', fatal);
  visit.check = 'returnAddress';
  const login = loginOf(oci, shopper, form, simulatorAddress(door, shopper));
  if (login.operation === 'validate') return answerValidate(door, call, shopper, { oci, login });
  if (oci.function === 'BACKGROUND_SEARCH') return answerSearch(door, call, shopper, { oci, login });
  const entry =
    oci.function === 'DETAIL' ? await detailEntry(door.deps.orm.em.fork(), oci.productId ?? '') : login.entry;
  res.redirect(303, await logIn(door, call, shopper, { ...login, entry }));
}

/** @throws RequestInvalid, AccessDenied for the address that the cart is to go back to */
export function loginOf(oci: OciHtmlCall, shopper: OciShopper, form: FormCall, own: string | undefined): Login {
  const { id: key, ...person } = oci.user;
  const operation = oci.function ? operations[oci.function] : 'create';
  return {
    operation,
    claim: { named: oci.customer, identities: [] },
    deliveryPlace: oci.deliveryPlace === undefined ? undefined : { id: oci.deliveryPlace },
    language: oci.language,
    user: key === undefined ? undefined : { key, ...person },
    returnSpec: returnOf(oci, shopper, own),
    parameters: oci.parameters,
    entry: entryOf(oci),
    call: form.kept(),
  };
}

const operations = {
  DETAIL: 'detail',
  VALIDATE: 'validate',
  SOURCING: 'sourcing',
  BACKGROUND_SEARCH: 'background_search',
  QUANTITYCHECK: 'validate',
} as const;

/** SOURCING brings the words of a search. */
function entryOf({ function: name, searchString, entry }: OciHtmlCall): Login['entry'] {
  if (name === 'SOURCING' && searchString !== undefined) return { kind: 'search', value: searchString };
  return entry;
}

function returnOf(oci: OciHtmlCall, { punchOut, settings }: OciShopper, own: string | undefined): OciReturn {
  const { hookUrl, target, charset, versions, controls, cancelUrl } = oci;
  const hook = settings.parameters.hook;
  const url =
    oci.function === 'DETAIL'
      ? undefined
      : hookUrl !== undefined && isSapEvent(hookUrl)
        ? hookUrl
        : returnAddress(hookUrl, hook, punchOut, own);
  return {
    protocol: 'oci',
    ...(url !== undefined && { url }),
    ...{ target, controls },
    ...(charset !== undefined && { charset }),
    ...(versions.oci !== undefined && { version: versions.oci }),
    ...(cancelUrl !== undefined && { cancelUrl: returnAddress(cancelUrl, settings.cancelParameter ?? '', punchOut) }),
  };
}

function refused(type: 'RequestInvalid' | 'DocumentUnsupported', problems: readonly OciFinding[]): RoundtripError {
  const [first] = problems;
  const details = problems.map(({ element, found, expected, text }) => ({
    element,
    text,
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
  }));
  return new RoundtripError(type, first?.text ?? 'The call cannot be read.', { details });
}
