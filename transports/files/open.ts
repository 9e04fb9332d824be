import type { EntityManager } from '@mikro-orm/postgresql';
import { outgoingSecret } from '../../partners/credentials.ts';
import type { Mode } from '../../partners/partner.entity.ts';
import type { KeyRing } from '../../platform/keyRing.ts';
import { publicLookup } from '../http/addresses.ts';
import { FileFault } from './fault.ts';
import { openFolder } from './folder.ts';
import { openSftp } from './sftp.ts';
import type { FileStore } from './store.ts';

export interface FilesDeps {
  readonly keyRing: KeyRing;
  /** Folder that folders of partners stand in. */
  readonly exchangeDirectory: string;
  /** May a server have an address that is not public? */
  readonly allowPrivate: boolean;
}

/** A folder that an agreement names. */
interface AgreedFolder {
  readonly kind: 'folder' | 'sftp';
  readonly folder: string;
  readonly host?: string | undefined;
  readonly port: number;
  readonly user?: string | undefined;
  readonly credential?: string | undefined;
  readonly hostKey?: string | undefined;
}

const TIMEOUT = 30_000;

/** Opens it with the partner's credential. @throws FileFault */
export async function openFiles(
  { keyRing, exchangeDirectory, allowPrivate }: FilesDeps,
  em: EntityManager,
  { partnerId, mode, at }: { readonly partnerId: string; readonly mode: Mode; readonly at: AgreedFolder },
): Promise<FileStore> {
  const { kind, folder, host, port, user, credential: name, hostKey } = at;
  if (kind === 'folder') return openFolder(exchangeDirectory, folder.replace(/^\//, ''));
  const found = name === undefined ? undefined : await outgoingSecret(em, keyRing, { partnerId, mode, name });
  if (!found) throw new FileFault({ code: 'CREDENTIAL_MISSING', name: name ?? '' });
  if (host === undefined || user === undefined || hostKey === undefined)
    throw new FileFault({ code: 'ADDRESS_MISSING' });
  const server = { host, port, user, secret: found.secret, hostKey, folder };
  return openSftp(server, { timeout: TIMEOUT, ...(!allowPrivate && { lookup: publicLookup }) });
}
