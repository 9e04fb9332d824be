import { z } from 'zod';

/** Where a partner's documents are fetched, beside what it posts to us. */
export const pickupKinds = ['folder', 'sftp'] as const;

/** A path whose parts lead nowhere else: letters, digits, `-`, `_`, `.`, spaces; with `/` between them. */
export const folderName = z
  .string()
  .max(300)
  .regex(
    /^\/?(?!\.{1,2}(\/|$))[\p{L}\p{N}._ -]+(\/(?!\.{1,2}(\/|$))[\p{L}\p{N}._ -]+)*$/u,
    'must be a folder such as partner/in',
  );

/** What one needs to get into a server of files. */
export const sftpLogin = {
  host: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/, 'must be a host name or address')
    .optional(),
  port: z.number().int().min(1).max(65_535).default(22),
  user: z.string().min(1).max(200).optional(),
  /** Name of the sealed credential: a password, or a private key without a passphrase. */
  credential: z.string().max(100).optional(),
  /** Fingerprint of the server's key, as `ssh-keygen -lf` prints it. */
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, 'must be a fingerprint such as SHA256:… of ssh-keygen -lf')
    .optional(),
};

/** What SFTP cannot do without. */
export function requireLogin(
  given: { readonly kind: string; readonly [key: string]: unknown },
  context: z.RefinementCtx,
): void {
  if (given.kind !== 'sftp') return;
  for (const key of ['host', 'user', 'credential', 'hostKey']) {
    if (given[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: 'must be there for SFTP' });
  }
}

export const pickup = z
  .strictObject({
    /** `folder`: below the folder for partners of this installation. `sftp`: on a server. */
    kind: z.enum(pickupKinds),
    /** Folder with the partner's documents. */
    folder: folderName,
    ...sftpLogin,
    /** When is a file whole? `secondLook`: as long and as old at two looks. `renamed`: the partner renames what it has written. */
    whole: z.enum(['secondLook', 'renamed']).default('secondLook'),
    /** Is the receipt of each document put into the folder `receipts` beside it? */
    receipts: z.boolean().default(false),
  })
  .superRefine(requireLogin);
export type Pickup = z.output<typeof pickup>;

/** A folder of files, here or on a server. */
type Place = Pick<Pickup, 'kind' | 'folder' | 'user' | 'host' | 'port'>;

export const pickups = z.array(pickup).max(5).default([]);

/** As people read it, and as its state is kept by: `sftp://user@host:22/in`, `folder:partner/in`. */
export function placeName({ kind, folder: path, user, host, port }: Place): string {
  return kind === 'folder' ? `folder:${path}` : `sftp://${user}@${host}:${port}/${path.replace(/^\//, '')}`;
}
