import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { postUpload } from '../../activities/catalogueUpload.ts';
import { findOutbound, writeOutbound } from '../../documents/outbound.ts';
import { findAgreement } from '../../partners/partners.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith } from '../kit/placed.ts';

let database: TestDatabase;
let partnerId: string;
const em = () => database.em();

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
  await saveShopProfile(em(), shopInput.parse(shop));
  partnerId = await partnerWith(em(), 'amal', { catalogue: { uploadRequest: true } });
});
afterAll(() => database.close());

/** Posts a document of a catalogue to a receiver that takes it. @returns what was posted */
async function upload(number: string): Promise<string> {
  const id = v7();
  const of = { partnerId, mode: 'production' as const, agreementVersion: 1 };
  const document = { id, ...of, format: 'catalogue-cxml-index' as const, number, state: 'ready' as const };
  await writeOutbound(em(), { ...document, contentType: 'text/xml; charset=UTF-8' }, () => ['<Index/>']);
  const { settings } = await findAgreement(em(), partnerId, 'production');
  const pieces: Buffer[] = [];
  const outcome = await postUpload(em(), {
    ...{ document: (await findOutbound(em(), id))!, settings, url: 'https://hub.example.com', secret: undefined },
    dtdVersion: undefined,
    async post({ body }) {
      for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece);
      return {
        kind: 'answered',
        status: 200,
        body: '<cXML><Response><Status code="201" text="OK"/></Response></cXML>',
      };
    },
  });
  expect(outcome).toMatchObject({ kind: 'answered' });
  await sql`update outbound_document set state = 'delivered' where id = ${id}`.execute(em().getKysely());
  return Buffer.concat(pieces).toString();
}

test('the documents of a split catalogue go into one: the first as new, the others add to it; each says which it is', async () => {
  const posted = [await upload('amal-2026-11-26-3dd31b-1of2'), await upload('amal-2026-11-26-3dd31b-2of2')];
  const said = posted.map((text) => ({
    operation: /operation="(\w+)"/.exec(text)?.[1],
    name: /<CatalogName[^>]*>([^<]*)/.exec(text)?.[1],
    description: /<Description[^>]*>([^<]*)/.exec(text)?.[1],
    file: /filename="?([^"\r\n]*)/.exec(text)?.[1],
  }));
  const of = (part: number) => `amal-2026-11-26-3dd31b-${part}of2`;
  expect(said).toEqual([
    { operation: 'new', name: 'Butiken amal', description: of(1), file: `${of(1)}.xml` },
    { operation: 'update', name: 'Butiken amal', description: of(2), file: `${of(2)}.xml` },
  ]);
});
