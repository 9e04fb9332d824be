import { beforeAll, expect, it } from 'vitest';
import { profiles } from '../../../formats/ubl/profiles.ts';
import type { TestApi } from '../../kit/api.ts';
import { call, HOOK, latestSession, partner, SECRET, startDoor } from './door.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startDoor();
  await partner(api, 'kommunen', { peppol: {}, returnHosts: ['srm.kund.example'] }, { customers: ['K1001', 'K1002'] });
  return api.close;
});

const SPECIFICATION = profiles['peppol-18a-cart'].customizations[0];

function logIn(more: Record<string, string> = {}) {
  const fields = {
    username: 'kommunen',
    password: SECRET,
    buyer_id: 'K1001',
    return_object_spec_id: SPECIFICATION,
    post_url: HOOK,
    ...more,
  };
  return call(api, 'kommunen', { method: 'POST', body: new URLSearchParams(fields) });
}

it('sends the buyer into the shop; the specification id is trimmed', async () => {
  const answer = await logIn({ return_object_spec_id: `\n      ${SPECIFICATION} ` });
  expect(answer.status).toBe(303);
  expect(await latestSession(api)).toMatchObject({
    protocol: 'peppol',
    return_spec: { url: HOOK, document: 'peppol-18a-cart', target: '_top' },
  });
  await logIn({ return_object_spec_id: profiles['peppol-3-cart'].customizations[0] });
  expect(await latestSession(api)).toMatchObject({ return_spec: { document: 'peppol-3-cart' } });
});

it.each<[string, Record<string, string>, number]>([
  ['a wrong password', { password: 'fel' }, 401],
  ['an unknown specification', { return_object_spec_id: 'urn:x' }, 415],
  ['a foreign return address', { post_url: 'https://evil.example/' }, 403],
  ['no return address', { post_url: '' }, 422],
  ['a buyer that is not connected', { buyer_id: 'K1003' }, 403],
  ['no buyer where there are several', { buyer_id: '' }, 403],
])('refuses %s with a page for a person', async (_, more, status) => {
  const answer = await logIn(more);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
});
