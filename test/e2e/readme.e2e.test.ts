import { beforeAll, expect, test } from 'vitest';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { demoBuyer, demoSupplier } from '../../partners/demo.ts';
import { example, Outside, until } from './system.ts';

let outside: Outside;

beforeAll(async () => {
  outside = await Outside.start();
  return outside.system.close;
});

/** The order in the shop, once it is in New. */
async function placed(number: string): Promise<Record<string, unknown>> {
  return until(async () => {
    const order = await outside.orderOf(number);
    return order['status'] === 'New' ? order : undefined;
  });
}

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

test('an order in cXML gets Status 200 and is confirmed in cXML', async () => {
  const document = example('order-4713-cxml.xml').replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret);
  const receipt = parseCxml(Buffer.from(await outside.sendCxml('lindstroms', document)));
  expect(receipt.status).toMatchObject({ code: 200 });
  expect(await placed('4713')).toMatchObject({ amount: '546', requisition: 'R-88', openLines: 0 });
  const confirmation = await until(() => outside.received().find((xml) => xml.includes('orderID="4713"')));
  const { name, header } = parseCxml(Buffer.from(confirmation));
  expect(name).toBe('ConfirmationRequest');
  expect(header).toMatchObject({ from: [demoSupplier], to: [demoBuyer] });
  expect(confirmation).toContain('type="accept"');
  expect(confirmation).toContain('<DocumentReference payloadID="4713.1@inkop.lindstroms.example"');
  expect(confirmation).not.toContain('SharedSecret');
});

test('the same payloadID again is the same order; with other content it is refused with 409', async () => {
  const document = example('order-4713-cxml.xml').replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret);
  const later = document.replace('T09:15:00', 'T10:15:00');
  expect(parseCxml(Buffer.from(await outside.sendCxml('lindstroms', later))).status).toMatchObject({ code: 200 });
  const changed = document.replace('ring på klockan', 'knacka');
  const refused = parseCxml(Buffer.from(await outside.sendCxml('lindstroms', changed))).status;
  expect(refused).toMatchObject({ code: 409 });
  expect(refused?.message).toContain('4713.1@inkop.lindstroms.example');
  const { items } = await outside.rest<{ items: unknown[] }>('GET', '/orders?externalNumber=4713');
  expect(items).toHaveLength(1);
});

test('an order in cXML may bring attachments', async () => {
  const document = example('order-4713-cxml.xml')
    .replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret)
    .replace('4713.1@', '4716.1@')
    .replace('"4713"', '"4716"')
    .replace('klockan.<', 'klockan.<Attachment><URL>cid:ritning@lindstroms</URL></Attachment><');
  const part = (type: string, id: string, body: string): string =>
    `--grans\r\nContent-Type: ${type}; charset=UTF-8\r\nContent-ID: <${id}@lindstroms>\r\n\r\n${body}\r\n`;
  const body = `${part('text/plain', 'ritning', 'Så här: ö')}${part('text/xml', 'order', document)}--grans--\r\n`;
  const type = 'multipart/related; boundary=grans; type="text/xml"; start="<order@lindstroms>"';
  const receipt = parseCxml(Buffer.from(await outside.sendCxml('lindstroms', body, type)));
  expect(receipt.status).toMatchObject({ code: 200 });
  const { id } = (await placed('4716')) as { id: string };
  const { header } = await outside.rest<{ header: { documents: unknown } }>('GET', `/orders/${id}`);
  expect(header.documents).toEqual([expect.objectContaining({ uri: 'cid:ritning@lindstroms' })]);
});

test('a change in cXML waits for a person, who may reject it', async () => {
  const document = example('order-4713-cxml.xml')
    .replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret)
    .replace('4713.1@', '4713.2@')
    .replace('type="new"', 'type="update"');
  expect(parseCxml(Buffer.from(await outside.sendCxml('lindstroms', document))).status).toMatchObject({ code: 200 });
  const { id } = await until(async () => {
    const path = '/orders?externalNumber=4713&status=Waiting';
    return (await outside.rest<{ items: { id: string }[] }>('GET', path)).items[0];
  });
  const { reasons } = await outside.rest<{ reasons: { code: string }[] }>('GET', `/orders/${id}`);
  expect(reasons.map(({ code }) => code)).toContain('ORDER_CHANGE');
  await outside.rest('POST', `/orders/${id}/decisions`, { kind: 'reject', note: 'Ring oss om ändringen.' });
  const rejection = await until(() => outside.received().find((xml) => xml.includes('Ring oss om ändringen.')));
  expect(rejection).toContain('type="reject"');
  expect(rejection).toContain('<DocumentReference payloadID="4713.2@inkop.lindstroms.example"');
});

test('an order in Order 3 is answered in Order Response 3', async () => {
  const receipt = await outside.send('lindstroms', example('order-4714-order3.xml'));
  expect(await outside.settled('lindstroms', receipt.body.id)).toMatchObject({
    state: 'placed',
    format: 'peppol-3-order',
  });
  const answer = await answerTo('4714');
  expect(answer).toContain('<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>');
  expect(findings(answer)).toMatchObject({ format: 'peppol-3-order-response', valid: true, findings: [] });
});

test('an order is changed and cancelled in Order 3, where the agreement opens it', async () => {
  await openChanges();
  const order = example('order-4714-order3.xml')
    .replace('bis:ordering:3', 'bis:advanced_ordering:3')
    .replace('<cbc:ID>4714<', '<cbc:ID>4718<');
  // The change comes before its order, and as soon as the agreement is in force.
  const change = await until(async () => {
    const receipt = await outside.send('lindstroms', example('change-4718-order3.xml'));
    return receipt.status === 202 ? receipt : undefined;
  });
  await outside.send('lindstroms', order);
  expect(await outside.settled('lindstroms', change.body.id)).toMatchObject({ state: 'applied' });
  const { id } = await placed('4718');
  const path = `/orders/${String(id)}`;
  const { lines } = await outside.rest<{ lines: { items: { line: { id: string; quantity: string } }[] } }>('GET', path);
  expect(lines.items.map(({ line }) => `${line.id}: ${line.quantity}`)).toEqual(['1: 10', '3: 5']);
  expect(await outside.rest('GET', `${path}/versions/2`)).toMatchObject({
    kind: 'change',
    state: 'applied',
    lines: [
      { line: '1', kind: 'changed' },
      { line: '3', kind: 'added' },
      { line: '2', kind: 'removed' },
    ],
  });
  const accepted = await until(() => outside.received().find((xml) => xml.includes('<cbc:ID>4718-1</cbc:ID>')));
  expect(accepted).toContain('<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>');
  expect(findings(accepted)).toMatchObject({ format: 'peppol-3-order-response-advanced', valid: true, findings: [] });
  const cancellation = await outside.send('lindstroms', example('cancellation-4718-order3.xml'));
  expect(await outside.settled('lindstroms', cancellation.body.id)).toMatchObject({ state: 'applied' });
  expect(await outside.rest('GET', path)).toMatchObject({ status: 'Cancelled' });
});

/** Opens automatic changes of orders for the demo partner. */
async function openChanges(): Promise<void> {
  await outside.agree('Lindströms Mekaniska', (settings) => ({
    ...settings,
    formats: [...settings.formats, 'peppol-3-order-change', 'peppol-3-order-cancellation'],
    changes: { change: 'automatic', cancel: 'automatic' },
  }));
}

test('an order whose process has no answers is placed, and gets none', async () => {
  const document = example('order-4714-order3.xml')
    .replace('bis:ordering:3', 'bis:order_only:3')
    .replace('<cbc:ID>4714<', '<cbc:ID>4715<');
  const receipt = await outside.send('lindstroms', document);
  const state = await outside.settled('lindstroms', receipt.body.id);
  expect(state).toMatchObject({ state: 'placed', answers: [] });
  const order = await outside.orderOf('4715');
  const { items } = await outside.rest<{ items: { code: string }[] }>('GET', `/orders/${order.id}/timeline`);
  expect(items.map(({ code }) => code)).toContain('answer.none');
});
