import path from 'node:path';
import type { z } from 'zod';
import { settings, type Setting } from './configSettings.ts';

/** Several problems of the environment, one sentence each. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

type Settings = typeof settings;
type Required = 'databaseUrl' | 'secretKeys';
type Read<S extends Setting> = S extends { optional: true } ? z.output<S['schema']> | undefined : z.output<S['schema']>;

/** The configuration of one process. Durations are milliseconds. */
export type Config = Readonly<
  { [K in Exclude<keyof Settings, 'publicUrl' | 'exchangeDirectory' | 'temporalTls'>]: Read<Settings[K]> } & {
    publicUrl: string;
    exchangeDirectory: string;
    temporalTls: boolean;
  }
>;

/** Configuration before the embedded servers are up: what they will provide may be absent. */
export type LocalConfig = Omit<Config, Required> & Partial<Pick<Config, Required>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment of the `api`, `worker` and `migrate` processes. An empty variable counts as absent.
 * @throws ConfigurationError with one sentence for each variable that is missing or wrong.
 */
export function readConfig(env: Environment): Config {
  return read(env, false) as Config;
}

/** The same for `start` and `doctor`, which bring or inspect what DATABASE_URL and ROUNDTRIP_SECRET_KEYS would name. */
export function readLocalConfig(env: Environment): LocalConfig {
  return read(env, true);
}

function read(env: Environment, local: boolean): LocalConfig {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, setting] of Object.entries(settings) as [string, Setting][]) {
    const found = env[setting.variable] || setting.default;
    if (found === undefined) {
      if (!setting.optional && !local)
        problems.push(`${setting.variable} is missing; ${setting.expected} is expected.`);
      continue;
    }
    const parsed = setting.schema.safeParse(found);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(problem(setting, found));
  }
  if (env['SMTP_URL'] && !env['MAIL_FROM'])
    problems.push(`MAIL_FROM is missing; with SMTP_URL, ${settings.mailFrom.expected} is expected.`);
  problems.push(...oidcGaps(env));
  problems.push(...temporalContradictions(env, values['temporalTls'] === false));
  if (problems.length > 0) throw new ConfigurationError(problems);
  values['temporalTls'] ??= temporalTlsSettings.some((name) => values[name] !== undefined);
  values['publicUrl'] ??= `http://localhost:${String(values['port'])}`;
  values['exchangeDirectory'] ??= path.join(String(values['dataDirectory']), 'exchange');
  return Object.freeze(values) as LocalConfig;
}

const temporalTlsSettings = [
  'temporalApiKey',
  'temporalTlsCertFile',
  'temporalTlsKeyFile',
  'temporalTlsCaFile',
] as const;

/** What an identity provider needs beside its address. */
function oidcGaps(env: Environment): string[] {
  if (!env['OIDC_ISSUER']) return [];
  const missing = [settings.oidcClientId, settings.oidcClientSecret].filter(({ variable }) => !env[variable]);
  const lists = [settings.oidcAdministrators, settings.oidcOperators, settings.oidcReaders];
  return [
    ...missing.map(({ variable, expected }) => `${variable} is missing; with OIDC_ISSUER, ${expected} is expected.`),
    ...(lists.some(({ variable }) => env[variable])
      ? []
      : [
          'OIDC_ADMINISTRATORS is missing; with OIDC_ISSUER, values of OIDC_ROLE_CLAIM are expected, or nobody is let in.',
        ]),
  ];
}

/** Settings of the way to Temporal that only make sense together. */
function temporalContradictions(env: Environment, withoutTls: boolean): string[] {
  const given = temporalTlsSettings.map((name) => settings[name].variable).filter((variable) => env[variable]);
  const names = [...(env['TEMPORAL_TLS'] ? ['TEMPORAL_TLS'] : []), ...given].join(', ');
  const { TEMPORAL_TLS_CERT_FILE: cert, TEMPORAL_TLS_KEY_FILE: key } = env;
  return [
    names && !env['TEMPORAL_ADDRESS'] && `TEMPORAL_ADDRESS is missing; the cluster that ${names} is for is expected.`,
    given.length > 0 && withoutTls && `TEMPORAL_TLS is no, but ${given.join(', ')} is for TLS; yes is expected.`,
    cert &&
      !key &&
      'TEMPORAL_TLS_KEY_FILE is missing; the key of the certificate in TEMPORAL_TLS_CERT_FILE is expected.',
    key &&
      !cert &&
      'TEMPORAL_TLS_CERT_FILE is missing; the certificate of the key in TEMPORAL_TLS_KEY_FILE is expected.',
  ].filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
}

function problem(setting: Setting, found: string): string {
  const value = setting.secret ? 'has a value that cannot be used' : `is ${JSON.stringify(found)}`;
  return `${setting.variable} ${value}; ${setting.expected} is expected.`;
}
