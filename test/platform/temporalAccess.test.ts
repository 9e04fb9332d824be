import { expect, test } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { temporalAccess } from '../../platform/temporalAccess.ts';
import { tlsFile } from '../kit/temporalGateway.ts';

const accessOf = (env: Record<string, string>) =>
  temporalAccess(
    readConfig({
      DATABASE_URL: 'postgres://u:hush@db:5432/shop',
      ROUNDTRIP_SECRET_KEYS: Buffer.alloc(32, 7).toString('base64'),
      TEMPORAL_ADDRESS: 'temporal:7233',
      ...env,
    }),
  );
const ca = tlsFile('ca.pem');
const cert = tlsFile('server.pem');
const key = tlsFile('server.key');

test('without settings Temporal is reached without TLS', () => {
  expect(accessOf({})).toEqual({ address: 'temporal:7233' });
});

test('an API key goes by TLS, to a server that a public authority vouches for', () => {
  expect(accessOf({ TEMPORAL_API_KEY: 'hush' })).toEqual({ address: 'temporal:7233', tls: {}, apiKey: 'hush' });
});

test('files are read, and belong together', () => {
  const { tls } = accessOf({
    TEMPORAL_TLS_CA_FILE: ca,
    TEMPORAL_TLS_CERT_FILE: cert,
    TEMPORAL_TLS_KEY_FILE: key,
  });
  expect(String(tls?.serverRootCACertificate)).toContain('BEGIN CERTIFICATE');
  expect(String(tls?.clientCertPair?.crt)).toContain('BEGIN CERTIFICATE');
  expect(String(tls?.clientCertPair?.key)).toContain('PRIVATE KEY');
});

test.each([
  [
    { TEMPORAL_TLS_CA_FILE: '/nowhere.pem' },
    /TEMPORAL_TLS_CA_FILE is "\/nowhere.pem", which cannot be used \(ENOENT\)/,
  ],
  [{ TEMPORAL_TLS_CA_FILE: key }, /TEMPORAL_TLS_CA_FILE is .*; the path of a PEM file is expected/],
  [{ TEMPORAL_TLS_CERT_FILE: cert, TEMPORAL_TLS_KEY_FILE: cert }, /TEMPORAL_TLS_KEY_FILE is .*a PEM file is expected/],
  [
    { TEMPORAL_TLS_CERT_FILE: ca, TEMPORAL_TLS_KEY_FILE: key },
    /TEMPORAL_TLS_KEY_FILE is .*; the key of the certificate/,
  ],
])('a file that cannot be used is a sentence: %j', (env, sentence) => {
  expect(() => accessOf(env)).toThrow(sentence);
});
