import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { isStoreUnavailable, mapDatabaseError, violatedConstraint } from '../../database/errors.ts';
import { openDatabase } from '../../database/open.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

async function failure(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
}

describe('errors of the driver', () => {
  it('tell a server that is not there', async () => {
    const orm = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const error = await failure(() => sql`select 1`.execute(orm.em.fork().getKysely()));
    const viaMikroOrm = await failure(() => orm.em.fork().execute('select 1'));
    await orm.close();
    expect(mapDatabaseError(error)).toMatchObject({ name: 'RoundtripError', type: 'StoreUnavailable' });
    expect(isStoreUnavailable(viaMikroOrm)).toBe(true);
  });

  it('tell a connection that was cut in the middle', async () => {
    const orm = await openDatabase({ url: database.url });
    const em = orm.em.fork();
    const error = await failure(() => sql`select pg_terminate_backend(pg_backend_pid())`.execute(em.getKysely()));
    await orm.close();
    expect(mapDatabaseError(error)).toBeInstanceOf(RoundtripError);
  });

  it('tell a serialization failure, and leave a mistake of ours what it is', async () => {
    const em = database.em();
    const serialization = await failure(() =>
      sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$`.execute(em.getKysely()),
    );
    const mistake = await failure(() => sql`select nothing`.execute(em.getKysely()));
    expect(isStoreUnavailable(serialization)).toBe(true);
    expect(mapDatabaseError(mistake)).toBe(mistake);
  });

  it('name the unique constraint that was violated', async () => {
    const em = database.em();
    const insert = (id: string) =>
      sql`insert into customer (id, number, name, active, contacts, created_at, updated_at)
        values (${id}::uuid, 'K1', 'A', true, '[]', now(), now())`.execute(em.getKysely());
    await insert('01890000-0000-7000-8000-000000000001');
    const error = await failure(() => insert('01890000-0000-7000-8000-000000000002'));
    expect(violatedConstraint(error)).toBe('customer_number_unique');
    expect(violatedConstraint(new Error('other'))).toBeUndefined();
  });
});
