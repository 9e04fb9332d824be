import type { MikroORM } from '@mikro-orm/postgresql';
import { Agent } from 'undici';
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

/** Keeps connections open, as a browser does; the clock shall not run for a client that is slower than one. */
const browser = new Agent({ connections: 64 });

/** The call-up of an OCI catalogue, as a browser posts it. @returns the start link below our own address */
export async function ociLogin(apiUrl: string): Promise<string> {
  const fields = { USERNAME: BUYER_CODE, PASSWORD: PARTNER_SECRET, HOOK_URL, '~TARGET': '_top' };
  const { location, status, text } = await ask(`${apiUrl}/punchout/${BUYER_CODE}`, new URLSearchParams(fields));
  if (location === undefined) throw new Error(`the login was answered ${status}: ${text}`);
  return apiUrl + new URL(location).pathname;
}

/** Opens the start link, follows it and reads the first page. @returns the session's address, without a slash at the end */
export async function firstPage(startLink: string): Promise<string> {
  const { location, status } = await ask(startLink);
  if (location === undefined) throw new Error(`the start link was answered ${status}`);
  const address = new URL(location, startLink).href;
  const page = await ask(address);
  if (page.status !== 200 || !page.text.includes('</html>'))
    throw new Error(`the first page was answered ${page.status}`);
  return address.replace(/\/$/, '');
}

/** One request, without following where it leads. */
async function ask(url: string, form?: URLSearchParams) {
  const { origin, pathname: path } = new URL(url);
  const { statusCode, headers, body } = await browser.request({
    ...{ origin, path },
    ...(form === undefined
      ? { method: 'GET' }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: form.toString(),
        }),
  });
  const { location } = headers;
  return { status: statusCode, location: typeof location === 'string' ? location : undefined, text: await body.text() };
}
