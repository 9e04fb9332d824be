import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingSearchAttributes } from '../../platform/engineNamespace.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { testTemporal } from './temporal.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

let connection: Connection | undefined;
afterAll(() => connection?.close());

test('a test database is migrated and its own', async () => {
  const rows = await database
    .em()
    .execute("select table_name from information_schema.tables where table_schema = 'public'");
  expect(rows.length).toBeGreaterThan(5);
  const other = await createTestDatabase();
  expect(other.url).not.toBe(database.url);
  await other.close();
});

test('a test namespace has retention and search attributes', async () => {
  const { address, namespace } = await testTemporal();
  connection = await Connection.connect({ address });
  expect(await missingSearchAttributes(connection, namespace)).toEqual([]);
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
});
