import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readClientCertificate, splitPem } from '../../partners/clientCertificate.ts';

const folder = join(import.meta.dirname, '../transports/http/tls');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const [certificate, key, authority] = [read('client.pem'), read('client.key'), read('clients-ca.pem')];

test('certificate and key are found in one text, in any order, with the authorities after the certificate', () => {
  for (const text of [`${key}${certificate}`, `notes\n${certificate}\n${authority}\n${key}`]) {
    const facts = readClientCertificate(text);
    expect(facts).toEqual({ subject: 'CN=shop.example', validUntil: new Date('2036-10-04T08:45:04Z') });
    expect(splitPem(text).certificate).toContain(certificate.trim());
  }
});

const sealed = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
const broken = (pem: string): string => pem.replace(/\n.{20}/, '\n');

test.each([
  ['no certificate', key],
  ['no private key', certificate],
  ['a key with a password', certificate + String(sealed)],
  ['a key of another certificate', authority + key],
  ['a certificate that cannot be read', broken(certificate) + key],
  ['a key that cannot be read', certificate + broken(key)],
  ['no certificate', ''],
])('%s is told', (found, text) => {
  expect(() => readClientCertificate(text)).toThrow(
    expect.objectContaining({ type: 'RequestInvalid', details: [expect.objectContaining({ found })] }),
  );
});
