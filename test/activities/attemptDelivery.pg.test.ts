import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { attemptDelivery } from '../../activities/attemptDelivery.ts';
import type { ActivityDeps } from '../../activities/deps.ts';
import { findToSend, writeOutbound } from '../../documents/outbound.ts';
import { writeEnvelope } from '../../formats/sbdh/sbdh.write.ts';
import type { agreementSchema } from '../../partners/agreement.ts';
import { setOutgoing } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { HttpSender } from '../../transports/http/send.ts';
import { MailSender } from '../../transports/mail/send.ts';
import { AccessPoint } from '../kit/accessPoint.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { MailServer } from '../kit/mailServer.ts';
import { smallDisk } from '../kit/smallDisk.ts';

const RESPONSE = readFileSync(join(import.meta.dirname, '../data/ubl/orderResponse3.AP.xml'), 'utf8');
const SHOP = { scheme: '0007', id: '5599990016' };
const BUYER = { scheme: '0007', id: '5599991030' };
const envelope = { kind: 'sbdh', shop: SHOP, partner: BUYER } as const;

const keyRing = new KeyRing([randomBytes(32)]);
const http = new HttpSender({ allowPrivateAddresses: true });
let database: TestDatabase;
let accessPoint: AccessPoint;
beforeAll(async () => {
  database = await createTestDatabase();
  accessPoint = await AccessPoint.start({ user: 'butik', password: 'hemligt å' });
  accessPoint.receivers.add('0007:5599991030');
});
afterAll(async () => {
  accessPoint.close();
  await http.close();
  await database.close();
});

type Settings = z.input<typeof agreementSchema>;

async function partnerWith(settings: Settings): Promise<string> {
  const em = database.em();
  const partnerId = await createPartner(em, {
    name: 'Åkerö',
    addresses: { production: `p-${randomBytes(3).toString('hex')}` },
  });
  await saveAgreement(em, { partnerId, mode: 'production', settings, by: 'test' });
  return partnerId;
}

/** A document that waits to be sent: a function that makes an attempt. */
async function document(partnerId: string, { enveloped = true, number = '4711' } = {}) {
  const id = v7();
  const fields = { sender: SHOP, receiver: BUYER, format: 'peppol-3-order-response', countryC1: 'SE' } as const;
  const header = { ...fields, instanceIdentifier: id, creationDateAndTime: '2026-11-26T09:00:00.000Z' };
  async function* plain() {
    yield RESPONSE;
  }
  const text = () => (enveloped ? writeEnvelope(header, plain()) : plain());
  const about = { id, partnerId, mode: 'production', agreementVersion: 1, number } as const;
  const kind = {
    format: 'peppol-3-order-response',
    contentType: 'application/xml; charset=utf-8',
    state: 'ready',
  } as const;
  await writeOutbound(database.em(), { ...about, ...kind }, text);
  return async (more: Partial<ActivityDeps> = {}) => {
    const em = database.em();
    const deps = { keyRing, http, clock: () => new Date(), ...more } as ActivityDeps;
    const bounds = { timeout: 5_000, signal: new AbortController().signal };
    const { judgement, via } = await attemptDelivery(deps, em, (await findToSend(em, id))!, bounds);
    return { ...judgement, via };
  };
}

test('a document goes in its envelope to the access point of the installation, once, whatever happens on the way', async () => {
  const partnerId = await partnerWith({ envelope, orderResponses: { kind: 'peppol' } });
  const attempt = await document(partnerId);
  expect(await attempt()).toMatchObject({ verdict: 'stop', fault: { code: 'ACCESS_POINT_UNSET' } });
  const authorization = `Basic ${Buffer.from('butik:hemligt å').toString('base64')}`;
  const known = { accessPoint: { url: accessPoint.url, authorization } };
  accessPoint.troubles.push(503);
  expect(await attempt(known)).toMatchObject({ verdict: 'retry', fault: { code: 'ANSWERED', status: 503 } });
  expect(await attempt(known)).toEqual({ verdict: 'delivered', via: 'peppol' });
  // The answer to that was lost, say.
  expect(await attempt(known)).toEqual({ verdict: 'delivered', via: 'peppol' });
  expect(accessPoint.told.map(({ status }) => status)).toEqual([503, 202, 409]);
  expect(accessPoint.taken).toMatchObject([{ sender: SHOP, receiver: BUYER, format: 'peppol-3-order-response' }]);
});

test('an access point of the agreement has an address and a secret of its own, and says whom it does not reach', async () => {
  const orderResponses = { kind: 'peppol', url: accessPoint.url, authentication: 'basic', credential: 'ap' } as const;
  const partnerId = await partnerWith({ envelope, orderResponses });
  const attempt = await document(partnerId);
  expect(await attempt()).toMatchObject({ verdict: 'stop', fault: { code: 'CREDENTIAL_MISSING' } });
  const secret = { kind: 'basic', user: 'butik', secret: 'hemligt å' } as const;
  await setOutgoing(database.em(), keyRing, { partnerId, mode: 'production', name: 'ap', by: 'test', ...secret });
  accessPoint.receivers.clear();
  expect(await attempt()).toMatchObject({
    verdict: 'stop',
    fault: { code: 'ACCESS_POINT_ANSWERED', status: 422, text: 'Unknown participant 0007:5599991030.' },
  });
  accessPoint.receivers.add('0007:5599991030');
  expect(await attempt()).toMatchObject({ verdict: 'delivered' });
});

test('a document without envelope is not sent by Peppol, and an agreement without envelope is not taken', async () => {
  const partnerId = await partnerWith({ envelope, orderResponses: { kind: 'peppol', url: accessPoint.url } });
  const attempt = await document(partnerId, { enveloped: false });
  expect(await attempt()).toMatchObject({ verdict: 'stop', fault: { code: 'NOT_ENVELOPED' } });
  await expect(partnerWith({ orderResponses: { kind: 'peppol' } })).rejects.toMatchObject({
    details: [{ element: 'envelope', text: 'must be there to send by Peppol' }],
  });
});

test('a document goes as the attachment of a mail, byte by byte, under the same Message-ID each time', async () => {
  const partnerId = await partnerWith({
    orderResponses: { kind: 'mail', mailTo: 'order@akero.example' },
    answers: { language: 'sv' },
  });
  const attempt = await document(partnerId, { enveloped: false, number: 'ÅÄÖ 1/../2' });
  expect(await attempt()).toMatchObject({ verdict: 'retry', fault: { code: 'MAIL_UNSET' } });
  const server = await MailServer.start();
  const mail = new MailSender({ url: server.url, from: 'order@example.com', startTls: false });
  expect(await attempt({ mail })).toEqual({ verdict: 'delivered', via: 'mail' });
  expect(await attempt({ mail })).toEqual({ verdict: 'delivered', via: 'mail' });
  expect(server.recipients).toEqual(['order@akero.example', 'order@akero.example']);
  const [first, second] = server.mails;
  expect(first?.messageId).toBe(second?.messageId);
  expect(first?.subject).toBe('Ordersvar 3 ÅÄÖ 1/../2 från Roundtrip');
  const [attachment, ...others] = first?.attachments ?? [];
  expect(others).toEqual([]);
  expect(attachment).toMatchObject({
    filename: 'peppol-3-order-response-ÅÄÖ-1-..-2.xml',
    contentType: 'application/xml',
  });
  const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(attachment!.content)).toBe(hash(RESPONSE));
  await server.close();
});

test('a document for a folder whose disk is full is tried again, and lies there whole when there is room', async () => {
  const disk = smallDisk();
  onTestFinished(disk.close);
  mkdirSync(join(disk.root, 'svar'));
  const attempt = await document(await partnerWith({ orderResponses: { kind: 'folder', folder: 'svar' } }));
  const known = { files: { exchangeDirectory: disk.root, allowPrivate: true } };
  disk.fill();
  expect(await attempt(known)).toMatchObject({ verdict: 'retry', fault: { code: 'DISK_FULL' } });
  expect(readdirSync(join(disk.root, 'svar'))).toEqual([]);
  disk.clear();
  for (const _ of ['first', 'again']) expect(await attempt(known)).toMatchObject({ verdict: 'delivered' });
  const [file, ...others] = readdirSync(join(disk.root, 'svar'));
  expect([readFileSync(join(disk.root, 'svar', file!), 'utf8').includes(RESPONSE.slice(-100)), others]).toEqual([
    true,
    [],
  ]);
});
