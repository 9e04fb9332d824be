import ssh2 from 'ssh2';

/** Is it a private key that we can show to an SFTP server: PEM or OpenSSH form, without a passphrase? */
export function isPrivateKey(text: string): boolean {
  const key = ssh2.utils.parseKey(text);
  if (key instanceof Error) return false;
  const [first] = Array.isArray(key) ? (key as unknown[]) : [key];
  return (first as { isPrivateKey(): boolean }).isPrivateKey();
}

/** Does it look like one, whether or not it can be shown? A password does not. */
export function looksLikePrivateKey(text: string): boolean {
  return text.includes('PRIVATE KEY-----');
}
