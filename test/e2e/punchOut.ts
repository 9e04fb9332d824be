import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { z } from 'zod';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { writePunchOutSetupRequest, type SetupRequestToWrite } from '../../formats/cxml/punchOutSetupRequest.write.ts';
import { allText, child } from '../../formats/cxml/read.ts';
import type { agreementSchema } from '../../partners/agreement.ts';
import { addIncoming } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import type { PurchasingSystem } from '../kit/purchasingSystem.ts';
import type { TestSystem } from '../kit/system.ts';

export const SECRET = 'hemlig-lösning-å';
export const BUYER = { domain: 'DUNS', identity: '999999930' };
export const SHOP = { domain: 'DUNS', identity: '999999901' };

type PunchOut = NonNullable<z.input<typeof agreementSchema>['punchOut']>;

/** Whatever shows a page of the shop: the window, or a frame in it. */
export type Where = Page | Frame | FrameLocator;

/** A partner that shops for Lindströms (K1003) and whose purchasing system is the one given. */
export async function punchOutPartner(
  { database, keyRing }: TestSystem,
  buyer: PurchasingSystem,
  code: string,
  punchOut: PunchOut,
): Promise<string> {
  const em = database.em();
  const partnerId = await createPartner(em, { name: 'Proceedo Älvhult', addresses: { production: code } });
  const of = { partnerId, mode: 'production' as const, by: 'test', secret: SECRET };
  await addIncoming(em, keyRing, { ...of, name: 'form', kind: 'form', user: code });
  await addIncoming(em, keyRing, { ...of, name: 'cxml', kind: 'cxml', user: `${BUYER.domain}/${BUYER.identity}` });
  const common = { plainHttp: true, returnHosts: [new URL(buyer.url).host], customer: { default: 'K1003' } };
  await saveAgreement(em, { ...of, settings: { customers: ['K1003'], punchOut: { ...common, ...punchOut } } });
  return partnerId;
}

/** Fields of an OCI call-up. */
export function ociCall(code: string, hookUrl: string, more: Record<string, string> = {}): [string, string][] {
  return Object.entries({
    USERNAME: code,
    PASSWORD: SECRET,
    HOOK_URL: hookUrl,
    '~OkCode': 'ADDI',
    '~TARGET': '_top',
    '~CALLER': 'CTLG',
    http_content_charset: 'utf-8',
    ...more,
  });
}

/** Sends a setup request as the purchasing system's server does. @returns the start page, or the refusal in words */
export async function setUp(
  system: TestSystem,
  code: string,
  more: Partial<SetupRequestToWrite>,
): Promise<{ readonly startPage: string; readonly code: number }> {
  const body = writePunchOutSetupRequest({
    ...{ version: '1.2.014', language: 'sv', payloadId: `${Date.now()}@kund.example` },
    timestamp: '2026-11-25T20:00:00+01:00',
    ...{ from: BUYER, to: SHOP, sender: { ...BUYER, sharedSecret: SECRET }, userAgent: 'Test' },
    ...{ operation: 'create', buyerCookie: 'kaka 1 & åäö', items: [] },
    extrinsics: { UniqueName: 'åsa.öberg' },
    ...more,
  });
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  const answer = await fetch(`${system.apiUrl}/punchout/${code}`, { method: 'POST', headers, body });
  const document = parseCxml(new Uint8Array(await answer.arrayBuffer()));
  const start = child(document.content, 'StartPage', 'URL');
  return { startPage: start ? allText(start) : '', code: document.status?.code ?? 0 };
}

/** Searches, opens the product, puts so many into the cart, and goes to the cart. */
export async function fillCart(shop: Where, articleNumber: string, quantity: string): Promise<void> {
  await shop.locator('input[name=q]').first().fill(articleNumber);
  await shop.locator('form[role=search] button, .search button').first().click();
  await shop.locator(`a[href$="/product/${articleNumber}"]`).first().click();
  await shop.locator('.product-page').waitFor();
  await shop.locator('input[name=quantity]').first().fill(quantity);
  await shop.locator('form.quantity button').first().click();
  await shop.locator('#basket span', { hasText: /\d/ }).waitFor();
  await shop.locator('#basket').click();
  await shop.locator('.summary').waitFor();
}

/** Presses *Continue*, the one primary button. */
export async function pressContinue(shop: Where): Promise<void> {
  await shop.locator('.summary button.primary').click();
}
