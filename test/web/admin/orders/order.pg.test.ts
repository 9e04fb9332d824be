import { beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../../documents/audit.entity.ts';
import { decideOrder, decisionsOf } from '../../../../documents/decide.ts';
import { markApplied } from '../../../../documents/decisions.ts';
import { applyDecision } from '../../../../shop/orderDecision.ts';
import { findOrder } from '../../../../shop/orderQueries.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { placed, received } from '../../../kit/placed.ts';
import { orderHeader } from '../../../shop/fixtures.ts';
import { orderLine } from '../../../shop/lines.ts';
import { findChangedOrder } from '../../../../shop/changedOrder.ts';
import { insertOrder } from '../../../../shop/orders.ts';
import { addVersion, carryOutChange } from '../../../../shop/orderVersions.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import { demoOrders, type DemoOrders } from './fixtures.ts';

let house: Console;
let demo: DemoOrders;
let operator: ConsoleClient;
let customerId = '';

beforeAll(async () => {
  house = await startConsole(undefined, { temporalUi: 'https://temporal.example.com' });
  demo = await demoOrders(em());
  customerId = (await readCustomer(em(), 'K1001'))!.id;
  operator = await house.signIn('operator');
  return house.api.close;
});

const em = () => house.api.database.em();
const seenOf = async (id: string): Promise<string> => (await findOrder(em(), { id }))!.updatedAt;
const decisions = async (id: string) => (await decisionsOf(em(), id)).map(({ kind, content }) => ({ kind, content }));

/** Another order that waits: a price that deviates. */
async function deviating(): Promise<string> {
  const price = { amount: '105.00', currency: 'SEK' };
  const line = orderLine({
    position: 1,
    id: '10',
    quantity: '12',
    item: { sellersId: 'HA-01', name: 'Häftapparat' },
    price,
  });
  return placed(em(), { partnerId: demo.partnerId, customerId, status: 'Waiting', lines: [line] });
}

const decide = async (id: string, fields: Record<string, string>) =>
  operator.post(`/orders/${id}/decide`, { seen: await seenOf(id), line: '1', decide: 'lines', ...fields });

describe("an order's page", () => {
  it('says first what needs a person, then lines with our price and the deviation, then what happened', async () => {
    const { status, html } = await operator.get(`/orders/${demo.held}`);

    expect(status).toBe(200);
    expect(html.indexOf('What needs you')).toBeLessThan(html.indexOf('<h2 id="lines">'));
    expect(html).toContain('Line 10: price 105.00 SEK, price of the day 78.32 SEK, 34.1 % above');
    expect(html).toContain('href="/errors/PRICE_DEVIATION"');
    expect(html).toContain('customer&#39;s list AVTAL-K1001');
    expect(html).toContain('26.68 SEK (34.07 %) above: beyond what the agreement accepts');
    expect(html).toContain('Waiting for a decision, to be made by');
    expect(html).toContain(`/admin/documents/in/${demo.held}`);
    expect(html).toContain(`/admin/partners/${demo.partnerId}/agreements/production/1`);
    expect(html).toContain(
      `https://temporal.example.com/namespaces/roundtrip/workflows/punchin%3Apartner%3A${demo.held}`,
    );
  });

  it('speaks Swedish', async () => {
    const { html } = await (await house.signIn('reader', 'sv')).get(`/orders/${demo.held}`);
    expect(html).toContain('Rad 10: pris 105,00 SEK, dagspris 78,32 SEK, 34,1 % över');
    expect(html).toContain('Detta händer härnäst:');
  });

  it('turns the pages of a long order', async () => {
    const first = await operator.get(`/orders/${demo.long}`);
    const next = /href="[^"]*(\?after=50)#lines"/.exec(first.html)![1]!;
    const second = await operator.get(`/orders/${demo.long}${next}`);

    expect(first.html).toContain('Kuvert 50<');
    expect(first.html).not.toContain('id="line-51"');
    expect(second.html).toContain('id="line-51"');
    expect(second.html).toContain('id="line-100"');
  });

  it('shows readers everything and offers them nothing to do', async () => {
    const { html } = await (await house.signIn('reader')).get(`/orders/${demo.held}`);
    expect(html).toContain('Line 10: price 105.00 SEK');
    expect(html).not.toContain('name="decide"');
    expect(html).not.toContain('name="text"');
  });

  it.each(['nonsense', '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11'])('is not there for %s', async (id) => {
    expect((await operator.get(`/orders/${id}`)).status).toBe(404);
  });
});

describe('a decision', () => {
  it('accepts at our price, in the terms of the buyer', async () => {
    const id = await deviating();
    const { location } = await decide(id, { 'action-1': 'ours', note: 'Priset är ändrat' });

    expect(location).toBe(`/admin/orders/${id}`);
    expect(await decisions(id)).toEqual([
      {
        kind: 'acceptWithChanges',
        content: {
          kind: 'acceptWithChanges',
          note: 'Priset är ändrat',
          lines: [{ position: 1, action: 'change', price: '78.32' }],
        },
      },
    ]);
    const { html } = await operator.get(`/orders/${id}`);
    expect(html).toContain('Stored: the order is accepted with these changes');
    expect(html).toContain('It is being carried out');
    expect(html).not.toContain('name="decide"');
  });

  it('accepts at their price, and without a question until a day', async () => {
    const id = await deviating();
    await decide(id, { 'action-1': 'accept', 'priceUntil-1': '2026-12-31' });

    expect((await decisions(id))[0]!.content).toEqual({
      kind: 'accept',
      lines: [{ position: 1, action: 'accept', rememberPriceUntil: '2026-12-31' }],
    });
  });

  it('changes a line, with numbers as Swedes write them', async () => {
    const id = await deviating();
    await decide(id, {
      'action-1': 'change',
      'quantity-1': '1 0,5',
      'price-1': '99,90',
      'from-1': '2026-12-01',
      'note-1': 'Resten senare',
    });

    expect((await decisions(id))[0]!.content!.lines).toEqual([
      {
        position: 1,
        action: 'change',
        quantity: '10.5',
        price: '99.90',
        promisedFrom: '2026-12-01',
        note: 'Resten senare',
      },
    ]);
  });

  it('rejects lines, or the whole order', async () => {
    const [one, other] = [await deviating(), await deviating()];
    await decide(one, { 'action-1': 'reject' });
    await decide(other, { decide: 'reject', note: 'Slut' });

    expect((await decisions(one))[0]!.content).toEqual({
      kind: 'acceptWithChanges',
      lines: [{ position: 1, action: 'reject' }],
    });
    expect((await decisions(other))[0]!.content).toEqual({ kind: 'reject', note: 'Slut', lines: [] });
  });

  it('names article and customer, and remembers both', async () => {
    const lines = [orderLine({ position: 1, item: { buyersId: 'X-1', name: 'Pärm' } })];
    const id = await placed(em(), { partnerId: demo.partnerId, status: 'Waiting', lines });
    const refused = await decide(id, { 'action-1': 'accept', 'article-1': 'FINNS-INTE' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('There is no article FINNS-INTE. Use our article number.');
    expect(refused.html).toContain('Name the customer');

    const fields = { 'action-1': 'accept', 'article-1': 'KU-01', 'remember-article-1': '1', customer: 'K1001' };
    await decide(id, { ...fields, 'until-article-1': '2027-01-31' });
    expect((await decisions(id))[0]!.content).toEqual({
      kind: 'accept',
      customer: 'K1001',
      lines: [{ position: 1, action: 'accept', articleNumber: 'KU-01', remember: { until: '2027-01-31' } }],
    });
  });

  it('keeps what was typed where something cannot be used, and says where', async () => {
    const { status, html } = await decide(demo.held, {
      'action-1': 'change',
      'price-1': 'tolv kronor',
      'from-1': '24 december',
      note: 'Detta <b>står</b> kvar',
    });

    expect(status).toBe(422);
    expect(html).toContain('<a href="#price-1">Write a number such as 2 or 2.50');
    expect(html).toContain('value="tolv kronor"');
    expect(html).toContain('Write the day as year-month-day');
    expect(html).toContain('<a href="#action-2">Line 20: choose what becomes of it.');
    expect(html).toContain('Detta &lt;b&gt;står&lt;/b&gt; kvar');
    expect(await decisions(demo.held)).toEqual([]);
  });

  it('is made once by a double click, even when the first was carried out in between', async () => {
    const id = await deviating();
    const fields = { seen: await seenOf(id), line: '1', decide: 'lines', 'action-1': 'accept' };
    await Promise.all([1, 2].map(() => operator.post(`/orders/${id}/decide`, fields)));
    expect(await decisions(id)).toHaveLength(1);

    const [made] = await decisionsOf(em(), id);
    await em().transactional(async (tx) => {
      await applyDecision(tx, id, made!.content!);
      await markApplied(tx, made!.id);
    });
    const again = await operator.post(`/orders/${id}/decide`, fields);
    expect(again.location).toBe(`/admin/orders/${id}`);
    expect(await decisions(id)).toHaveLength(1);
    expect((await findOrder(em(), { id }))!.status).toBe('New');
  });

  it('of another person meanwhile stands: the page says who decided what', async () => {
    const id = await deviating();
    const seen = await seenOf(id);
    await decideOrder(em(), { orderId: id, decision: { kind: 'reject', lines: [] }, actor: 'Bertil' });
    const { location } = await operator.post(`/orders/${id}/decide`, { seen, decide: 'accept' });

    expect((await operator.get(location!.slice('/admin'.length))).html).toContain(
      'Meanwhile: Bertil rejected the order',
    );
    expect(await decisions(id)).toEqual([{ kind: 'reject', content: { kind: 'reject', lines: [] } }]);
  });

  it('about an order that changed meanwhile is asked for again, with what was typed', async () => {
    const id = await deviating();
    const answer = await operator.post(`/orders/${id}/decide`, {
      seen: 'then',
      line: '1',
      decide: 'lines',
      'action-1': 'reject',
      note: 'Kvar',
    });

    expect(answer.status).toBe(409);
    expect(answer.html).toContain('the order has changed');
    expect(answer.html).toContain('>Kvar</textarea>');
    expect(await decisions(id)).toEqual([]);
  });

  it('about more lines than the form shows needs a word for the others', async () => {
    const price = { amount: '105.00', currency: 'SEK' };
    const lines = Array.from({ length: 60 }, (_, index) =>
      orderLine({ position: index + 1, id: String(index + 1), item: { sellersId: 'HA-01' }, price }),
    );
    const id = await placed(em(), { partnerId: demo.partnerId, customerId, status: 'Waiting', lines });
    const fields = Object.fromEntries(lines.slice(0, 50).map(({ position }) => [`action-${position}`, 'reject']));
    const refused = await decide(id, fields);
    expect(refused.html).toContain('Choose what becomes of the other lines that wait');

    await decide(id, { ...fields, rest: 'ours' });
    const { content } = (await decisions(id))[0]!;
    expect(content!.lines).toHaveLength(60);
    expect(content!.lines.at(-1)).toEqual({ position: 60, action: 'change', price: '78.32' });
  });
});

describe('at the desk', () => {
  it('keeps notes that are text, in the audit trail, and takes back one’s own', async () => {
    const path = `/orders/${demo.long}`;
    await operator.post(`${path}/notes`, { text: '<img src=x onerror=alert(1)>\nRing Åsa' });
    const { html } = await operator.get(path);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;\nRing Åsa');
    const note = /notes\/([\w-]+)\/remove/.exec(html)![1]!;

    const other = await house.signIn('operator');
    expect((await other.post(`${path}/notes/${note}/remove`)).status).toBe(404);
    await operator.post(`${path}/notes/${note}/remove`);
    expect((await operator.get(path)).html).toContain('Write it again');
    expect((await operator.get(path)).html).not.toContain('Ring Åsa');
    const entries = await em().find(AuditEntry, { subjectId: demo.long }, { orderBy: { id: 'asc' } });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['order.noteWritten', operator.name],
      ['order.noteRemoved', operator.name],
    ]);
  });

  it('refuses an empty note and one that is too long', async () => {
    await operator.post(`/orders/${demo.long}/notes`, { text: '  ' });
    expect((await operator.get(`/orders/${demo.long}`)).html).toContain('The note is empty');
    await operator.post(`/orders/${demo.long}/notes`, { text: 'å'.repeat(4_001) });
    expect((await operator.get(`/orders/${demo.long}`)).html).toContain('The note has 4001 characters');
  });

  it('moves an order only where it may go, and cancels by its number', async () => {
    await operator.post(`/orders/${demo.long}/status`, { status: 'Shipped' });
    expect((await operator.get(`/orders/${demo.long}`)).html).toContain('the order is in status New');
    const { number } = (await findOrder(em(), { id: demo.long }))!;
    await operator.post(`/orders/${demo.long}/status`, { status: 'Cancelled', number: 'SO-1' });
    expect((await findOrder(em(), { id: demo.long }))!.status).toBe('New');
    await operator.post(`/orders/${demo.long}/status`, { status: 'Cancelled', number });
    expect((await findOrder(em(), { id: demo.long }))!.status).toBe('Cancelled');
  });
});

describe('on paper', () => {
  it('has every line of the order, without buttons and notes', async () => {
    await operator.post(`/orders/${demo.held}/notes`, { text: 'bara för oss' });
    const { html } = await (await house.signIn('reader')).get(`/orders/${demo.long}/print`);
    expect(html).toContain('id="line-120"');
    expect((await operator.get(`/orders/${demo.held}/print`)).html).not.toContain('bara för oss');
  });
});

describe('versions', () => {
  it('stand side by side, with each change in words', async () => {
    const line = (id: string, quantity: string) =>
      orderLine({ position: Number(id), id, quantity, item: { name: 'Pärm' } });
    const header = { number: 'V-1' };
    const id = await placed(em(), {
      partnerId: demo.partnerId,
      customerId,
      header,
      lines: [line('1', '5'), line('2', '2'), line('4', '9')],
    });
    const one = await operator.get(`/orders/${id}/versions`);
    expect(one.html).toContain('There is one version: the order as it came.');

    const change = orderHeader({ number: 'ÄND-1', operation: 'change', orderReference: 'V-1', sequenceNumber: '1' });
    const changeId = await received(em(), demo.partnerId);
    const evaluated = [line('1', '7'), line('3', '1')].map((each) => ({
      line: each,
      evaluated: { position: each.position, lineId: each.id, reasons: [] },
    }));
    const head = {
      id: changeId,
      partnerId: demo.partnerId,
      inboundDocumentId: changeId,
      agreementVersion: 1,
      header: change,
      reasons: [],
    };
    await em().transactional(async (tx) => {
      const order = await findChangedOrder(tx, { partnerId: demo.partnerId, mode: 'production', header: change });
      await insertOrder(tx, { ...head, status: 'Applied' }, [evaluated]);
      await addVersion(tx, order!, { inboundDocumentId: changeId, header: change, removed: ['2'], state: 'waiting' });
      await carryOutChange(tx, changeId, 'Åsa');
    });

    const { html } = await operator.get(`/orders/${id}/versions`);
    expect(html).toContain('The same in both: 1 line.');
    expect(html).toMatch(/<del>.*5<\/del>[\s\S]*<ins>.*7<\/ins>[\s\S]*changed/);
    expect(html).toContain('Line 3 <span class="label">new');
    expect(html).toContain('Line 2 <span class="label">gone');
    expect((await operator.get(`/orders/${id}`)).html).toContain(`/orders/${id}/versions"`);
    const ofChange = await operator.get(`/orders/${changeId}`);
    expect(ofChange.html).toMatch(new RegExp(`Change of</dt><dd><a href="/admin/orders/${id}">V-1</a>`));
    expect(ofChange.html).toContain('Change of lines');
    const odd = await operator.get(`/orders/${id}/versions?before=9&after=%27`);
    expect(odd.html).toContain('These two cannot be compared');
  });
});
