import ssh2, { type ParsedKey } from 'ssh2';
import { fingerprint } from './sftp.ts';

/** Is it a private key that we can show to an SFTP server: PEM or OpenSSH form, without a passphrase? */
export function isPrivateKey(text: string): boolean {
  return read(text) !== undefined;
}

/**
 * What a server is given, so that it lets us in by the key: a line of `authorized_keys`, and the fingerprint of it as `ssh-keygen -lf` prints it.
 * @returns undefined for what is no private key, as a password
 */
export function publicKeyOf(text: string): { readonly line: string; readonly fingerprint: string } | undefined {
  const key = read(text);
  if (!key) return undefined;
  const bytes = key.getPublicSSH();
  return { line: `${key.type} ${bytes.toString('base64')}`, fingerprint: fingerprint(bytes) };
}

function read(text: string): ParsedKey | undefined {
  const parsed: unknown = ssh2.utils.parseKey(text);
  if (parsed instanceof Error) return undefined;
  const [key] = (Array.isArray(parsed) ? parsed : [parsed]) as ParsedKey[];
  return key?.isPrivateKey() ? key : undefined;
}

/** Does it look like one, whether or not it can be shown? A password does not. */
export function looksLikePrivateKey(text: string): boolean {
  return text.includes('PRIVATE KEY-----');
}
