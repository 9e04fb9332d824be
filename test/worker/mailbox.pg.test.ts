import { tmpdir } from 'node:os';
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { mailboxState } from '../../documents/mailbox.ts';
import { createPartner, saveAgreement, updatePartner } from '../../partners/partners.ts';
import { Mailbox } from '../../worker/mailbox.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { order } from '../api/punchin/order.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { startImapServer, type ImapTestServer } from '../kit/imapServer.ts';
import { message } from '../kit/mails.ts';
import { smallDisk } from '../kit/smallDisk.ts';

let database: TestDatabase;
let partnerId: string;
const metrics = createMetrics();
beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  partnerId = await createPartner(em, { name: 'Åkerö', addresses: { production: 'akero' } });
  const settings = { intake: { mail: { senders: ['@akero.example'] } } };
  await saveAgreement(em, { partnerId, mode: 'production', settings, by: 'test' });
  return database.close;
});

const servers: ImapTestServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function imapServer(mails: readonly Buffer[]) {
  const server = await startImapServer(mails);
  servers.push(server);
  const folders = ['INBOX', 'Roundtrip-archive', 'Roundtrip-error'];
  return { port: server.port, counts: () => folders.map(server.count) };
}

function mailboxAt(port: number, password = 'hemligt', dataDirectory = tmpdir()): Mailbox {
  const logged = () => undefined;
  return new Mailbox({
    orm: database.orm,
    metrics,
    engine: { startPunchIn: () => Promise.resolve() },
    log: { warn: logged, info: logged } as never,
    config: { partnerOrdersAtOnce: 2 },
    dataDirectory,
    interval: 0,
    mailbox: { url: `imap://order:${password}@127.0.0.1:${port}/INBOX`, startTls: false },
    mailServer: 'mx.shop.example',
  });
}

const numbers = async () =>
  (
    await database
      .em()
      .getConnection()
      .execute<{ number: string }[]>("select number from inbound_document where state <> 'duplicate' order by number")
  ).map(({ number }) => number);
const mailOf = (number: string, from = 'order@akero.example') =>
  message(from, [{ name: `${number}.xml`, text: order({ number }) }]);

test('mails are taken once and put away; what is nobody’s goes aside; a paused partner’s stays', async () => {
  const twice = mailOf('I-1');
  const server = await imapServer([twice, mailOf('I-2', 'order@nobody.example'), twice, mailOf('I-3')]);
  // Two workers look at the same time: one of them does.
  await Promise.all([mailboxAt(server.port).look(), mailboxAt(server.port).look()]);
  expect(await numbers()).toEqual(['I-1', 'I-3']);
  expect(server.counts()).toEqual([0, 3, 1]);
  expect(await mailboxState(database.em())).toMatchObject({
    failures: 0,
    fault: null,
    lastMailAt: expect.any(Date) as Date,
  });

  await updatePartner(database.em(), partnerId, { paused: true });
  const later = await imapServer([mailOf('I-4')]);
  await mailboxAt(later.port).look();
  expect(later.counts()).toEqual([1, 0, 0]);
  await updatePartner(database.em(), partnerId, { paused: false });
  await mailboxAt(later.port).look();
  expect(later.counts()).toEqual([0, 1, 0]);
  expect(await numbers()).toEqual(['I-1', 'I-3', 'I-4']);
});

test('a mailbox that cannot be looked into says why, and is well again by itself', async () => {
  const server = await imapServer([mailOf('I-5')]);
  await mailboxAt(server.port, 'fel').look();
  expect(await mailboxState(database.em())).toMatchObject({ failures: 1, fault: { code: 'MAILBOX_LOGIN' } });
  await mailboxAt(9).look();
  expect(await mailboxState(database.em())).toMatchObject({ failures: 2, fault: { code: 'CONNECTION_REFUSED' } });
  await mailboxAt(server.port).look();
  expect(await mailboxState(database.em())).toMatchObject({ failures: 0, fault: null });
  expect(server.counts()).toEqual([0, 1, 0]);
  const counted = await metrics.registry.metrics();
  for (const line of [
    'looks_total{source="mailbox",outcome="failed"} 2',
    'fetched_documents_total{source="mailbox",outcome="taken"} 5',
    'fetched_documents_total{source="mailbox",outcome="refused"} 1',
  ])
    expect(counted).toContain(`roundtrip_${line}`);
});

test('a mail whose document finds no room on our disk stays, the others go on, and it is taken when there is room', async () => {
  const disk = smallDisk();
  onTestFinished(disk.close);
  const long = order({ number: 'I-6', note: 'x'.repeat(300_000) });
  const server = await imapServer([message('order@akero.example', [{ name: 'lang.xml', text: long }]), mailOf('I-7')]);
  disk.fill();
  await mailboxAt(server.port, 'hemligt', disk.root).look();
  expect(server.counts()).toEqual([1, 1, 0]);
  expect(await mailboxState(database.em())).toMatchObject({ failures: 1, fault: { code: 'SPOOL_FULL' } });
  expect(await numbers()).not.toContain('I-6');
  disk.clear();
  await mailboxAt(server.port).look();
  expect(server.counts()).toEqual([0, 2, 0]);
  expect(await mailboxState(database.em())).toMatchObject({ failures: 0, fault: null });
  expect(await numbers()).toEqual(expect.arrayContaining(['I-6', 'I-7']));
});
