import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { entities } from './entities.ts';
import { PreparedClient } from './preparedClient.ts';

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Most connections at a time; migrations need two. */
  readonly poolMax?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** Milliseconds to wait for a connection before the store counts as unavailable. */
  readonly connectTimeout?: number;
}

export function databaseConfig({
  url,
  poolMax = 10,
  applicationName = 'roundtrip',
  connectTimeout = 5_000,
}: DatabaseOptions): Options {
  return {
    clientUrl: url,
    entities,
    pool: { min: 0, max: poolMax },
    // Without the bound a request would wait for ever for a connection while PostgreSQL is away.
    driverOptions: {
      Client: PreparedClient,
      application_name: applicationName,
      connectionTimeoutMillis: connectTimeout,
    },
    // Functions and triggers are made by migrations only: an entity cannot say that a function is immutable, or that a trigger takes
    // all rows of a statement.
    schemaGenerator: { ignoreRoutines: true, ignoreTriggers: true },
    debug: false,
  };
}

/** Opens the one database. The connection is lazy: an absent server shows at the first statement, as StoreUnavailable. */
export function openDatabase(options: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init(databaseConfig(options));
}
