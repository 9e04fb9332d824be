import type { Findings, SamplePlace } from './reading.ts';

/** Where a cart goes back to: its host is agreed; the address itself may carry secrets and is not kept. */
export function readReturnAddress(findings: Findings, address: string, from: SamplePlace): void {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return findings.note('returnAddressMissing');
  findings.read('punchOut.returnHosts', [url.host], { ...from, found: url.host });
  if (url.protocol === 'http:') findings.note('returnAddressPlain', [url.host]);
}
