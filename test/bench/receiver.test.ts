import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '../../bench/receiver.client.ts';
import type { ReceiverMode } from '../../bench/receiver.messages.ts';

const BODY =
  '<OrderResponse><cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode><cac:OrderReference><cbc:ID>F-1</cbc:ID></cac:OrderReference></OrderResponse>';
const folder = mkdtempSync(join(tmpdir(), 'roundtrip-receiver-'));
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver(join(folder, 'receiver.log'));
});
afterEach(async () => {
  await receiver.behave('ok');
  await receiver.forget();
});
afterAll(async () => {
  await receiver.program.kill('SIGTERM');
  rmSync(folder, { recursive: true });
});

const post = (messageId: string, body = BODY): Promise<Response> =>
  fetch(receiver.url, {
    method: 'POST',
    headers: { 'message-id': messageId },
    body,
    signal: AbortSignal.timeout(1_000),
  });

test('it counts by message id and tells when enough were accepted', async () => {
  const both = receiver.accepted(2);
  await post('a');
  await post('a');
  await post('b');
  await both;
  expect(await receiver.messages()).toMatchObject([
    { messageId: 'a', order: 'F-1', code: '29', times: 2, accepted: 2, changed: false },
    { messageId: 'b', times: 1, accepted: 1 },
  ]);
});

test('it reads the answers of BIS 3 and of cXML too', async () => {
  await post('a', BODY.replace('>29<', '>AP<').replace(' listID="UNCL1225"', ''));
  const cxml = '<ConfirmationHeader confirmID="C" operation="new" type="except"/><OrderReference orderID="F-2"/>';
  await post('b', cxml);
  expect(await receiver.messages()).toMatchObject([
    { order: 'F-1', code: '29' },
    { order: 'F-2', code: '30' },
  ]);
});

test('it notices other bytes under the same id', async () => {
  await post('a');
  await post('a', `${BODY} `);
  expect(await receiver.messages()).toMatchObject([{ times: 2, changed: true }]);
});

test.each<ReceiverMode>(['refuse', 'hang', 'closeUnread', 'closeHalfway'])('%s: no answer comes', async (mode) => {
  await receiver.behave(mode);
  await expect(post('a')).rejects.toThrow(/fetch failed|timeout/);
  const taken = mode === 'closeHalfway' ? [{ times: 1, accepted: 0 }] : [];
  expect(await receiver.messages()).toMatchObject(taken);
  await receiver.behave('ok');
  expect((await post('a')).status).toBe(200);
});

test('500, and 429 with Retry-After, accept nothing', async () => {
  await receiver.behave('error500');
  expect((await post('a')).status).toBe(500);
  await receiver.behave('throttle429');
  const throttled = await post('a');
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await receiver.messages()).toEqual([]);
});
