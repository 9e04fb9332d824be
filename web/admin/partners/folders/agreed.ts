import type { EntityManager } from '@mikro-orm/postgresql';
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

/** Folders of the agreement in force; none where there is no agreement. */
export async function foldersOf(em: EntityManager, partnerId: string, mode: Mode): Promise<AgreedFolder[]> {
  try {
    const { settings } = await findAgreement(em, partnerId, mode);
    const { delivery, status, mlr, catalogue } = settings.addresses;
    const fetched = settings.pickups.map((at) => ({ name: placeName(at), at, isFetched: true }));
    const put = [settings.orderResponses, delivery, status, mlr, catalogue].flatMap(
      (address) => filesAt(address) ?? [],
    );
    const distinct = new Map(put.map((at) => [placeName(at), at]));
    return [...fetched, ...[...distinct].map(([name, at]) => ({ name, at, isFetched: false }))];
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'NotFound') return [];
    throw error;
  }
}

/** The folder of an address; undefined where documents leave otherwise. */
function filesAt(address: DeliveryAddress | undefined): AgreedFolder['at'] | undefined {
  if (!address) return undefined;
  const { kind, folder } = address;
  return (kind === 'folder' || kind === 'sftp') && folder !== undefined ? { ...address, kind, folder } : undefined;
}
