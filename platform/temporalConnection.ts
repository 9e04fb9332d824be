import { connect } from 'node:http2';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Connection, isGrpcServiceError, ServiceError } from '@temporalio/client';
import { SetupProblem } from './embedded/setupProblem.ts';
import type { TemporalAccess } from './temporalAccess.ts';

const PATIENCE = 5_000;

/** gRPC status. */
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/** What TLS says of a certificate that no known authority vouches for. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const NOT_NOW = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const NOBODY_THERE = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']);

/**
 * A connection that has been tried.
 * @param patience in milliseconds
 * @throws SetupProblem with a sentence that says what to do
 */
export async function connectTemporal(access: TemporalAccess, patience = PATIENCE): Promise<Connection> {
  const connection = Connection.lazy({ ...access, connectTimeout: patience });
  try {
    await connection.ensureConnected();
    return connection;
  } catch {
    await connection.close();
    throw new SetupProblem(await explainNoConnection(access));
  }
}

/**
 * Why Temporal cannot be reached, and what to do, in a sentence. The libraries of gRPC only say that it took too long, so the connection
 * is tried once more, layer by layer: network, TLS, HTTP/2, then a call.
 */
export async function explainNoConnection(access: TemporalAccess): Promise<string> {
  const failure = await tryHttp2(access);
  return failure ? explainHttp2(access, failure) : await explainCall(access);
}

interface Http2Failure {
  readonly code: string;
  /** Names that the server's certificate is for. */
  readonly names?: string | undefined;
}

/** Undefined when the server speaks HTTP/2 with us. */
function tryHttp2(access: TemporalAccess): Promise<Http2Failure | undefined> {
  return new Promise((resolve) => {
    const socket = open(access);
    // Not all that happens to the socket is told by the session: in TLS 1.3 a server refuses a client after the handshake.
    const session = connect(`http://${access.address}`, { createConnection: () => socket });
    const end = (failure?: Http2Failure): void => {
      clearTimeout(timer);
      resolve(failure);
      session.destroy();
      socket.destroy();
    };
    const timer = setTimeout(() => end({ code: 'ETIMEDOUT' }), PATIENCE);
    const fail = (error: NodeJS.ErrnoException & { cert?: { subjectaltname?: string } }): void =>
      end({ code: error.code ?? error.message, names: error.cert?.subjectaltname });
    socket.on('error', fail);
    session.on('error', fail);
    session.once('close', () => end({ code: 'ECONNRESET' }));
    session.once('remoteSettings', () => end());
  });
}

function open({ address, tls }: TemporalAccess): Socket {
  const { hostname, port } = new URL(`tcp://${address}`);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const server = { host, port: Number(port) };
  if (!tls) return connectPlain(server);
  const { serverRootCACertificate: ca, clientCertPair: pair } = tls;
  return connectTls({
    ...server,
    ...(isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['h2'],
    ...(ca && { ca: Buffer.from(ca) }),
    ...(pair && { cert: Buffer.from(pair.crt), key: Buffer.from(pair.key) }),
  });
}

function explainHttp2({ address, tls }: TemporalAccess, { code, names }: Http2Failure): string {
  const server = `Temporal at ${address}`;
  if (NOBODY_THERE.has(code))
    return `${server} does not answer (${code}). Is it running, and is TEMPORAL_ADDRESS right?`;
  if (!tls) return `${server} breaks off a connection without TLS (${code}). If it wants TLS, set TEMPORAL_TLS=yes.`;
  if (UNTRUSTED.has(code)) {
    return `The certificate of ${server} is of an authority that is not trusted (${code}). Name the authority's PEM file in TEMPORAL_TLS_CA_FILE.`;
  }
  if (NOT_NOW.has(code)) {
    return `The certificate of ${server} is not valid today (${code}). Have it renewed, or set the clock of this machine right.`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of ${server} is for another name (${names}). Name the server in TEMPORAL_ADDRESS as its certificate does.`;
  }
  if (/WRONG_VERSION|PACKET_LENGTH|EPROTO/.test(code)) {
    return `${server} does not speak TLS (${code}). Leave TEMPORAL_TLS out, or name the port that speaks it in TEMPORAL_ADDRESS.`;
  }
  return tls.clientCertPair
    ? `${server} breaks off the TLS connection (${code}). Is the certificate in TEMPORAL_TLS_CERT_FILE one that it accepts?`
    : `${server} breaks off the TLS connection (${code}). If it wants a client certificate, name it in TEMPORAL_TLS_CERT_FILE and its key in TEMPORAL_TLS_KEY_FILE.`;
}

async function explainCall(access: TemporalAccess): Promise<string> {
  const server = `Temporal at ${access.address}`;
  const connection = Connection.lazy({ ...access, connectTimeout: PATIENCE });
  try {
    await connection.ensureConnected();
    return `${server} answers again.`;
  } catch (error) {
    const status = error instanceof ServiceError ? error.cause : error;
    const { code, details } = isGrpcServiceError(status) ? status : { code: 0, details: (error as Error).message };
    if (code !== UNAUTHENTICATED && code !== PERMISSION_DENIED)
      return `${server} does not answer as it should: ${details}.`;
    return access.apiKey === undefined
      ? `${server} wants to know who calls (${details}). Set TEMPORAL_API_KEY, or name a client certificate.`
      : `${server} does not accept TEMPORAL_API_KEY (${details}). Is it valid, and for this namespace?`;
  } finally {
    await connection.close();
  }
}
