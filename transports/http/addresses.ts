import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The receiver's address is one that we never send to: loopback, private, link-local, multicast, reserved or translated. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly address: string;

  constructor(address: string) {
    super(`the address ${address} is not a public one`);
    this.address = address;
  }
}

/** True for a globally routed unicast address; an IPv4 address mapped into IPv6 is judged as the IPv4 address that it is. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * Throws PrivateAddressError when the host of a URL is itself a private address (`http://[::1]/`, `http://0x7f.1/`).
 * A host name passes: its addresses are judged by `publicLookup` when the connection is made.
 */
export function requirePublicHost(url: URL): void {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host);
}

/**
 * Resolves for the connection that is being made, so that a name cannot show a public address first and a private one later
 * (DNS rebinding). One private address among several refuses the name.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) return callback(new PrivateAddressError(refused.address), '', 0);
    if (options.all) return callback(null, addresses);
    const [first] = addresses;
    return callback(null, first?.address ?? '', first?.family ?? 0);
  });
};
