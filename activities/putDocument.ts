import type { EntityManager } from '@mikro-orm/postgresql';
import { readChunks } from '../documents/chunks.ts';
import type { DeliveryFaultCode } from '../platform/deliveryFault.ts';
import { FileFault } from '../transports/files/fault.ts';
import { openFiles } from '../transports/files/open.ts';
import type { FileStore } from '../transports/files/store.ts';
import type { Judgement } from '../transports/http/judge.ts';
import type { ActivityDeps } from './deps.ts';
import { fileName } from './fileName.ts';
import type { Sending } from './sending.ts';

/** A person has to mend these; everything else passes. */
const STOP: ReadonlySet<DeliveryFaultCode> = new Set<DeliveryFaultCode>([
  'ADDRESS_MISSING',
  'ADDRESS_PRIVATE',
  'CREDENTIAL_MISSING',
  'FOLDER_DENIED',
  'FOLDER_MISSING',
  'HOST_KEY_CHANGED',
  'LOGIN_REFUSED',
]);

/**
 * Puts a document into the partner's folder, here or on its server: under another name until it is whole. Each document has one name for
 * ever, so that an attempt whose outcome nobody knows does not make a second file.
 */
export async function putDocument(
  { keyRing, files }: Pick<ActivityDeps, 'keyRing' | 'files'>,
  em: EntityManager,
  { document, address }: Sending,
): Promise<Judgement> {
  const { kind, folder } = address;
  if ((kind !== 'folder' && kind !== 'sftp') || folder === undefined) {
    return { verdict: 'stop', fault: { code: 'ADDRESS_MISSING' } };
  }
  const { partner: partnerId, mode } = document;
  let store: FileStore | undefined;
  try {
    store = await openFiles({ keyRing, ...files }, em, { partnerId, mode, at: { ...address, kind, folder } });
    const name = fileName(document, `-${document.id.slice(-8)}`);
    const isThere = (await store.list('.')).some((file) => file.name === name);
    if (!isThere) await store.write(name, readChunks(em, document.id));
    return { verdict: 'delivered' };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { fault } = error;
    return { verdict: STOP.has(fault.code) ? 'stop' : 'retry', fault };
  } finally {
    await store?.close();
  }
}
