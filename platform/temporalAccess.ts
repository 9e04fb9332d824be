import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from '@temporalio/client';
import { ConfigurationError, type LocalConfig } from './config.ts';

/** How every process reaches Temporal: the options of the SDK's connections, of the client's and of the worker's alike. */
export interface TemporalAccess {
  /** host:port */
  readonly address: string;
  /** Absent: without TLS. */
  readonly tls?: TemporalTls;
  /** Sent with every call. */
  readonly apiKey?: string;
}

/** PEM. Without an authority those that Node and the worker's library bring along are trusted. */
export type TemporalTls = Exclude<ConnectionOptions['tls'], boolean | null | undefined>;

/** @throws ConfigurationError when a file cannot be used */
export function temporalAccess(config: Omit<LocalConfig, 'databaseUrl' | 'secretKeys'>): TemporalAccess {
  const { temporalAddress: address, temporalTls, temporalApiKey: apiKey } = config;
  return { address, ...(temporalTls && { tls: tlsOf(config) }), ...(apiKey !== undefined && { apiKey }) };
}

function tlsOf({ temporalTlsCaFile, temporalTlsCertFile, temporalTlsKeyFile }: Partial<LocalConfig>): TemporalTls {
  const ca = temporalTlsCaFile && pem('TEMPORAL_TLS_CA_FILE', temporalTlsCaFile, (text) => new X509Certificate(text));
  return {
    ...(ca && { serverRootCACertificate: ca }),
    ...(temporalTlsCertFile && temporalTlsKeyFile && { clientCertPair: pair(temporalTlsCertFile, temporalTlsKeyFile) }),
  };
}

function pair(certFile: string, keyFile: string): NonNullable<TemporalTls['clientCertPair']> {
  const crt = pem('TEMPORAL_TLS_CERT_FILE', certFile, (text) => new X509Certificate(text));
  const key = pem('TEMPORAL_TLS_KEY_FILE', keyFile, createPrivateKey);
  if (!new X509Certificate(crt).checkPrivateKey(createPrivateKey(key))) {
    throw new ConfigurationError([
      `TEMPORAL_TLS_KEY_FILE is ${JSON.stringify(keyFile)}; the key of the certificate in TEMPORAL_TLS_CERT_FILE is expected.`,
    ]);
  }
  return { crt, key };
}

function pem(variable: string, file: string, parse: (text: Buffer) => unknown): Buffer {
  try {
    const text = readFileSync(file);
    parse(text);
    return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError([
      `${variable} is ${JSON.stringify(file)}, which cannot be used (${code}); the path of a PEM file is expected.`,
    ]);
  }
}
