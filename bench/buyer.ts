import type { MikroORM } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { addIncoming } from '../partners/credentials.ts';
import { createPartner, saveAgreement } from '../partners/partners.ts';
import type { punchOutSettings } from '../partners/punchOut.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { BUYER } from './articles.ts';
import { PARTNER_SECRET } from './seed.ts';

export const BUYER_CODE = 'buyer';
const HOOK_URL = 'https://srm.buyer.example/hook?ticket=7';
const CXML_NAME = { domain: 'DUNS', identity: '999999930' };

/** Opens every punch-out protocol for the one customer. */
export const punchOut: z.input<typeof punchOutSettings> = {
  oci: {},
  cxml: { from: [CXML_NAME] },
  peppol: {},
  returnHosts: ['srm.buyer.example'],
  customer: { default: BUYER.customerNumber },
};

/** A partner whose buyers punch out. @returns its id */
export async function seedBuyer(orm: MikroORM, keyRing: KeyRing): Promise<string> {
  const em = orm.em.fork();
  const partnerId = await createPartner(em, { name: 'Buyer', addresses: { production: BUYER_CODE } });
  const of = { partnerId, mode: 'production' as const, by: 'bench' };
  await addIncoming(em, keyRing, { ...of, name: 'form', kind: 'form', user: BUYER_CODE, secret: PARTNER_SECRET });
  await saveAgreement(em, { ...of, settings: { punchOut, limits: { requestsPerMinute: 100_000 } } });
  return partnerId;
}

/** The call-up of an OCI catalogue, as a browser posts it. @returns the start link below our own address */
export async function ociLogin(apiUrl: string): Promise<string> {
  const fields = { USERNAME: BUYER_CODE, PASSWORD: PARTNER_SECRET, HOOK_URL, '~TARGET': '_top' };
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${apiUrl}/punchout/${BUYER_CODE}`, { method: 'POST', body, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`the login was answered ${answer.status}: ${await answer.text()}`);
  return apiUrl + new URL(location).pathname;
}

/** Opens the start link and reads the first page. @returns the session's address, without a slash at the end */
export async function firstPage(startLink: string): Promise<string> {
  const page = await fetch(startLink);
  const html = await page.text();
  if (page.status !== 200 || !html.includes('</html>')) throw new Error(`the first page was answered ${page.status}`);
  return page.url.replace(/\/$/, '');
}
