/** Where a cart may go back to. A foreign address would be an open redirect, and a way to steal carts. Pure. */
import { RoundtripError } from '../platform/errors.ts';
import type { PunchOutSettings } from './punchOut.ts';

type Rules = Pick<PunchOutSettings, 'returnHosts' | 'plainHttp' | 'returnUrl'>;

/** Browsers and servers take no longer ones. */
const LONGEST = 4_000;
/** White space and control characters never belong into an address, and CR LF would split a header. */
const FORBIDDEN = /[\p{Cc}\s<>"'\\]/u;

/**
 * Checks the return address of a call, or takes the agreement's own where the call has none.
 * @param element what the protocol calls it: HOOK_URL, post_url, BrowserFormPost/URL
 * @param own how addresses of our own begin that are agreed without being named: those of the simulator, for test agreements
 * @returns the address exactly as it was given
 * @throws RequestInvalid where it is missing or none, AccessDenied where its host is not agreed
 */
export function returnAddress(given: string | undefined, element: string, rules: Rules, own?: string): string {
  const address = given === undefined || given === '' ? rules.returnUrl : given;
  if (address === undefined) {
    throw new RoundtripError('RequestInvalid', `${element} is missing: the cart could not go back.`, {
      details: [{ element, expected: 'an https address of the purchasing system' }],
    });
  }
  const url = address.length <= LONGEST && !FORBIDDEN.test(address) ? URL.parse(address) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') {
    throw refused(
      'RequestInvalid',
      `${element} is no address that a cart can go back to.`,
      element,
      address,
      'https://…',
    );
  }
  if (own !== undefined && address.startsWith(own)) return address;
  if (url.protocol === 'http:' && !rules.plainHttp) {
    throw refused('AccessDenied', `${element} is not encrypted.`, element, url.origin, `https://${url.host}`);
  }
  if (!agreedHosts(rules).some((agreed) => fits(url, agreed))) {
    const expected = agreedHosts(rules).join(', ') || 'no host is agreed';
    throw refused('AccessDenied', `Carts may not go back to ${url.host}.`, element, url.host, expected);
  }
  return address;
}

/** Hosts that carts return to; `*.example.com` stands for every host below it. */
export function agreedHosts({ returnHosts, returnUrl }: Rules): string[] {
  return [...returnHosts, ...(returnUrl === undefined ? [] : [new URL(returnUrl).host])];
}

/** A host without port is agreed on every port. */
function fits({ host, hostname }: URL, agreed: string): boolean {
  const found = /:\d+$/.test(agreed) ? host : hostname;
  return agreed.startsWith('*.') ? found.endsWith(agreed.slice(1)) : found === agreed;
}

function refused(
  type: 'RequestInvalid' | 'AccessDenied',
  message: string,
  element: string,
  found: string,
  expected: string,
): RoundtripError {
  return new RoundtripError(type, message, {
    details: [{ element, found: found.slice(0, 200).toWellFormed(), expected }],
  });
}
