import { beforeAll, describe, expect, test } from 'vitest';
import { BUYER, DELIVERY_PLACE, SELLER } from '../../bench/articles.ts';
import { readChunks } from '../../documents/chunks.ts';
import { answersTo } from '../../documents/outbound.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { listAgreedPrices, removeAgreedPrice } from '../../shop/agreedPrices.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { cxmlOrder } from '../api/punchin/cxmlOrder.ts';
import { TestEngine, type TestPartner } from './engine.ts';
import { withOtherPrice } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

let serial = 0;
const nextNumber = (): string => `P-${(serial += 1)}`;
const answers = { acceptance: 'whenClean', changesAllowed: true } as const;

async function textOf(outboundDocumentId: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(house.database.em(), outboundDocumentId)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function factsOf(inboundDocumentId: string, code: string): Promise<unknown> {
  const rows = await readTimeline(house.database.em(), { inboundDocumentId });
  return rows.find((row) => row.code === code)?.facts;
}

test('a price that a person accepts until a day is accepted of the next order, and no longer', async () => {
  const partner = await house.partner({ answers });
  const send = async () => {
    const number = nextNumber();
    // The article follows from the number of the order.
    const text = withOtherPrice('P-SAME').replaceAll('P-SAME', number);
    return house.receive(partner, text, { number });
  };
  const held = await send();
  await house.reached(held, 'waiting');
  await house.decide(held, {
    kind: 'accept',
    lines: [{ position: 1, action: 'accept', rememberPriceUntil: '2099-12-31' }],
  });
  expect((await house.result(partner, held)).outcome).toBe('placed');

  const placed = await send();
  expect((await house.result(partner, placed)).outcome).toBe('placed');
  const [line] = await linesAfter(house.database.em(), placed, 0, 1);
  const agreed = { direction: 'below', until: '2099-12-31', by: 'operator: Anna' };
  expect(line).toMatchObject({ reasons: [], comparison: { deviation: '-0.5', band: { action: 'accept' }, agreed } });
  expect(await factsOf(placed, 'price.agreed')).toMatchObject({ line: '1', agreed });

  const [known] = await listAgreedPrices(house.database.em(), { partnerId: partner.id, limit: 5 });
  expect(await removeAgreedPrice(house.database.em(), partner.id, known!.id)).toBe(true);
  await house.reached(await send(), 'waiting');
});

describe('freight', () => {
  const from = { domain: 'SE:ORGNR', identity: BUYER.organisationNumber };
  const to = { domain: 'SE:ORGNR', identity: SELLER.organisationNumber };

  /** An order with freight, of one article at 10 SEK. */
  async function withFreight(partner: TestPartner, freight: string): Promise<string> {
    const number = nextNumber();
    const payloadId = `${number}@kund.example`;
    const xml = cxmlOrder({ from, to, number, payloadId, secret: '********', addressId: DELIVERY_PLACE.gln });
    const shipping = `<Shipping><Money currency="SEK">${freight}</Money><Description xml:lang="sv">Frakt</Description></Shipping>`;
    const identifier = ({ domain, identity }: typeof from) => ({ scheme: domain, id: identity });
    const envelope = { sender: identifier(from), receiver: identifier(to), instanceIdentifier: payloadId };
    const text = xml.replace('</BillTo>', `$&${shipping}`);
    return house.receive(partner, text, { number, envelope, format: 'cxml-order-request', buyer: [identifier(from)] });
  }

  const charges = [
    { kind: 'freight', upTo: { amount: '50' }, action: 'expected' },
    { kind: 'freight', upTo: { amount: '100' }, action: 'tolerated' },
  ] as const;
  // Our price of the article is another than 10 SEK: the answer has changed lines.
  const price = { line: { above: { beyond: 'ourPrice' }, below: { beyond: 'ourPrice' } } } as const;

  test('that is expected is accepted, kept with the order, and told in an answer with changes', async () => {
    const partner = await house.partner({ answers: { ...answers, language: 'sv' }, charges: [...charges], price });
    const id = await withFreight(partner, '49.00');
    expect((await house.result(partner, id)).outcome).toBe('placed');
    const order = await findOrder(house.database.em(), { id });
    expect(order?.reasons).toMatchObject([
      {
        ...{ code: 'ALLOWANCE_CHARGE_PRESENT', action: 'accept' },
        facts: { items: [{ of: 'freight', amount: '49.00', upTo: { sum: '50' } }] },
      },
    ]);
    const [answer] = await answersTo(house.database.em(), id);
    expect(answer).toMatchObject({ responseCode: '30' });
    expect(await textOf(answer!.id)).toContain('Ordern har en avgift på 49,00 SEK (Frakt), vilket är överenskommet.');
  });

  test('that is tolerated is told, and beyond that a person decides', async () => {
    const partner = await house.partner({ answers, charges: [...charges], price });
    const tolerated = await withFreight(partner, '100');
    expect((await house.result(partner, tolerated)).outcome).toBe('placed');
    expect(await factsOf(tolerated, 'order.deviationAccepted')).toMatchObject({
      reason: { code: 'ALLOWANCE_CHARGE_PRESENT', action: 'notify' },
    });
    await house.reached(await withFreight(partner, '100.01'), 'waiting');
  });
});
