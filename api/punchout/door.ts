import type { Response } from 'express';
import type { AgreementInForce, PartnerAtAddress } from '../../partners/partners.ts';
import type { PunchOutSettings } from '../../partners/punchOut.ts';
import type { Config } from '../../platform/config.ts';
import { RoundtripError } from '../../platform/errors.ts';
import type { Engine } from '../../platform/temporal.ts';
import type { ApiDeps } from '../deps.ts';
import type { Gate } from '../entrance/gate.ts';
import type { Refusals } from '../entrance/refusals.ts';
import type { Visit } from '../entrance/visit.ts';

export interface PunchOutDeps extends Pick<ApiDeps, 'orm' | 'keyRing' | 'http' | 'log' | 'metrics'> {
  readonly engine: Pick<Engine, 'startPunchOutSession'>;
  readonly config: Pick<Config, 'publicUrl'>;
}

/** What every protocol's part of the one door shares. */
export interface PunchOutDoor {
  readonly deps: PunchOutDeps;
  readonly gate: Gate;
  readonly refusals: Refusals;
}

/** A call at the address of a partner or hub whose body was read. */
export interface PunchOutCall {
  readonly visit: Visit;
  readonly res: Response;
  readonly found: PartnerAtAddress;
}

/** The partner that shops, with its agreement: whoever is at the address, or whom a hub's document names. */
export interface Shopper {
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly agreement: AgreementInForce;
  readonly punchOut: PunchOutSettings;
}

/** What a partner may use of the door, once it has shown its secret. @throws AccessDenied where the protocol is closed */
export function openFor<P extends 'oci' | 'cxml' | 'peppol'>(
  visit: Pick<Visit, 'check'>,
  partner: Shopper['partner'],
  agreement: AgreementInForce,
  protocol: P,
): Shopper & { readonly settings: NonNullable<PunchOutSettings[P]> } {
  visit.check = 'protocol';
  const { punchOut } = agreement.settings;
  const settings = punchOut?.[protocol];
  if (punchOut && settings) return { partner, agreement, punchOut, settings };
  throw new RoundtripError('AccessDenied', `The agreement does not open PunchOut by ${names[protocol]}.`, {
    details: [{ element: 'protocol', found: names[protocol], expected: agreed(punchOut) }],
  });
}

/** Where the simulator gets carts back, which test agreements allow; undefined for production. */
export function simulatorAddress({ deps }: PunchOutDoor, { agreement }: Shopper): string | undefined {
  return agreement.mode === 'test' ? `${deps.config.publicUrl}/simulator/hook/` : undefined;
}

const names = { oci: 'OCI', cxml: 'cXML', peppol: 'Peppol' } as const;

function agreed(punchOut: PunchOutSettings | undefined): string {
  const open = (['oci', 'cxml', 'peppol'] as const).filter((protocol) => punchOut?.[protocol] !== undefined);
  return open.map((protocol) => names[protocol]).join(', ') || 'none is open';
}
