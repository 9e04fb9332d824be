import { parseOciCall } from '../../../formats/oci/call.parse.ts';
import type { OciHtmlCall } from '../../../formats/oci/call.ts';
import { isPunchOutLogin, parsePunchOutLogin } from '../../../formats/ubl/punchOutLogin.ts';
import type { PresentedCredential } from '../../../partners/credentials.ts';
import { ociSettings, peppolCartSettings } from '../../../partners/punchOut.ts';
import { returnAddress } from '../../../partners/returnAddress.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { chooseCustomer } from '../../../sessions/customer.ts';
import { openFor } from '../../punchout/door.ts';
import { FormCall } from '../../punchout/form.ts';
import { loginOf, type OciShopper } from '../../punchout/oci/call.ts';
import type { Guest } from '../../../intake/guest.ts';
import type { ContentGiven } from './content.ts';
import type { ReadContent } from './rehearse.ts';

/** The log-in of a buyer's browser: Peppol's form, or a call of OCI. */
export async function rehearseForm(given: ContentGiven): Promise<ReadContent | undefined> {
  const form = new FormCall(given.pasted.inQuery, given.pasted.inBody);
  return isPunchOutLogin(form.parameters) ? peppol(given, form) : oci(given, form);
}

function peppol(given: ContentGiven, form: FormCall): ReadContent {
  const { em, rehearsal, found } = given;
  const names = (found.agreement?.settings.punchOut?.peppol ?? peppolCartSettings.parse({})).parameters;
  const { credentials, postUrl, customer } = parsePunchOutLogin(form.parameters, names);
  const rest = async (guest: Guest): Promise<void> => {
    const shopper = await rehearsal.try('protocol', 'Peppol', () =>
      openFor(rehearsal.visit, guest, guest.agreement, 'peppol'),
    );
    if (!shopper) return;
    rehearsal.visit.check = 'returnAddress';
    await rehearsal.try('returnAddress', postUrl ?? '', () => returnAddress(postUrl, 'post_url', shopper.punchOut));
    rehearsal.visit.check = 'customer';
    const claim = { named: customer, identities: [] };
    await rehearsal.try('customer', customer ?? '', () => chooseCustomer(em, guest.agreement.settings, claim));
  };
  return { door: 'punchout', shown: shownBy(credentials), rest };
}

async function oci(given: ContentGiven, form: FormCall): Promise<ReadContent | undefined> {
  const { rehearsal, found, pasted } = given;
  const open = found.agreement?.settings.punchOut;
  const agreed = open?.oci ?? ociSettings.parse({});
  const call = parseOciCall(form.parameters, { ...agreed, returnUrl: open?.returnUrl }, pasted.inQuery);
  rehearsal.visit.check = 'body';
  const html = await rehearsal.try('content', call.kind === 'xml' ? 'OCI (XML)' : 'OCI', () => readable(call));
  if (!html) return undefined;
  return {
    door: 'punchout',
    shown: shownBy(html.credentials),
    rest: (guest) => checkCall(given, guest, { call: html, form }),
  };
}

/** Nothing is shown where both fields are empty. */
function shownBy({ user, password: secret }: OciHtmlCall['credentials']): PresentedCredential[] {
  return user === '' && secret === '' ? [] : [{ kind: 'form', user, secret }];
}

function readable(call: ReturnType<typeof parseOciCall>): OciHtmlCall {
  const [first] = call.problems.filter(({ severity }) => severity === 'fatal');
  if (call.kind !== 'xml' && !first) return call;
  const { text, element, found, expected } = first ?? call.problems[0]!;
  const detail = { element, text, ...(found !== undefined && { found }), ...(expected !== undefined && { expected }) };
  const type = call.kind === 'xml' ? 'DocumentUnsupported' : 'RequestInvalid';
  throw new RoundtripError(type, text, { details: [detail] });
}

async function checkCall(
  { em, rehearsal }: ContentGiven,
  guest: Guest,
  { call, form }: { readonly call: OciHtmlCall; readonly form: FormCall },
): Promise<void> {
  const shopper: OciShopper | undefined = await rehearsal.try('protocol', 'OCI', () =>
    openFor(rehearsal.visit, guest, guest.agreement, 'oci'),
  );
  if (!shopper) return;
  rehearsal.visit.check = 'returnAddress';
  const login = await rehearsal.try('returnAddress', call.hookUrl ?? '', () => loginOf(call, shopper, form, undefined));
  rehearsal.visit.check = 'customer';
  const claim = login?.claim ?? { named: call.customer, identities: [] };
  await rehearsal.try('customer', call.customer ?? '', () => chooseCustomer(em, guest.agreement.settings, claim));
}
