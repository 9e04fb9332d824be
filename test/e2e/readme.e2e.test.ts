import { beforeAll, expect, test } from 'vitest';
import { DocumentValidator } from '../../formats/validate.ts';
import { example, Outside, until } from './system.ts';

let outside: Outside;

beforeAll(async () => {
  outside = await Outside.start();
  return outside.system.close;
});

function findings(xml: string) {
  const validator = new DocumentValidator();
  validator.write(Buffer.from(xml));
  return validator.finish();
}

/** The answer to an order, once the partner's receiver has it. */
async function answerTo(number: string): Promise<string> {
  return until(() => outside.received().find((xml) => xml.includes(`<cbc:ID>${number}</cbc:ID>`)));
}

test('the tour: an order gets a receipt, is placed in New and answered with 29', async () => {
  const receipt = await outside.send('lindstroms', example('order-4711.xml'));
  expect(receipt.status).toBe(202);
  expect(await outside.settled('lindstroms', receipt.body.id)).toMatchObject({ state: 'placed' });
  expect(await outside.orderOf('4711')).toMatchObject({
    status: 'New',
    externalNumber: '4711',
    amount: '680.64',
    costCentre: 'KST-4020',
    buyersReference: 'Åsa Öberg',
    openLines: 0,
  });
  const answer = await answerTo('4711');
  expect(answer).toContain('<cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode>');
  expect(findings(answer)).toMatchObject({ format: 'peppol-28a-order-response', valid: true, findings: [] });
});

test('the same order again: the same receipt, nothing twice', async () => {
  const again = await outside.send('lindstroms', example('order-4711.xml'));
  expect(again).toMatchObject({ status: 202, body: { state: 'placed' } });
  // Another envelope of white space around the same content is the same order still, found when it is read.
  const reformatted = await outside.send('lindstroms', example('order-4711.xml').replaceAll('\n', '\n  '));
  expect(await outside.settled('lindstroms', reformatted.body.id)).toMatchObject({ state: 'duplicate' });
  const { items } = await outside.rest<{ items: unknown[] }>('GET', '/orders?externalNumber=4711');
  expect(items).toHaveLength(1);
  expect(outside.received().filter((xml) => xml.includes('<cbc:ID>4711</cbc:ID>'))).toHaveLength(1);
});

test('a known number with other content is held, and can be rejected with a reason', async () => {
  const changed = await outside.send('lindstroms', example('order-4711.xml').replace('KST-4020', 'KST-4021'));
  expect(await outside.settled('lindstroms', changed.body.id)).toMatchObject({ state: 'waiting' });
  const { items } = await outside.rest<{ items: { id: string }[] }>(
    'GET',
    '/orders?externalNumber=4711&status=Waiting',
  );
  expect(items).toHaveLength(1);
  await outside.rest('POST', `/orders/${items[0]!.id}/decisions`, { kind: 'reject', note: 'Ändring tas inte emot.' });
  await until(async () => {
    const order = await outside.rest('GET', `/orders/${items[0]!.id}`);
    return order['status'] === 'Rejected' ? order : undefined;
  });
  const rejection = await until(() => outside.received().find((xml) => xml.includes('Ändring tas inte emot.')));
  expect(rejection).toContain('<cbc:OrderResponseCode listID="UNCL1225">27</cbc:OrderResponseCode>');
  expect(findings(rejection)).toMatchObject({ valid: true, findings: [] });
});

test('a wrong price waits; accepted at our price it is answered with 30 and every line', async () => {
  const receipt = await outside.send('lindstroms', example('order-4712-price-deviation.xml'));
  expect(await outside.settled('lindstroms', receipt.body.id)).toMatchObject({ state: 'waiting' });
  const order = await outside.orderOf('4712');
  expect(order).toMatchObject({ status: 'Waiting', openLines: 1 });
  await outside.rest('POST', `/orders/${order.id}/decisions`, {
    kind: 'acceptWithChanges',
    lines: [{ position: 1, action: 'change', price: '10.30' }],
  });
  const answer = await answerTo('4712');
  expect(answer).toContain('<cbc:OrderResponseCode listID="UNCL1225">30</cbc:OrderResponseCode>');
  expect(answer).toContain('<cbc:PriceAmount currencyID="SEK">10.30</cbc:PriceAmount>');
  expect(answer.match(/<cac:OrderLine>/g)).toHaveLength(3);
  expect(findings(answer)).toMatchObject({ valid: true, findings: [] });
  expect(await outside.rest('GET', `/orders/${order.id}`)).toMatchObject({ status: 'New', openLines: 0 });
});

test('the second partner is answered after a person only', async () => {
  const document = example('order-4711.xml')
    .replaceAll('5599991030', '5599991014')
    .replace('9520009910311', '9520009910113')
    .replace('>10.30<', '>10.76<')
    .replace('>206.00<', '>215.20<')
    .replace('>11.22<', '>11.73<')
    .replace('>134.64<', '>140.76<')
    .replace('>42.50<', '>39.10<')
    .replace('>340.00<', '>312.80<')
    .replaceAll('>680.64<', '>668.76<')
    .replace('<cbc:ID>4711<', '<cbc:ID>B-1<');
  const receipt = await outside.send('bjorkvik', document);
  expect(await outside.settled('bjorkvik', receipt.body.id)).toMatchObject({ state: 'placed' });
  const order = await outside.orderOf('B-1');
  expect(order).toMatchObject({ status: 'New' });
  expect(outside.received().some((xml) => xml.includes('<cbc:ID>B-1</cbc:ID>'))).toBe(false);
  await outside.rest('POST', `/orders/${order.id}/decisions`, { kind: 'accept' });
  expect(await answerTo('B-1')).toContain('<cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode>');
});

test('a test address is answered in full and stops before New', async () => {
  const document = example('order-4711.xml').replace('<cbc:ID>4711<', '<cbc:ID>T-1<');
  const receipt = await outside.send('lindstroms-test', document);
  expect(await outside.settled('lindstroms-test', receipt.body.id)).toMatchObject({ state: 'tested' });
  expect(await answerTo('T-1')).toContain('<cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode>');
  const { items } = await outside.rest<{ items: unknown[] }>('GET', '/orders?externalNumber=T-1&status=New');
  expect(items).toEqual([]);
});
