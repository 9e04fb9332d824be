import type { MikroORM } from '@mikro-orm/postgresql';
import { pendingMigrations } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { balanceBooks } from '../../documents/books.ts';
import type { Config } from '../../platform/config.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { clock, expiry, guarded, ok, problem, warning, type Finding } from './finding.ts';

/** The database, its schema, the keys that its secrets need, the books, and waivers that end. */
export function checkDatabase(config: Config): Promise<Finding[]> {
  const todo = 'Is PostgreSQL running, and is DATABASE_URL right?';
  return guarded('database', todo, async () => {
    const orm = await openDatabase({ url: config.databaseUrl, poolMax: 3, applicationName: 'roundtrip-doctor' });
    try {
      const server = await checkServer(orm);
      const schema = await checkSchema(orm);
      if (schema.level === 'problem') return [...server, schema];
      return [
        ...server,
        schema,
        await checkSecretKeys(orm, config),
        await checkBooks(orm),
        await checkNotices(orm, config),
        ...(await checkWaivers(orm)),
      ];
    } finally {
      await orm.close();
    }
  });
}

async function checkServer(orm: MikroORM): Promise<Finding[]> {
  const [row] = await orm.em
    .fork()
    .execute<{ version: string; encoding: string; now: Date }[]>(
      "select current_setting('server_version') as version, current_setting('server_encoding') as encoding, now() as now",
    );
  const { version, encoding, now } = row!;
  return [
    encoding === 'UTF8'
      ? ok('database', `PostgreSQL ${version}`)
      : problem('database', `its encoding is ${encoding}`, 'Create the database with encoding UTF8.'),
    clock('clock', 'the database', new Date(now)),
  ];
}

async function checkSchema(orm: MikroORM): Promise<Finding> {
  const pending = await pendingMigrations(orm);
  if (pending.length === 0) return ok('schema', 'is up to date');
  return problem(
    'schema',
    `${pending.length} migrations are pending`,
    'Run: npx roundtrip migrate (npm start does it itself).',
  );
}

async function checkSecretKeys(orm: MikroORM, config: Config): Promise<Finding> {
  const keyRing = new KeyRing(config.secretKeys);
  const rows = await orm.em.fork().execute<{ key_id: string; n: number }[]>(
    `select key_id, count(*)::int as n from (
         select key_id from partner_credential where revoked_at is null
         union all select key_id from subscription_secret where revoked_at is null
         union all select key_id from shop_connection where key_id is not null
         union all select key_id from api_key where revoked_at is null) as secrets group by key_id`,
  );
  const lost = rows.filter((row) => !keyRing.knows(row.key_id)).reduce((sum, row) => sum + row.n, 0);
  if (lost === 0) return ok('secret keys', 'open all stored credentials');
  return problem(
    'secret keys',
    `${lost} stored credentials were made with a key that is not in ROUNDTRIP_SECRET_KEYS`,
    'Add the former key behind the current one, or give out those credentials anew.',
  );
}

/** Somebody is to be told by mail, and cannot; or a receiver refused. */
async function checkNotices(orm: MikroORM, { smtpUrl }: Config): Promise<Finding> {
  const [row] = await orm.em.fork().execute<{ waiting: number; stopped: number }[]>(
    `select (select count(*) from notice where state in ('planned', 'ready') and channel = 'mail')::int
        + (select count(*) from notice_event event join subscription on subscription.id = event.subscription_id
            where event.notice_id is null and subscription.active and subscription.recipient <> 'webhook')::int as waiting,
      (select count(*) from subscription where stopped_because is not null)::int as stopped`,
  );
  const { waiting, stopped } = row!;
  if (stopped > 0) {
    const todo = 'See stoppedBecause in GET /api/v1/subscriptions, then set active again.';
    return warning('notices', `${stopped} subscriptions were stopped: their receivers refuse messages`, todo);
  }
  if (smtpUrl !== undefined || waiting === 0) return ok('notices', `${waiting} wait to be told by mail`);
  return warning(
    'notices',
    `${waiting} wait to be told by mail, and no mail server is configured`,
    'Set SMTP_URL and MAIL_FROM.',
  );
}

async function checkBooks(orm: MikroORM): Promise<Finding> {
  const { balanced, problems, ...counts } = await balanceBooks(orm.em.fork());
  const line = Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  if (balanced) return ok('books', line);
  const first = problems.slice(0, 3).map((found) => `${found.documentId ?? found.orderId}: ${found.problem}`);
  return problem(
    'books',
    ['do not balance', line, ...first].join('; '),
    'This is a bug: keep the database and report it.',
  );
}

async function checkWaivers(orm: MikroORM): Promise<Finding[]> {
  const rows = await orm.em.fork().execute<{ name: string; rule: string; until: string }[]>(
    `select p.name, waiver ->> 'rule' as rule, waiver ->> 'until' as until
       from (select distinct on (partner_id, mode) * from partner_agreement order by partner_id, mode, version desc) a
       join partner p on p.id = a.partner_id
       cross join lateral jsonb_array_elements(a.settings -> 'rules' -> 'waivers') as waiver`,
  );
  return rows
    .map((row) =>
      expiry(
        'waivers',
        `${row.rule} for ${row.name}`,
        new Date(`${row.until}T23:59:59Z`),
        'Renew it in the agreement, or let it go.',
      ),
    )
    .filter(({ level }) => level !== 'ok');
}
