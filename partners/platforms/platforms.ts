/** The one list of purchasing systems. */
import type { CartProtocol } from '../mapping/schema.ts';
import type { PunchOutSettings } from '../punchOut.ts';
import { ariba } from './ariba.ts';
import { coupa } from './coupa.ts';
import { d365 } from './d365.ts';
import { genericCxml, genericOci, genericPeppol } from './generic.ts';
import { ifs } from './ifs.ts';
import type { PlatformId } from './ids.ts';
import { jaggaer } from './jaggaer.ts';
import { basware, proceedo, raindance, unit4 } from './nordic.ts';
import { oracle } from './oracle.ts';
import type { CartFacts, Platform } from './platform.ts';
import { sapS4, sapSrm } from './sap.ts';

export const platforms: Readonly<Record<PlatformId, Platform>> = {
  'generic-oci': genericOci,
  'generic-cxml': genericCxml,
  'generic-peppol': genericPeppol,
  'sap-srm': sapSrm,
  'sap-s4': sapS4,
  ariba,
  coupa,
  jaggaer,
  oracle,
  proceedo,
  basware,
  raindance,
  unit4,
  d365,
  ifs,
};

const generic: Readonly<Record<CartProtocol, Platform>> = {
  oci: genericOci,
  cxml: genericCxml,
  peppol: genericPeppol,
};

/** The platform that an agreement names; the generic one of the protocol where it names none. */
export function platformFor({ platform }: Pick<PunchOutSettings, 'platform'>, protocol: CartProtocol): Platform {
  return platform === undefined ? generic[protocol] : platforms[platform];
}

/** What is known of carts in one protocol: of the protocol itself, and over it of the platform. */
export function factsOf(platform: Platform, protocol: CartProtocol): CartFacts {
  return { ...generic[protocol].facts[protocol], ...platform.facts[protocol] };
}
