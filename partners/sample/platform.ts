/** Which purchasing system a sample comes from, by its marks (digests: OCI 3.2 and 9, cXML 2 and 14). */
import type { PlatformId } from '../platforms/ids.ts';
import type { SamplePlace } from './reading.ts';

/** Something of the sample that may tell the system: a host, a user agent, a domain, the name of a parameter. */
export type Mark = SamplePlace & { readonly found: string };

const marks: readonly (readonly [PlatformId, RegExp])[] = [
  ['ariba', /ariba|^networkid an\d+/i],
  ['coupa', /coupa/i],
  ['jaggaer', /jaggaer|sciquest/i],
  ['oracle', /oracle|iprocurement/i],
  ['d365', /dynamics|d365|microsoft/i],
  ['proceedo', /proceedo/i],
  ['basware', /basware/i],
  ['raindance', /raindance/i],
  ['unit4', /unit4|agresso|ubw/i],
  ['ifs', /(^|[^a-z])ifs([^a-z]|$)|^ocicancel$|^agreement_no$/i],
  ['sap-s4', /s4hana|s\/4/i],
  ['sap-srm', /sapsrm|\/sap\/|(^|[^a-z])srm[^a-z]|^sap-client$|sapevent/i],
];

/** The system, and the mark that tells it; the marks of other systems are looked at first by their order in the list above. */
export function likelyPlatform(
  found: readonly Mark[],
): { readonly platform: PlatformId; readonly mark: Mark } | undefined {
  for (const [platform, pattern] of marks) {
    const mark = found.find((one) => pattern.test(one.found));
    if (mark) return { platform, mark };
  }
  return undefined;
}
