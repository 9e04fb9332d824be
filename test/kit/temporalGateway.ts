import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, constants, createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Keys of the tests: `ca.pem` vouches for `server.pem`, which is for localhost and 127.0.0.1. */
export const tlsFile = (name: string): string => join(import.meta.dirname, '../transports/http/tls', name);

export interface GatewayOptions {
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Asks for a certificate of the tests' authority. */
  readonly clientCertificates?: true;
  /** Refuses every call without it. */
  readonly apiKey?: string;
  /** Refuses these to everyone: `RegisterNamespace`. */
  readonly forbidden?: readonly string[];
}

export interface Gateway {
  /** host:port */
  readonly address: string;
  close(): Promise<void>;
}

const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** TLS before a Temporal server, with what a managed cluster adds: client certificates, API keys, and calls that it keeps to itself. */
export async function startGateway(temporalAddress: string, options: GatewayOptions = {}): Promise<Gateway> {
  const temporal = connect(`http://${temporalAddress}`);
  const server = createSecureServer({
    key: readFileSync(tlsFile('server.key')),
    cert: readFileSync(tlsFile('server.pem')),
    ...(options.clientCertificates && { requestCert: true, ca: readFileSync(tlsFile('ca.pem')) }),
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    const refused = refusal(headers, options);
    if (refused !== undefined) return refuse(stream, refused);
    const call = temporal.request(withoutConnection(headers));
    call.on('error', () => stream.close(constants.NGHTTP2_CANCEL));
    call.on('response', (answer, flags) => {
      if (flags & constants.NGHTTP2_FLAG_END_STREAM) return stream.respond(answer, { endStream: true });
      stream.respond(answer, { waitForTrailers: true });
      call.pipe(stream);
    });
    let trailers: IncomingHttpHeaders = {};
    call.on('trailers', (found) => void (trailers = found));
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.on('close', () => call.close(constants.NGHTTP2_CANCEL));
    stream.pipe(call);
  });
  const host = options.host ?? '127.0.0.1';
  server.listen(0, host);
  await once(server, 'listening');
  return {
    address: `${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
      temporal.destroy();
    },
  };
}

function refusal(headers: IncomingHttpHeaders, { apiKey, forbidden = [] }: GatewayOptions): number | undefined {
  if (apiKey !== undefined && headers.authorization !== `Bearer ${apiKey}`) return UNAUTHENTICATED;
  const method = String(headers[':path']).split('/').at(-1)!;
  return forbidden.includes(method) ? PERMISSION_DENIED : undefined;
}

function refuse(stream: ServerHttp2Stream, status: number): void {
  const headers = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': String(status) };
  stream.respond({ ...headers, 'grpc-message': 'Request unauthorized.' }, { endStream: true });
}

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== ':authority' && name !== ':scheme'));
}
