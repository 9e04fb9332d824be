import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { addIncoming, cxmlUser } from '../partners/credentials.ts';
import { createPartner, findAtAddress, saveAgreement } from '../partners/partners.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { addressKey } from '../shop/identity.ts';
import { BUYER, CURRENCY, DELIVERY_PLACE, SELLER } from './articles.ts';
import { CXML_BUYER, CXML_SECRET, CXML_SUPPLIER } from './orders/cxml.ts';
import { benchFormats } from './orders/spec.ts';

export const PARTNER_CODE = 'bench';
export const PARTNER_SECRET = 'not a secret: the benchmark makes and drops its own database';

/** SQL of an id made from a kind of row and its number: version 7 with its time at zero, in order like real ones. */
const id = (kind: 'product' | 'order' | 'inbound' | 'outbound', number: string): string => {
  const group = { product: '8000', order: '8003', inbound: '8004', outbound: '8005' }[kind];
  return `('00000000-0000-7000-${group}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
};
const CUSTOMER_ID = '00000000-0000-7000-8001-000000000001';
const PRICE_LIST_ID = '00000000-0000-7000-8002-000000000001';

/** The shop, its one customer with a delivery place, and so many articles with a price each, set-based. */
export async function seedShop(url: string, articles: number): Promise<void> {
  await inOneTransaction(url, async (client) => {
    await client.query(
      `insert into shop (id, name, organisation_number, gln, address, contacts, time_zone, working_days, updated_at)
       values (1, $1, $2, $3, '{}', '[]', 'Europe/Stockholm', '{1,2,3,4,5}', now())`,
      [SELLER.name, SELLER.organisationNumber, SELLER.gln],
    );
    await client.query(
      `insert into customer (id, number, name, active, contacts, created_at, updated_at)
       values ($1, $2, $3, true, '[]', now(), now())`,
      [CUSTOMER_ID, BUYER.customerNumber, BUYER.name],
    );
    await client.query(
      `insert into customer_identity (customer_id, kind, scheme, value)
       values ($1, 'organisationNumber', '0007', $2), ($1, 'gln', '0088', $3), ($1, 'duns', '0060', $4)`,
      [CUSTOMER_ID, BUYER.organisationNumber, BUYER.gln, CXML_BUYER.identity],
    );
    await client.query(
      `insert into customer_address (id, customer_id, kind, gln, name, street_name, city_name, postal_zone, country, match_key)
       values ($1, $1, 'delivery', $2, $3, $4, $5, $6, $7, $8)`,
      [
        CUSTOMER_ID,
        DELIVERY_PLACE.gln,
        DELIVERY_PLACE.name,
        DELIVERY_PLACE.streetName,
        DELIVERY_PLACE.cityName,
        DELIVERY_PLACE.postalZone,
        DELIVERY_PLACE.country,
        addressKey(DELIVERY_PLACE),
      ],
    );
    await seedArticles(client, articles);
  });
}

async function seedArticles(client: Client, articles: number): Promise<void> {
  await client.query(
    `insert into product (id, article_number, status, name, description, unit, classifications, labels, vat, pictures, keywords,
       created_at, updated_at)
     select ${id('product', 'i')}, 'BA-' || lpad(i::text, 7, '0'), 'active', jsonb_build_object('sv', 'Kontorsartikel ' || i), '{}', 'C62',
       '[]', '{}', '[{"country":"SE","category":"S","rate":"25"}]', '{}', '{}', now(), now()
     from generate_series(0, $1::int - 1) i`,
    [articles],
  );
  // The GS1 check digit of '735' and nine digits, as in articles.ts.
  await client.query(
    `insert into product_identifier (kind, value, product_id)
     select 'gtin', '0' || digits || (10 - (select sum(substr(digits, 13 - p, 1)::int * case when p % 2 = 1 then 3 else 1 end)
         from generate_series(1, 12) p) % 10) % 10, ${id('product', 'i')}
     from generate_series(0, $1::int - 1) i, lateral (select '735' || lpad(i::text, 9, '0') as digits) d`,
    [articles],
  );
  await client.query(
    `insert into price_list (id, code, name, kind, currency, priority, valid_from, valid_to)
     values ($1, 'BAS', 'Baslista', 'base', $2, 1, '-infinity', 'infinity')`,
    [PRICE_LIST_ID, CURRENCY],
  );
  await client.query(
    `insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
     select $1, ${id('product', 'i')}, 'C62', 0, '-infinity', 'infinity', (500 + (i * 37::bigint) % 40000) / 100.0, 1
     from generate_series(0, $2::int - 1) i`,
    [PRICE_LIST_ID, articles],
  );
}

/** The partner `bench`, who shows a user and a secret. @returns its id */
export async function seedPartner(orm: MikroORM, keyRing: KeyRing): Promise<string> {
  const em = orm.em.fork();
  const partnerId = await seedCaller(orm, keyRing, PARTNER_CODE);
  await addIncoming(em, keyRing, {
    partnerId,
    mode: 'production',
    name: 'cXML',
    kind: 'cxml',
    user: cxmlUser(CXML_BUYER),
    secret: CXML_SECRET,
    by: 'bench',
  });
  return partnerId;
}

/** A partner with an address, whose user is the address's code. @returns its id */
export async function seedCaller(orm: MikroORM, keyRing: KeyRing, code: string): Promise<string> {
  const em = orm.em.fork();
  const partnerId = await createPartner(em, { name: code, addresses: { production: code } });
  await addIncoming(em, keyRing, {
    partnerId,
    mode: 'production',
    name: 'inköpssystem',
    kind: 'basic',
    user: code,
    secret: PARTNER_SECRET,
    by: 'bench',
  });
  return partnerId;
}

/** The id of the partner in a database that has one. */
export async function benchPartner(orm: MikroORM): Promise<string> {
  const partner = await findAtAddress(orm.em.fork(), PARTNER_CODE);
  if (!partner) throw new Error('the database has no bench partner');
  return partner.id;
}

/** A new version of the partner's agreement: answers at once when clean, to a receiver that has another port each time. */
export async function agree(
  orm: MikroORM,
  partnerId: string,
  receiverUrl: string,
  { timeoutSeconds = 30, pickups = [] }: { timeoutSeconds?: number; pickups?: readonly object[] } = {},
): Promise<void> {
  await saveAgreement(orm.em.fork(), {
    partnerId,
    mode: 'production',
    by: 'bench',
    settings: {
      formats: [...benchFormats],
      cxml: { from: [CXML_BUYER], to: [CXML_SUPPLIER] },
      customers: [BUYER.customerNumber],
      answers: { acceptance: 'whenClean' },
      orderResponses: { url: receiverUrl, timeoutSeconds },
      limits: { requestsPerMinute: 100_000 },
      pickups,
    },
  });
}

const LINES_OF_OLD_ORDERS = 5;

/**
 * So many finished orders with everything that handling one leaves behind, as small as each table allows (a chunk of document bytes is
 * a few bytes here: chunks are only ever found by their document).
 */
export async function seedOrders(url: string, partnerId: string, orders: number, articles: number): Promise<void> {
  await inOneTransaction(url, async (client) => {
    const each = (sql: string): Promise<unknown> => client.query(sql, [partnerId, orders]);
    const from = 'from generate_series(1, $2::int) i';
    const order = id('order', 'i');
    const inbound = id('inbound', 'i');
    const outbound = id('outbound', 'i');
    const hash = "encode(sha256(i::text::bytea), 'hex')";
    const at = 'now() - make_interval(secs => $2::int - i)';
    await each(`insert into inbound_document (id, reference, partner_id, partner_code, mode, agreement_version, state, received_at, size, complete,
        sha256, content_type, headers, remote_address, format, number, buyer, content_hash, line_count, order_id, workflow_started_at,
        finished_at)
      select ${inbound}, 'OLD' || i, $1, '${PARTNER_CODE}', 'production', 1, 'placed', ${at}, length('old'), true, ${hash}, 'application/xml',
        '{}', '127.0.0.1', 'peppol-28a-order', 'OLD-' || i, '[]', ${hash}, ${LINES_OF_OLD_ORDERS}, ${order}, ${at}, ${at}
      ${from}`);
    await each(`insert into document_chunk (document_id, seq, bytes)
      select ${inbound}, 0, 'old'::bytea from generate_series(1, $2::int) i where $1::uuid is not null
      union all select ${outbound}, 0, 'old'::bytea ${from}`);
    await each(`insert into document_key (kind, partner_id, mode, key, document_id, content_hash)
      select 'order', $1, 'production', json_build_array('0007:${BUYER.organisationNumber}', 'order', 'OLD-' || i)::text,
        ${inbound}, ${hash} ${from}`);
    await each(`insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, customer_id, header,
        external_number, currency, issue_date, amount, line_count, open_lines, reasons, response_code, created_at, updated_at)
      select ${order}, 'Completed', 'punchin', $1, ${inbound}, 1, '${CUSTOMER_ID}',
        jsonb_build_object('number', 'OLD-' || i), 'OLD-' || i, '${CURRENCY}', current_date, 1000, ${LINES_OF_OLD_ORDERS}, 0, '[]', '29',
        ${at}, ${at} ${from}`);
    await client.query(
      `insert into order_line (order_id, position, line_id, line, product_id, shop_quantity, reasons)
       select ${order}, p, p::text, jsonb_build_object('id', p::text, 'quantity', '4', 'unit', 'C62',
         'item', jsonb_build_object('name', 'Kontorsartikel')), ${id('product', '((i * 31 + p) % $3::int)')}, 4, '[]'
       from generate_series(1, $1::int) i, generate_series(1, $2::int) p`,
      [orders, LINES_OF_OLD_ORDERS, articles],
    );
    await each(`insert into outbound_document (id, partner_id, mode, agreement_version, inbound_document_id, order_id, format, number,
        response_code, message_id, content_type, size, sha256, state, created_at, attempts, finished_at)
      select ${outbound}, $1, 'production', 1, ${inbound}, ${order},
        'peppol-28a-order-response', 'OLD-' || i, '29', 'old-' || i, 'application/xml', 3000, ${hash}, 'delivered', ${at}, 1, ${at} ${from}`);
    await each(`insert into delivery_attempt (document_id, number, started_at, milliseconds, outcome, http_status)
      select ${outbound}, 1, ${at}, 20, 'delivered', 200 ${from} where $1::uuid is not null`);
    await each(`insert into timeline_entry (id, at, code, facts, actor, inbound_document_id, outbound_document_id, order_id)
      select gen_random_uuid(), ${at}, code, '{}', 'roundtrip', ${inbound},
        case when code like 'delivery.%' then ${outbound} end,
        case when code <> 'document.received' then ${order} end
      from generate_series(1, $2::int) i,
        unnest('{document.received,document.read,customer.found,lines.matched,prices.checked,order.placed,answer.written,delivery.delivered}'::text[]) code
      where $1::uuid is not null`);
  });
}

async function inOneTransaction(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
