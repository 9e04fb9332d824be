import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type TLSSocket } from 'node:tls';
import type { LocalConfig } from '../../platform/config.ts';
import { clock, expiry, guarded, ok, problem, warning, type Finding } from './finding.ts';

const PATIENCE = 10_000;

/** The address that partners call, its certificate, and the extra authorities that we trust. */
export async function checkNetwork(config: LocalConfig, running: boolean): Promise<Finding[]> {
  const url = new URL(config.publicUrl);
  return [
    ...(await checkPublicAddress(url, running)),
    ...(url.protocol === 'https:' ? await checkCertificate(url) : checkPlainAddress(url)),
    ...(config.extraCaFile ? await checkAuthorities(config.extraCaFile) : []),
  ];
}

async function checkPublicAddress(url: URL, running: boolean): Promise<Finding[]> {
  const check = 'public address';
  const todo =
    'Does the proxy pass PUBLIC_URL on to PORT, and does the name resolve here? It may also be reachable from outside only.';
  if (!running && url.hostname === 'localhost') return [ok(check, `${url.origin} answers once Roundtrip runs`)];
  return guarded(check, todo, async () => {
    const response = await fetch(new URL(`${url.pathname.replace(/\/$/, '')}/health`, url), {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const date = response.headers.get('date');
    return [
      response.ok
        ? ok(check, `${url.origin} answers`)
        : problem(check, `${url.origin}/health answers ${response.status}`, todo),
      ...(date ? [clock('clock', url.host, new Date(date))] : []),
    ];
  });
}

function checkPlainAddress(url: URL): Finding[] {
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return [];
  return [
    warning(
      'public address',
      `${url.origin} is not encrypted`,
      'Put a TLS proxy in front and set PUBLIC_URL to https.',
    ),
  ];
}

function checkCertificate(url: URL): Promise<Finding[]> {
  const check = 'certificate';
  return guarded(check, 'Is a TLS server listening there?', async () => {
    const socket = await connectTls(url);
    try {
      const certificate = socket.getPeerCertificate();
      const chain = socket.authorized
        ? ok(check, 'its chain is complete and trusted')
        : problem(
            check,
            `is not trusted: ${String(socket.authorizationError)}`,
            'Install the whole chain, or a certificate of a known authority.',
          );
      return [chain, expiry(check, url.host, new Date(certificate.valid_to), 'Renew it.')];
    } finally {
      socket.destroy();
    }
  });
}

/** Judges the certificate itself, so a bad one does not end the connection. */
function connectTls(url: URL): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      {
        host: url.hostname,
        port: Number(url.port || 443),
        servername: url.hostname,
        rejectUnauthorized: false,
        timeout: PATIENCE,
      },
      () => resolve(socket),
    );
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)));
  });
}

function checkAuthorities(file: string): Promise<Finding[]> {
  const check = 'extra authorities';
  return guarded(check, 'EXTRA_CA_FILE must name a readable PEM file.', async () => {
    const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
    if (!blocks) throw new Error(`${file} has no certificate`);
    return blocks.map((block) => {
      const { subject, validToDate } = new X509Certificate(block);
      return expiry(check, subject.split('\n').at(-1)!, validToDate, `Replace it in ${file}.`);
    });
  });
}
