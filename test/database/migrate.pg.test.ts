import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { migrate } from '../../database/migrate.ts';
import { migrations } from '../../database/migrations/all.ts';
import { openDatabase } from '../../database/open.ts';

const admin = inject('postgresUrl');
const name = `test_migrate_${randomBytes(4).toString('hex')}`;
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(sql);
  await client.end();
}

afterAll(() => onServer(`drop database if exists ${name} with (force)`));

describe('migrations', () => {
  it('run once when two processes start together, and agree with the entities', async () => {
    await onServer(`create database ${name}`);
    const [one, two] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
    const ran = await Promise.all([migrate(one), migrate(two)]);

    expect(ran.flat()).toEqual(migrations.map(({ name: each }) => each));
    expect(await migrate(one)).toEqual([]);
    expect(await one.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    await Promise.all([one.close(), two.close()]);
  });
});
