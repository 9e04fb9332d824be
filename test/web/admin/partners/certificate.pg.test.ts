import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { postDocument } from '../../../../activities/postDocument.ts';
import { findToSend, writeOutbound } from '../../../../documents/outbound.ts';
import { outgoingSecret } from '../../../../partners/credentials.ts';
import { findAgreement, saveAgreement } from '../../../../partners/partners.ts';
import { HttpSender } from '../../../../transports/http/send.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { createPartner } from './forms.ts';

const file = (name: string): string => join(import.meta.dirname, '../../../transports/http/tls', name);
const text = (name: string): string => readFileSync(file(name), 'utf8');

let console: Console;
let anna: ConsoleClient;
let id: string;
beforeAll(async () => {
  console = await startConsole();
  anna = await console.signIn('administrator');
  id = await createPartner(anna);
  return console.api.close;
});

function files(named: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('name', 'klient');
  for (const [field, name] of Object.entries(named)) form.set(field, new File([text(name)], name));
  return form;
}

/** Sends a document of the partner as the worker does. */
async function deliver(now = new Date()) {
  const em = console.api.database.em();
  const document = { id: v7(), partnerId: id, mode: 'production', agreementVersion: 1, number: '1' } as const;
  const kind = { format: 'peppol-3-order-response', contentType: 'application/xml', state: 'ready' } as const;
  await writeOutbound(em, { ...document, ...kind }, () => ['<x/>']);
  const http = new HttpSender({ allowPrivateAddresses: true, extraCaFile: file('ca.pem') });
  const { keyRing } = console.api.deps;
  const bounds = { timeout: 3_000, signal: new AbortController().signal };
  const stored = (await findToSend(em, document.id))!;
  const { settings } = await findAgreement(em, id, 'production');
  const sending = { document: stored, settings, address: settings.orderResponses! };
  const outcome = await postDocument({ keyRing, http, clock: () => now }, em, sending, bounds);
  await http.close();
  return outcome;
}

it('is set from its files, said what is wrong with them, and shown where the partner demands one', async () => {
  const own = { key: text('server.key'), cert: text('server.pem'), ca: text('clients-ca.pem') };
  const server = createServer({ ...own, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  const settings = { orderResponses: { url, certificate: 'klient' } };
  await saveAgreement(console.api.database.em(), { partnerId: id, mode: 'production', settings, by: 'test' });
  const path = `/partners/${id}/credentials`;
  expect((await anna.get(path)).html).toContain('names a client certificate “klient” that nobody has set');
  expect(await deliver()).toEqual({ kind: 'blocked', fault: { code: 'CREDENTIAL_MISSING', name: 'klient' } });

  const wrong = await anna.post(`${path}/production/certify`, files({ certificate: 'client.pem' }));
  expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('there is no private key') as string });
  const both = { certificate: 'client.pem', key: 'client.key' };
  expect((await anna.post(`${path}/production/certify`, files(both))).status).toBe(303);
  const { html } = await anna.get(path);
  expect(html).toMatch(/klient.*Client certificate.*CN=shop\.example.*valid until.*2036/s);
  expect(html).not.toContain('PRIVATE KEY-----');
  expect(await deliver()).toMatchObject({ kind: 'answered', status: 200, body: 'shop.example' });
  // Its key is no secret that could be sent.
  const named = { partnerId: id, mode: 'production', name: 'klient' } as const;
  expect(await outgoingSecret(console.api.database.em(), console.api.deps.keyRing, named)).toBeUndefined();
  expect(await deliver(new Date('2037-01-01'))).toEqual({
    kind: 'blocked',
    fault: { code: 'CLIENT_CERTIFICATE_EXPIRED', name: 'klient' },
  });
  const audit = await anna.get('/audit');
  expect(audit.html).not.toContain('PRIVATE KEY-----');
  server.close().closeAllConnections();
});
