import { z } from 'zod';
import {
  text,
  port,
  positive,
  yesNo,
  duration,
  addressRanges,
  webAddress,
  secretKeys,
  portExpected,
  durationExpected,
  yesNoExpected,
} from './configValues.ts';

/** One environment variable: the single source of reading it, of its error sentence, and of its row in docs/configuration.md. */
export interface Setting<T = unknown> {
  readonly variable: string;
  readonly schema: z.ZodType<T, string>;
  /** As it would be written in the environment. Absent: the variable is required, or empty is fine when `optional`. */
  readonly default?: string;
  readonly optional?: true;
  /** Completes the sentence "... is expected". */
  readonly expected: string;
  /** What it does and how to choose it. */
  readonly text: string;
  /** Never shown, not even in an error. */
  readonly secret?: true;
}

/** Every setting, in the order of docs/configuration.md. */
export const settings = {
  databaseUrl: {
    variable: 'DATABASE_URL',
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    expected: 'an address such as postgres://user:password@host:5432/database',
    text: 'The PostgreSQL database. `npm start` sets it to its embedded PostgreSQL; every separate process needs it.',
    secret: true,
  },
  databasePool: {
    variable: 'DATABASE_POOL',
    schema: positive,
    default: '10',
    expected: 'a number of connections, 1 or more',
    text: 'Connections that one process holds at most. All processes together must stay below `max_connections` of PostgreSQL.',
  },
  temporalAddress: {
    variable: 'TEMPORAL_ADDRESS',
    schema: z.string().regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/),
    default: '127.0.0.1:7233',
    expected: 'host:port without a scheme',
    text: 'The front end of the Temporal cluster. `npm start` sets it to its embedded server.',
  },
  temporalNamespace: {
    variable: 'TEMPORAL_NAMESPACE',
    schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,62}$/),
    default: 'roundtrip',
    expected: 'a namespace of small letters, digits, hyphens and points',
    text: 'One namespace for each installation. Its retention is what administrators can look back on in the Temporal pages; 30 days are advised.',
  },
  temporalTls: {
    variable: 'TEMPORAL_TLS',
    schema: yesNo,
    optional: true,
    expected: yesNoExpected,
    text: 'Is Temporal reached by TLS? Default: yes where TEMPORAL_API_KEY or one of the TEMPORAL_TLS files is set, else no.',
  },
  temporalApiKey: {
    variable: 'TEMPORAL_API_KEY',
    schema: text.regex(/^[\x21-\x7e]+$/),
    optional: true,
    expected: 'a key without spaces',
    text: 'API key of a service account of Temporal Cloud, sent with every call. Never together with TEMPORAL_TLS=no.',
    secret: true,
  },
  temporalTlsCertFile: {
    variable: 'TEMPORAL_TLS_CERT_FILE',
    schema: text,
    optional: true,
    expected: 'the path of a PEM file',
    text: 'Client certificate, where the cluster wants one (mTLS). Read at the start: restart the processes after renewing it.',
  },
  temporalTlsKeyFile: {
    variable: 'TEMPORAL_TLS_KEY_FILE',
    schema: text,
    optional: true,
    expected: 'the path of a PEM file',
    text: 'Private key of the client certificate, without a passphrase, readable by the processes alone.',
  },
  temporalTlsCaFile: {
    variable: 'TEMPORAL_TLS_CA_FILE',
    schema: text,
    optional: true,
    expected: 'the path of a PEM file',
    text: "The authority that vouches for the cluster's certificate, where it is not a public one. It alone is trusted then.",
  },
  publicUrl: {
    variable: 'PUBLIC_URL',
    schema: webAddress,
    optional: true,
    expected: 'an http or https address without query, such as https://orders.example.com',
    text: 'Source of every absolute address that is handed out; never taken from a request. Default: `http://localhost:<PORT>`.',
  },
  host: {
    variable: 'HOST',
    schema: text.regex(/^[^\s/]+$/),
    default: '127.0.0.1',
    expected: 'an address or host name to listen on',
    text: 'Where the API listens. The default is reached from this machine only; behind a proxy on another machine or in a container use `0.0.0.0` or `::`.',
  },
  port: {
    variable: 'PORT',
    schema: port,
    default: '3000',
    expected: portExpected,
    text: 'Port of the API and its pages.',
  },
  workerPort: {
    variable: 'WORKER_PORT',
    schema: port,
    default: '3001',
    expected: portExpected,
    text: "Port of the worker's own `/health` and `/metrics`. Not for the public.",
  },
  receiverPort: {
    variable: 'RECEIVER_PORT',
    schema: port,
    default: '3002',
    expected: portExpected,
    text: 'Port of the demo receiver that `npm start` brings along: where the demo partners get their order responses.',
  },
  postgresPort: {
    variable: 'POSTGRES_PORT',
    schema: port,
    default: '5433',
    expected: portExpected,
    text: 'Port of the embedded PostgreSQL. Not used where DATABASE_URL is set.',
  },
  temporalPort: {
    variable: 'TEMPORAL_PORT',
    schema: port,
    default: '7233',
    expected: portExpected,
    text: 'Port of the embedded Temporal server. Not used where TEMPORAL_ADDRESS is set.',
  },
  temporalUiPort: {
    variable: 'TEMPORAL_UI_PORT',
    schema: port,
    default: '8233',
    expected: portExpected,
    text: "Port of the embedded Temporal server's web pages.",
  },
  temporalUi: {
    variable: 'TEMPORAL_UI',
    schema: webAddress,
    optional: true,
    expected: 'an address such as https://temporal.example.com',
    text: "Where Temporal's web pages are: an order's page links to the histories there. `npm start` names its own. Without it there are no links.",
  },
  temporalCli: {
    variable: 'TEMPORAL_CLI',
    schema: text,
    optional: true,
    expected: 'the path of the Temporal CLI 1.8.2',
    text: 'The program of the embedded Temporal server. Default: `temporal` on PATH, else it is downloaded once.',
  },
  dataDirectory: {
    variable: 'DATA_DIR',
    schema: text,
    default: '.data',
    expected: 'a folder that may be written',
    text: 'Embedded servers, demo keys, and the spool for long documents on their way into the database. Each process needs some room there: 50 MB for each large document received at the same moment.',
  },
  trustedProxies: {
    variable: 'TRUSTED_PROXIES',
    schema: addressRanges,
    default: '',
    expected: 'a comma-separated list of addresses or CIDR ranges',
    text: 'Proxies whose `X-Forwarded-For` is believed. Empty: none, the caller is whoever opens the connection. Name your load balancer, or allowed addresses and rate limits see the proxy instead of the partner.',
  },
  outboundProxy: {
    variable: 'OUTBOUND_PROXY',
    schema: webAddress,
    optional: true,
    expected: 'an http or https address of a proxy',
    text: 'Deliveries to partners go through this proxy. Empty: direct.',
    secret: true,
  },
  extraCaFile: {
    variable: 'EXTRA_CA_FILE',
    schema: text,
    optional: true,
    expected: 'the path of a PEM file',
    text: 'Further certificate authorities to trust in deliveries, beside the usual ones.',
  },
  allowPrivateAddresses: {
    variable: 'ALLOW_PRIVATE_ADDRESSES',
    schema: yesNo,
    default: 'no',
    expected: yesNoExpected,
    text: 'May deliveries reach private, loopback and link-local addresses? Only where partners live on the same network; `npm start` says yes for its demo receiver.',
  },
  smtpUrl: {
    variable: 'SMTP_URL',
    schema: z.url({ protocol: /^smtps?$/ }),
    optional: true,
    expected: 'an address such as smtp://user:password@mail.example.com:587, or smtps:// for TLS from the first byte',
    text: 'The mail server for notifications and mail to customers. Empty: no mail is sent, what would be told by mail waits.',
    secret: true,
  },
  smtpStartTls: {
    variable: 'SMTP_STARTTLS',
    schema: yesNo,
    default: 'yes',
    expected: yesNoExpected,
    text: 'Must an smtp:// server take STARTTLS? No only for a mail server on the same machine or network: user name, password and mail travel in the clear.',
  },
  mailFrom: {
    variable: 'MAIL_FROM',
    schema: z.email(),
    optional: true,
    expected: 'a mail address such as orders@example.com',
    text: 'The sender of mail, needed with SMTP_URL. The domain should allow the mail server (SPF, DKIM). Bounces come to it.',
  },
  secretKeys: {
    variable: 'ROUNDTRIP_SECRET_KEYS',
    schema: secretKeys,
    expected: 'a comma-separated list of keys of 32 bytes in base64',
    text: "Keys that seal and hash credentials. The first is used for new ones, all of them to read: put a new key in front to rotate. Without them no stored credential works; keep them apart from the database's backup. Make one with `openssl rand -base64 32`.",
    secret: true,
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    text: '`info` writes one line for each request and step; secrets and document bodies are in no level.',
  },
  environmentName: {
    variable: 'ENVIRONMENT_NAME',
    schema: z.enum(['demo', 'test', 'production']),
    default: 'production',
    expected: 'demo, test or production',
    text: 'The badge at the top of the console, so that nobody takes one installation for another. `npm start` says demo.',
  },
  consoleIdle: {
    variable: 'CONSOLE_IDLE',
    schema: duration,
    default: '30m',
    expected: durationExpected,
    text: 'Who does nothing in the console for so long is logged out.',
  },
  consoleLife: {
    variable: 'CONSOLE_LIFE',
    schema: duration,
    default: '12h',
    expected: durationExpected,
    text: 'A log-in to the console ends after so long whatever the person does.',
  },
  deliveryFirstRetry: {
    variable: 'DELIVERY_FIRST_RETRY',
    schema: duration,
    default: '10s',
    expected: durationExpected,
    text: "Pause after a delivery's first failed attempt; it doubles after each further one. When to give up is in the partner's agreement.",
  },
  deliveryLongestRetry: {
    variable: 'DELIVERY_LONGEST_RETRY',
    schema: duration,
    default: '1h',
    expected: durationExpected,
    text: 'The pause grows no longer than this. Longer spares a partner that is down, shorter is sooner back.',
  },
  sweepInterval: {
    variable: 'SWEEP_INTERVAL',
    schema: duration,
    default: '10s',
    expected: durationExpected,
    text: 'How often the worker looks for documents, decisions and deliveries whose workflow was not started or told, for example because Temporal was away.',
  },
  shutdownGrace: {
    variable: 'SHUTDOWN_GRACE',
    schema: duration,
    default: '20s',
    expected: durationExpected,
    text: 'After SIGTERM, requests and steps under way get this long to finish. Keep it below what your platform waits before it kills.',
  },
} as const satisfies Record<string, Setting>;
