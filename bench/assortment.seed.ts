import { Client } from 'pg';
import type { MikroORM } from '@mikro-orm/postgresql';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { rememberWords } from '../shop/searchWords.ts';
import { BUYER, CURRENCY, SELLER } from './articles.ts';

const CUSTOMER_ID = '00000000-0000-7000-8001-000000000001';
const PRICE_LIST_ID = '00000000-0000-7000-8002-000000000001';

/** Swedish compounds are made of a first and a last part: 2,000 kinds of articles, in a vocabulary as a large shop has it. */
const FIRST =
  'kulspets blyerts whiteboard överstryknings anteckning kopierings toalett slip mellanläggs skydds arbets vinter sommar läder ' +
  'nitril bomulls gummi plast stål trä glas koppar mässing aluminium vägg golv tak fönster dörr garage verkstads kontors köks bad ' +
  'tvätt disk fågel häst båt bil cykel släp last borr skruv spik mutter kabel ljus batteri';
const LAST =
  'penna papper handske väska låda hylla stol bord lampa kabel slang ventil pump filter remsa tejp lim färg borste pensel skruv ' +
  'mutter bricka mejsel nyckel tång hammare såg kniv sax mätare måttband vagn stege ställning skiva plåt rör profil beslag';
const COLOURS =
  'svart vit röd blå grön gul orange lila grå brun rosa turkos beige silver guld marinblå vinröd olivgrön ljusgrå mörkblå';
const MAKERS = 'Norrsken Björkö Ängsbo Havsund Fjällmark Stenhagen Åkerlund Sjövik Almdalen Granberg';

const pick = (list: string, index: string): string => {
  const words = list.split(' ');
  return `('{${words.join(',')}}'::text[])[1 + (${index}) % ${words.length}]`;
};
const ID = `('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
/** Spreads the articles of one kind over the whole table, as years of changes do. */
const SPREAD = '(i * 7919::bigint) % 1000003';
const KIND = `initcap(${pick(FIRST, `${SPREAD} / 40`)} || ${pick(LAST, SPREAD)})`;

/** A migrated database with so many articles of a shop that has everything, a price for each, and one customer. */
export async function seedAssortment(url: string, articles: number): Promise<void> {
  const orm = await openDatabase({ url });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await migrate(orm);
    await client.query(`
      insert into shop (id, name, organisation_number, address, contacts, time_zone, working_days, updated_at)
      values (1, '${SELLER.name}', '${SELLER.organisationNumber}', '{}', '[]', 'Europe/Stockholm', '{1,2,3,4,5}', now())`);
    await client.query(`
      insert into customer (id, number, name, active, contacts, created_at, updated_at)
      values ('${CUSTOMER_ID}', '${BUYER.customerNumber}', '${BUYER.name}', true, '[]', now(), now())`);
    await client.query(articlesSql, [articles]);
    await client.query(
      `insert into product_identifier (kind, value, product_id)
       select 'gtin', lpad('735' || lpad(i::text, 9, '0') || i % 10, 14, '0'), ${ID} from generate_series(0, $1::int - 1) i`,
      [articles],
    );
    await client.query(`
      insert into price_list (id, code, name, kind, currency, priority, valid_from, valid_to)
      values ('${PRICE_LIST_ID}', 'BAS', 'Baslista', 'base', '${CURRENCY}', 1, '-infinity', 'infinity')`);
    await client.query(
      `insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
       select '${PRICE_LIST_ID}', ${ID}, 'C62', 0, '-infinity', 'infinity', (500 + (i * 37::bigint) % 40000) / 100.0, 1
       from generate_series(0, $1::int - 1) i`,
      [articles],
    );
    await learnWords(orm);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
    await orm.close();
  }
}

const articlesSql = `
  insert into product (id, article_number, status, name, description, unit, stock, lead_time_days, classifications, labels, vat,
    manufacturer, manufacturer_number, pictures, category, keywords, created_at, updated_at)
  select ${ID}, 'ST-' || lpad(i::text, 7, '0'), 'active',
    jsonb_build_object('sv', ${KIND} || ' ' || ${pick(COLOURS, `${SPREAD} / 2000`)} || ' ' || ${SPREAD} % 97 || ' mm modell ' || i % 1000),
    jsonb_build_object('sv', 'Tålig ' || ${pick(LAST, 'i / 3')} || ' för ' || ${pick(FIRST, 'i / 7')} || 'arbete från '
      || ${pick(MAKERS, 'i')} || '. Levereras styckvis, med två års garanti.'),
    'C62', i % 500, 1 + i % 5, '[]', '{}', '[{"country":"SE","category":"S","rate":"25"}]', ${pick(MAKERS, 'i')}, 'MN' || i, '{}',
    'Avdelning ' || ${SPREAD} % 40, '{}', now(), now()
  from generate_series(0, $1::int - 1) i`;

/** In steps, as an import does it. */
async function learnWords(orm: MikroORM): Promise<void> {
  const em = orm.em.fork();
  const step = 20_000;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await em
      .getConnection()
      .execute<{ id: string }[]>('select id from product where id > ? order by id limit ?', [after, step]);
    await rememberWords(
      em,
      rows.map(({ id }) => id),
    );
    const last = rows.at(-1);
    if (!last || rows.length < step) return;
    after = last.id;
  }
}
