import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfig, readLocalConfig } from '../../platform/config.ts';
import { settings } from '../../platform/configSettings.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const enough = { DATABASE_URL: 'postgres://u:hush@db:5432/shop', ROUNDTRIP_SECRET_KEYS: key };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  test('fills in the defaults', () => {
    expect(readConfig(enough)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      temporalAddress: '127.0.0.1:7233',
      trustedProxies: [],
      allowPrivateAddresses: false,
      deliveryFirstRetry: 10_000,
      deliveryLongestRetry: 3_600_000,
    });
  });

  test('reads what is set', () => {
    const config = readConfig({
      ...enough,
      PORT: '8080',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      ROUNDTRIP_SECRET_KEYS: `${key},${Buffer.alloc(32, 8).toString('base64')}`,
      SWEEP_INTERVAL: '250ms',
      PUBLIC_URL: 'https://orders.example.com/',
    });
    expect(config.port).toBe(8080);
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    expect(config.secretKeys.map((bytes) => bytes[0])).toEqual([7, 8]);
    expect(config.sweepInterval).toBe(250);
    expect(config.publicUrl).toBe('https://orders.example.com');
  });

  test('an empty variable counts as absent', () => {
    expect(readConfig({ ...enough, PORT: '' }).port).toBe(3000);
    expect(problemsOf({ ...enough, DATABASE_URL: '' })).toEqual([
      'DATABASE_URL is missing; an address such as postgres://user:password@host:5432/database is expected.',
    ]);
  });

  test('names variable, value and expectation, all problems at once', () => {
    expect(problemsOf({ ...enough, PORT: '70000', SWEEP_INTERVAL: '10' })).toEqual([
      'PORT is "70000"; a port number from 0 to 65535 (0 takes any free one) is expected.',
      'SWEEP_INTERVAL is "10"; a duration such as 500ms, 10s, 5m, 2h or 30d is expected.',
    ]);
  });

  test('never shows a secret', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://root:hush@db/x', ROUNDTRIP_SECRET_KEYS: 'c2hvcnQ=' });
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).not.toMatch(/hush|c2hvcnQ/);
  });

  test('the way to Temporal is by TLS where anything of TLS is set', () => {
    const cloud = { ...enough, TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_API_KEY: 'hush' };
    expect(readConfig(enough).temporalTls).toBe(false);
    expect(readConfig({ ...cloud, TEMPORAL_API_KEY: '', TEMPORAL_TLS: 'yes' }).temporalTls).toBe(true);
    expect(readConfig(cloud).temporalTls).toBe(true);
  });

  test.each([
    [{ TEMPORAL_TLS: 'yes' }, ['TEMPORAL_ADDRESS is missing; the cluster that TEMPORAL_TLS is for is expected.']],
    [
      { TEMPORAL_ADDRESS: 'cloud:7233', TEMPORAL_TLS: 'no', TEMPORAL_API_KEY: 'hush' },
      ['TEMPORAL_TLS is no, but TEMPORAL_API_KEY is for TLS; yes is expected.'],
    ],
    [
      { TEMPORAL_ADDRESS: 'own:7233', TEMPORAL_TLS_CERT_FILE: 'client.pem' },
      ['TEMPORAL_TLS_KEY_FILE is missing; the key of the certificate in TEMPORAL_TLS_CERT_FILE is expected.'],
    ],
    [
      { TEMPORAL_ADDRESS: 'own:7233', TEMPORAL_TLS_KEY_FILE: 'client.key' },
      ['TEMPORAL_TLS_CERT_FILE is missing; the certificate of the key in TEMPORAL_TLS_KEY_FILE is expected.'],
    ],
  ])('what only makes sense together is asked for together: %j', (env, problems) => {
    expect(problemsOf({ ...enough, ...env })).toEqual(problems);
  });

  test('start and doctor need no database yet', () => {
    expect(readLocalConfig({}).databaseUrl).toBeUndefined();
    expect(() => readLocalConfig({ PORT: 'x' })).toThrow('PORT is "x"');
  });
});

test('docs/configuration.md is made from the same settings (update: vitest -u)', async () => {
  const path = new URL('../../docs/configuration.md', import.meta.url).pathname;
  const options = await resolveConfig(path);
  await expect(await format(await page(path), { ...options, parser: 'markdown' })).toMatchFileSnapshot(path);
});

/** The page with the table between its two marks made anew. */
async function page(path: string): Promise<string> {
  const [before = '', rest = ''] = (await readFile(path, 'utf8')).split('<!-- settings -->\n');
  const [, after = ''] = rest.split('<!-- end of settings -->\n');
  const rows = Object.values(settings).map((setting) => {
    const preset = 'default' in setting ? (setting.default === '' ? 'empty' : `\`${setting.default}\``) : '';
    return `| \`${setting.variable}\` | ${preset || ('optional' in setting ? 'empty' : '**required**')} | ${setting.text} Expected: ${setting.expected}. |`;
  });
  const table = ['| variable | default | what it does, how to choose |', '| --- | --- | --- |', ...rows].join('\n');
  return `${before}<!-- settings -->\n\n${table}\n\n<!-- end of settings -->\n${after}`;
}
