import type { EntityManager } from '@mikro-orm/postgresql';
import type { Agreement } from '../../../../partners/agreement.ts';
import type { Mode } from '../../../../partners/partner.entity.ts';
import type { DeliveryAddress } from '../../../../partners/messageAddress.ts';
import { findAgreement } from '../../../../partners/partners.ts';
import { placeName } from '../../../../partners/pickups.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { openFiles } from '../../../../transports/files/open.ts';

/** A folder that the agreement in force names. */
export interface AgreedFolder {
  readonly name: string;
  readonly at: Parameters<typeof openFiles>[2]['at'];
  /** Are documents fetched from it, or put into it? */
  readonly isFetched: boolean;
}

/** An access point that the agreement in force names in place of the installation's. */
export interface AgreedAccessPoint {
  /** Its address. */
  readonly name: string;
  readonly address: DeliveryAddress & { readonly url: string };
}

/** Folders of the agreement in force; none where there is no agreement. */
export async function foldersOf(em: EntityManager, partnerId: string, mode: Mode): Promise<AgreedFolder[]> {
  const settings = await inForce(em, partnerId, mode);
  if (!settings) return [];
  const fetched = settings.pickups.map((at) => ({ name: placeName(at), at, isFetched: true }));
  const put = addressesIn(settings).flatMap((address) => filesAt(address) ?? []);
  const distinct = new Map(put.map((at) => [placeName(at), at]));
  return [...fetched, ...[...distinct].map(([name, at]) => ({ name, at, isFetched: false }))];
}

/** Access points of the partner's own; none where there is no agreement. */
export async function accessPointsOf(em: EntityManager, partnerId: string, mode: Mode): Promise<AgreedAccessPoint[]> {
  const settings = await inForce(em, partnerId, mode);
  const found = settings ? addressesIn(settings).filter(({ kind }) => kind === 'peppol') : [];
  const own = found.flatMap((address) => (address.url === undefined ? [] : { ...address, url: address.url }));
  const distinct = new Map(own.map((address) => [address.url, address]));
  return [...distinct].map(([name, address]) => ({ name, address }));
}

async function inForce(em: EntityManager, partnerId: string, mode: Mode): Promise<Agreement | undefined> {
  try {
    return (await findAgreement(em, partnerId, mode)).settings;
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'NotFound') return undefined;
    throw error;
  }
}

function addressesIn({ orderResponses, addresses }: Agreement): DeliveryAddress[] {
  const { delivery, status, mlr, catalogue } = addresses;
  return [orderResponses, delivery, status, mlr, catalogue].filter((address) => address !== undefined);
}

/** The folder of an address; undefined where documents leave otherwise. */
function filesAt(address: DeliveryAddress): AgreedFolder['at'] | undefined {
  const { kind, folder } = address;
  return (kind === 'folder' || kind === 'sftp') && folder !== undefined ? { ...address, kind, folder } : undefined;
}
