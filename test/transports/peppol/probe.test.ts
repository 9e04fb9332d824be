import { beforeAll, expect, it } from 'vitest';
import { HttpSender } from '../../../transports/http/send.ts';
import { probeAccessPoint } from '../../../transports/peppol/probe.ts';
import { AccessPoint } from '../../kit/accessPoint.ts';

const authorization = `Basic ${Buffer.from('nord:hemligt').toString('base64')}`;
let point: AccessPoint;
let http: HttpSender;
beforeAll(async () => {
  point = await AccessPoint.start({ user: 'nord', password: 'hemligt' });
  http = new HttpSender({ allowPrivateAddresses: true });
  return async () => {
    point.close();
    await http.close();
  };
});

it('an access point that takes our log-in knows us, and gets no document', async () => {
  expect(await probeAccessPoint(http, { url: point.url, authorization })).toEqual({ verdict: 'known', status: 204 });
  expect(point.taken).toEqual([]);
});

it.each([404, 405, 501])('one that answers %i to a GET is there', async (status) => {
  point.troubles.push(status);
  expect(await probeAccessPoint(http, { url: point.url, authorization })).toEqual({ verdict: 'silent', status });
});

it('one that refuses us, or is in trouble, is told of', async () => {
  const refused = { verdict: 'failed', fault: { code: 'LOGIN_REFUSED' } };
  expect(await probeAccessPoint(http, { url: point.url })).toEqual(refused);
  point.troubles.push(503);
  const away = { verdict: 'failed', fault: { code: 'ANSWERED', status: 503 } };
  expect(await probeAccessPoint(http, { url: point.url, authorization })).toEqual(away);
  const nobody = { verdict: 'failed', fault: { code: 'CONNECTION_REFUSED' } };
  expect(await probeAccessPoint(http, { url: 'http://127.0.0.1:9/outbox' })).toEqual(nobody);
});
