import ipaddr from 'ipaddr.js';

/**
 * May a caller at this IP address call? IPv4 written as IPv6 counts as IPv4.
 * @param ranges CIDR ranges of the agreement; none: everybody may.
 */
export function isAllowedAddress(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0) return true;
  if (!ipaddr.isValid(address)) return false;
  const caller = ipaddr.process(address);
  return ranges.some((range) => {
    const [base, bits] = ipaddr.parseCIDR(range);
    return caller.kind() === base.kind() && caller.match(base, bits);
  });
}
