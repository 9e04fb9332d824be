import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { createPartner, findAtAddress, saveAgreement } from '../partners/partners.ts';
import { createSession } from '../sessions/sessions.ts';
import { readCustomer } from '../shop/customerRecords.ts';
import { BUYER, CURRENCY } from './articles.ts';
import { punchOut } from './buyer.ts';
import { seedShop } from './seed.ts';

const ARTICLES = 1_000;
const PARTNERS = 50;
const CUSTOMERS = 500;
/** One order in so many waits for a person, is new, is a test, has a price that is not ours, could not be delivered, and comes from a visit. */
const ONE_IN = { waiting: 1_000, new: 100, test: 200, deviating: 50, undelivered: 2_000, visit: 5 } as const;
/** Seconds between two orders. */
const PAUSE = 30;

/** SQL of an id of version 7 of a row: that of its order's receipt, one order every half minute until now. */
const id = (group: string): string => {
  const time = `lpad(to_hex((extract(epoch from now()) * 1000)::bigint - ($1::bigint - i) * ${PAUSE * 1_000}), 12, '0')`;
  return `(substr(${time}, 1, 8) || '-' || substr(${time}, 9) || '-7000-${group}-' || lpad(to_hex(i), 12, '0'))::uuid`;
};
const ORDER = id('8000');
const OUTBOUND = id('8001');
const VISIT = id('8002');
const AT = `now() - make_interval(secs => ($1::bigint - i) * ${PAUSE})`;
const PARTNER = `(select id from bench_partner where n = i % ${PARTNERS})`;
const EACH = 'from generate_series(1, $1::int) i';
const every = (n: number): string => `i % ${n} = ${n - 1}`;

/** So many orders of fifty partners and five hundred customers over the last months, with all that the lists of the console read. */
export async function seedConsole(url: string, orders: number): Promise<void> {
  const orm = await openDatabase({ url });
  await migrate(orm);
  await seedShop(url, ARTICLES);
  for (let n = 0; n < PARTNERS; n += 1) {
    const code = `p${n}`;
    const partnerId = await createPartner(orm.em.fork(), { name: `Köpare ${n} AB`, addresses: { production: code } });
    const settings = n === 0 ? { punchOut } : {};
    await saveAgreement(orm.em.fork(), { partnerId, mode: 'production', settings, by: 'bench' });
  }
  await seedVisit(orm);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table bench_partner on commit drop as
      select partner.id, substr(code, 2)::int as n from partner join partner_address on partner_id = partner.id`);
    await client.query(
      `insert into customer (id, number, name, active, contacts, created_at, updated_at)
       select gen_random_uuid(), 'B' || i, 'Kund ' || i || ' i Umeå', true, '[]', now(), now() from generate_series(1, $1::int) i`,
      [CUSTOMERS],
    );
    for (const statement of [...documents, ...visits]) await client.query(statement, [orders]);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
    await orm.close();
  }
}

/** The visit of a real login, after which the others are made. */
async function seedVisit(orm: MikroORM): Promise<void> {
  const em = orm.em.fork();
  const { agreement } = (await findAtAddress(em, 'p0'))!;
  const { id, number, name } = (await readCustomer(em, BUYER.customerNumber))!;
  await createSession(
    em,
    {
      partnerCode: 'p0',
      partnerName: 'Köpare 0 AB',
      agreement: agreement!,
      operation: 'create',
      customer: { id, number, name },
      language: 'sv',
      returnSpec: { protocol: 'oci', url: 'https://srm.buyer.example/hook', target: '_top', controls: [] },
      parameters: {},
    },
    new Date(),
  );
}

const status = `case when ${every(ONE_IN.waiting)} then 'Waiting' when ${every(ONE_IN.test)} then 'Tested' when ${every(ONE_IN.new)} then 'New' else 'Completed' end`;
const hash = `encode(sha256(i::text::bytea), 'hex')`;

const documents = [
  `insert into inbound_document (id, reference, partner_id, partner_code, mode, agreement_version, state, received_at, size, complete, sha256,
     content_type, headers, remote_address, format, number, buyer, content_hash, line_count, order_id, workflow_started_at, finished_at)
   select ${ORDER}, 'R' || i, ${PARTNER}, 'p', case when ${every(ONE_IN.test)} then 'test' else 'production' end, 1,
     case when ${every(ONE_IN.waiting)} then 'waiting' else 'placed' end, ${AT}, 3000, true, ${hash}, 'application/xml', '{}', '127.0.0.1',
     'peppol-28a-order', 'EXT-' || i, '[]', ${hash}, 2, ${ORDER}, ${AT}, ${AT} ${EACH}`,
  `insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, customer_id, header, external_number, currency,
     amount, buyers_reference, delivery_place, line_count, open_lines, reasons, created_at, updated_at)
   select ${ORDER}, ${status}, 'punchin', ${PARTNER}, ${ORDER}, 1, (select id from customer where number = 'B' || (1 + i % ${CUSTOMERS})),
     jsonb_build_object('number', 'EXT-' || i), 'EXT-' || i, '${CURRENCY}', 100 + (i * 7919::bigint) % 90000, 'Referens ' || i % 5000,
     'Godsmottagning ' || i % 40, 2, 0, '[]', ${AT}, ${AT} ${EACH}`,
  `insert into order_line (order_id, position, line_id, line, product_id, shop_quantity, comparison, reasons)
   select ${ORDER}, line, line::text, jsonb_build_object('id', line::text, 'quantity', '4', 'unit', 'C62'),
     (select id from product where article_number = 'BA-' || lpad(((i * 31::bigint + line) % ${ARTICLES})::text, 7, '0')), 4,
     case when line = 1 and ${every(ONE_IN.deviating)} then '{"band":{"action":"accept","direction":"above"}}'::jsonb end, '[]'
   from generate_series(1, $1::int) i, generate_series(1, 2) line`,
  `insert into outbound_document (id, partner_id, mode, agreement_version, inbound_document_id, order_id, format, number, response_code, message_id,
     content_type, size, sha256, state, created_at, attempts, finished_at)
   select ${OUTBOUND}, ${PARTNER}, 'production', 1, ${ORDER}, ${ORDER}, 'peppol-28a-order-response', 'SVAR-' || i, '29', 'm' || i,
     'application/xml', 3000, ${hash}, case when ${every(ONE_IN.undelivered)} then 'gaveUp' else 'delivered' end, ${AT}, 1, ${AT} ${EACH}`,
];

const COPIED = `partner_id, partner_code, mode, agreement_version, protocol, operation, customer_id, language, return_spec, parameters,
  idle_milliseconds, life_milliseconds, last_line`;
const visits = [
  `insert into punch_out_session (id, cart_code, state, created_at, expires_at, life_ends_at, returns, workflow_started_at, finished_at, ${COPIED})
   select ${VISIT}, 'C' || i, 'returned', ${AT}, ${AT}, ${AT}, 1, ${AT}, ${AT}, ${COPIED}
   from generate_series(1, $1::int) i, (select ${COPIED} from punch_out_session limit 1) first where ${every(ONE_IN.visit)}`,
];
