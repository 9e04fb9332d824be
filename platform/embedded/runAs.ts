import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupProblem } from './setupProblem.ts';

/**
 * PostgreSQL refuses to run as root. `self`: we are not root. `namespace`: a user namespace in which root is called by another number,
 * so that files stay where and whose they are. `user`: a real other user, where containers forbid namespaces.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace'; readonly uid: number }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number };

/** Where PostgreSQL's programs and data are, for the user that it runs as. */
export interface PostgresPlace {
  readonly runAs: RunAs;
  readonly native: string;
  readonly data: string;
}

/** By the owner of the data folder, and what the machine allows. */
export function chooseRunAs(dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  const user = ordinaryUser();
  const namespace = { kind: 'namespace', uid: user.uid } as const;
  return succeeds(namespace, 'true', []) ? namespace : { kind: 'user', ...user };
}

/** The command that runs `command` as that user. */
export function asUser(runAs: RunAs, command: string, args: readonly string[]) {
  if (runAs.kind === 'namespace')
    return { command: 'unshare', args: [...namespaceArguments(runAs.uid), command, ...args] };
  if (runAs.kind === 'user') return { command, args, uid: runAs.uid, gid: runAs.gid };
  return { command, args };
}

/**
 * Everything stays in place, unless the user cannot reach it, because it is not root and a folder above is closed to others. Then it
 * lies below /var/lib/roundtrip. The data folder must exist.
 */
export function choosePlace(native: string, dataDir: string, runAs = chooseRunAs(dataDir)): PostgresPlace {
  const data = join(dataDir, 'postgres');
  if (runAs.kind === 'self') return { runAs, native, data };
  const reachable = join('/var/lib/roundtrip', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  const runs = succeeds(runAs, join(native, 'bin', 'postgres'), ['--version']);
  const enters = succeeds(runAs, 'ls', ['-d', join(dataDir, '.')]);
  const place = {
    runAs,
    native: runs ? native : copyOnce(native, join(reachable, 'native')),
    data: enters ? data : join(reachable, 'postgres'),
  };
  withUmask(0o066, () => mkdirSync(dirname(place.data), { recursive: true }));
  return place;
}

/** Hands a file or folder of ours to the user that PostgreSQL runs as. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.kind === 'user') chownSync(path, runAs.uid, runAs.gid);
}

function namespaceArguments(uid: number): string[] {
  return ['--user', `--map-user=${uid}`, `--map-group=${uid}`];
}

/** One that exists: initdb looks its own name up. Rather 1000 than a service's user. */
function ordinaryUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map((fields) => ({ uid: Number(fields[2]), gid: Number(fields[3]) }))
    .filter(({ uid }) => uid > 0);
  const user =
    users.find(({ uid }) => uid >= 1000 && uid < 60_000) ?? users.find(({ uid }) => uid > 60_000) ?? users[0];
  if (!user)
    throw new SetupProblem(
      'PostgreSQL cannot run as root, and /etc/passwd knows no other user. Add one: useradd roundtrip',
    );
  return user;
}

function succeeds(runAs: RunAs, program: string, programArguments: readonly string[]): boolean {
  const { command, args, ...user } = asUser(runAs, program, programArguments);
  return spawnSync(command, args, user).status === 0;
}

function copyOnce(from: string, to: string): string {
  if (!existsSync(to)) withUmask(0o022, () => cpSync(from, to, { recursive: true, verbatimSymlinks: true }));
  return to;
}

function withUmask(mask: number, action: () => void): void {
  const before = process.umask(mask);
  try {
    action();
  } finally {
    process.umask(before);
  }
}
