import type { z } from 'zod';
import type { agreementSchema } from '../../../partners/agreement.ts';
import { addIncoming } from '../../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../../partners/partners.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';

export const SECRET = 'hemlig-lösning-å-4711';
export const HOOK = 'https://srm.kund.example/hook?sid=42&x=%C3%A5';
export const BUYER = { domain: 'DUNS', identity: '999999930' };
export const SHOP = { domain: 'DUNS', identity: '999999901' };

type Settings = z.input<typeof agreementSchema>;
type PunchOut = NonNullable<Settings['punchOut']>;

/** Opens every protocol. */
export const everything: PunchOut = {
  oci: { parameters: { userId: 'USERID', customer: 'KUNDNR' } },
  cxml: { from: [BUYER], to: [SHOP] },
  peppol: {},
  returnHosts: ['srm.kund.example'],
  customer: { default: 'K1003' },
};

/** An API with the demo shop; Temporal is away, which nobody who logs in notices. */
export async function startDoor(): Promise<TestApi> {
  const api = await startTestApi();
  await seedDemo(api.database.em());
  return api;
}

/** A partner with a login form and a cXML Sender of the same secret. */
export async function partner(
  api: TestApi,
  code: string,
  punchOut: PunchOut = everything,
  more: Settings = {},
): Promise<string> {
  const em = api.database.em();
  const { keyRing } = api.deps;
  const partnerId = await createPartner(em, { name: 'Södra Verken', addresses: { production: code } });
  const of = { partnerId, mode: 'production' as const, by: 'test', secret: SECRET };
  await addIncoming(em, keyRing, { ...of, name: 'form', kind: 'form', user: code });
  await addIncoming(em, keyRing, { ...of, name: 'cxml', kind: 'cxml', user: 'DUNS/999999930' });
  await saveAgreement(em, { ...of, settings: { ...more, punchOut } });
  return partnerId;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function call(api: TestApi, path: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(`${api.url}/punchout/${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Posts an OCI call-up. */
export function postOci(api: TestApi, code: string, more: Record<string, string> = {}): Promise<Answered> {
  const fields = { USERNAME: code, PASSWORD: SECRET, HOOK_URL: HOOK, '~TARGET': '_top', OCI_VERSION: '4.0', ...more };
  return call(api, code, { method: 'POST', body: new URLSearchParams(fields) });
}

/** The hidden inputs of a page, in their order. */
export function inputs(html: string): [name: string, value: string][] {
  const unescape = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
    unescape(name!),
    unescape(value!),
  ]);
}

/** The latest session of the database. */
export async function latestSession(api: TestApi): Promise<Record<string, unknown>> {
  const rows = await api.database.em().execute('select * from punch_out_session order by id desc limit 1');
  return rows[0] as Record<string, unknown>;
}
