import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { compareReleases, type ComparedDocument } from '../../documents/ruleComparison.ts';
import { receiveDocument } from '../../documents/inbound.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { createPartner } from '../../partners/partners.ts';
import { bis3Fixture } from '../formats/ubl/rules/kit/bis3.documents.ts';
import { write } from '../formats/ubl/rules/kit/document.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let partnerId: string;
let otherId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  partnerId = await createPartner(database.em(), { name: 'Umeå kommun', addresses: { production: 'umea' } });
  otherId = await createPartner(database.em(), { name: 'Övriga', addresses: { production: 'ovriga' } });
  return database.close;
});

const order = Buffer.from(write(bis3Fixture('order3'))).toString('utf8');

async function receive(number: string, text: string, partner: string, format: FormatId = 'peppol-3-order') {
  const bytes = Buffer.from(text);
  const arrived = {
    id: v7(),
    reference: `REF-${number}`,
    partnerId: partner,
    partnerCode: 'umea',
    partnerName: 'Umeå kommun',
    mode: 'production' as const,
    agreementVersion: 1,
    receivedAt: new Date(),
    size: bytes.length,
    complete: true,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: 'application/xml',
    headers: {},
    remoteAddress: '192.0.2.1',
    buyer: [],
    format,
    number,
  };
  await receiveDocument(database.em(), arrived, bytes);
}

async function compared(partner?: string): Promise<ComparedDocument[]> {
  const since = new Date(Date.now() - 3_600_000);
  const asked = { from: '2025.11', to: '2026.5', since, partnerId: partner } as const;
  const all: ComparedDocument[] = [];
  for await (const document of compareReleases(database.em(), asked)) all.push(document);
  return all;
}

test('two releases are compared on the stored documents of BIS 3, of one partner or of all', async () => {
  await receive('4711', order, partnerId);
  await receive('4712', order.replaceAll(/currencyID="[A-Z]{3}"/g, 'currencyID="BGN"'), partnerId);
  await receive('4713', '<Order/>', partnerId, 'peppol-28a-order');
  await receive('4714', order.replace('<', '<!-- annan -->\n<'), otherId);
  const found = await compared(partnerId);
  expect(found.map(({ number }) => number)).toEqual(['4711', '4712']);
  // A line that names the line of a quotation came with 2026.5, and the lev left the currencies: Bulgaria has the euro.
  const newPlace = ['PEPPOL-T01-B23702'];
  expect(found[0]).toMatchObject({ valid: { from: false, to: true }, only: { from: newPlace, to: [] } });
  expect(found[1]).toMatchObject({ valid: { from: false, to: false }, only: { from: newPlace } });
  expect(found[1]!.only.to).toContain('PEPPOL-T01-B20802');
  expect(await compared()).toHaveLength(3);
});
