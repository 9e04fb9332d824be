import type { DeliveryFault } from '../../platform/deliveryFault.ts';

/** A folder of files cannot be reached or used: the fault says why. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly fault: DeliveryFault;

  constructor(fault: DeliveryFault, options?: ErrorOptions) {
    super(fault.code, options);
    this.fault = fault;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Does a system call say that there is no room? */
export function isDiskFull(error: unknown): boolean {
  return FULL.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** What a system call on a file says. @param path as people know it */
export function fileFault(error: unknown, path: string): FileFault {
  if (error instanceof FileFault) return error;
  const code = codeOf(error);
  if (isDiskFull(error)) return new FileFault({ code: 'DISK_FULL' }, { cause: error });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileFault({ code: 'FOLDER_MISSING', path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new FileFault({ code: 'FOLDER_DENIED', path }, { cause: error });
  }
  return new FileFault({ code: 'CONNECTION_FAILED', error: code }, { cause: error });
}
