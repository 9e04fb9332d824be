import type { Page } from 'playwright-core';
import type { z } from 'zod';
import type { Identifier } from '../../formats/document/order.ts';
import type { OrderLineToWrite } from '../../formats/document/orderToWrite.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import type { agreementSchema, Agreement } from '../../partners/agreement.ts';
import { addIncoming } from '../../partners/credentials.ts';
import { createPartner, findAtAddress, saveAgreement } from '../../partners/partners.ts';
import { makeOrder, type SentOrder, type SimulatedFormat } from '../../simulator/orders.ts';
import type { Buyer } from '../../simulator/buyer.ts';
import type { ReadCart } from '../../simulator/readCart.ts';
import type { PurchasingSystem } from '../kit/purchasingSystem.ts';
import { BUYER, SECRET, fillCart, pressContinue } from './punchOut.ts';
import { until, type Outside } from './system.ts';

/** Of the demo shop: the customer that every story is about, in Peppol and in the shop. */
export const CUSTOMER = 'K1003';
export const SHOP_IN_PEPPOL: Required<Identifier> = { scheme: '0007', id: '5599990016' };
export const BUYER_IN_PEPPOL: Required<Identifier> = { scheme: '0007', id: '5599991030' };

/** What the buyer takes of the catalogue. */
export const WANTED = [
  { articleNumber: 'HM-01', quantity: '10' },
  { articleNumber: 'PA-01', quantity: '5' },
] as const;

/** A way on which documents come to the buyer and go from it. */
export interface Way {
  /** All that came, as text, oldest first. */
  received(): Promise<string[]> | string[];
  send(document: string): Promise<void>;
}

export interface TradingPartner {
  readonly id: string;
  readonly code: string;
  readonly settings: Agreement;
}

/** A partner of the customer, with every login that its protocols need. */
export async function tradingPartner(
  { system }: Outside,
  purchasing: PurchasingSystem,
  code: string,
  settings: Omit<z.input<typeof agreementSchema>, 'customers'>,
  hubId?: string,
): Promise<TradingPartner> {
  const em = system.database.em();
  const name = `Åkerlunds inköp, ${code}`;
  const id = await createPartner(em, { name, addresses: { production: code }, ...(hubId !== undefined && { hubId }) });
  const of = { partnerId: id, mode: 'production' as const, by: 'test', secret: SECRET };
  await addIncoming(em, system.keyRing, { ...of, name: 'form', kind: 'form', user: code });
  await addIncoming(em, system.keyRing, { ...of, name: 'orders', kind: 'basic', user: code });
  const user = `${BUYER.domain}/${BUYER.identity}`;
  await addIncoming(em, system.keyRing, { ...of, name: 'cxml', kind: 'cxml', user });
  const common = { plainHttp: true, returnHosts: [new URL(purchasing.url).host], customer: { default: CUSTOMER } };
  const punchOut = { ...common, ...settings.punchOut };
  await saveAgreement(em, { ...of, settings: { ...settings, customers: [CUSTOMER], punchOut } });
  const found = await findAtAddress(em, code);
  return { id, code, settings: found!.agreement!.settings };
}

/** Has the catalogue exported, and waits until the buyer has it. */
export async function catalogueOf(outside: Outside, partner: TradingPartner, way: Way): Promise<string> {
  const path = `/partners/${partner.id}/catalogue-exports`;
  const before = (await way.received()).length;
  const { id } = await outside.rest<{ id: string }>('POST', path, {});
  const done = await until(async () => {
    const run = await outside.rest<{ state: string }>('GET', `${path}/${id}`);
    return ['done', 'refused'].includes(run.state) ? run : undefined;
  });
  if (done.state !== 'done') throw new Error(`the catalogue was refused: ${JSON.stringify(done)}`);
  return until(async () => (await way.received())[before]);
}

/** Shops what is wanted; the window stands on the first page of the shop. */
export async function shop(page: Page): Promise<void> {
  await page.locator('.strip').first().waitFor();
  for (const { articleNumber, quantity } of WANTED) await fillCart(page, articleNumber, quantity);
  await pressContinue(page);
}

/** The order that the buyer's system makes of the cart. */
export async function orderOf(
  { system }: Outside,
  { id, settings }: TradingPartner,
  cart: ReadCart,
  format: SimulatedFormat,
): Promise<{ readonly sent: SentOrder; readonly buyer: Buyer }> {
  const lines = cart.lines.flatMap(({ line }): OrderLineToWrite[] => (line ? [line] : []));
  if (lines.length !== WANTED.length) throw new Error(`the cart cannot be ordered: ${JSON.stringify(cart)}`);
  const buyer: Buyer = {
    ...{ simulationId: 'round-trip', partnerId: id, settings, customerNumber: CUSTOMER },
    ...{ punchOutUrl: '', punchInUrl: '', hookUrl: '', userName: '', secret: SECRET },
  };
  const { currency, quotation } = cart;
  const given = { lines, currency, quotation, format, deviation: 'none' } as const;
  return { sent: await makeOrder(system.database.em(), buyer, given, new Date()), buyer };
}

interface Line {
  readonly position: number;
  readonly quantities: { readonly outstanding: string };
}

/** Follows the order from its arrival until all of it has left; each message must have come to the buyer. */
export async function followed(
  outside: Outside,
  way: Way,
  number: string,
  messages: { readonly response: RegExp; readonly despatch: RegExp },
): Promise<{ readonly id: string; readonly response: string; readonly despatch: string }> {
  const arrived = async (root: RegExp): Promise<string> =>
    until(async () => (await way.received()).find((text) => root.test(text) && text.includes(number)));
  const { id } = await until(async () => {
    const order = await outside.orderOf(number);
    return order['status'] === 'New' || order['status'] === 'Confirmed' ? order : undefined;
  });
  const response = await arrived(messages.response);
  const { items } = await outside.rest<{ items: Line[] }>('GET', `/orders/${id}/lines`);
  const lines = items.map(({ position, quantities }) => ({ position, quantity: quantities.outstanding }));
  await outside.rest('POST', `/orders/${id}/decisions`, { kind: 'accept' });
  await until(async () => ((await outside.rest('GET', `/orders/${id}`))['status'] === 'Confirmed' ? true : undefined));
  await outside.rest('POST', `/orders/${id}/deliveries`, { despatchedOn: '2026-11-26', lines });
  const despatch = await arrived(messages.despatch);
  await until(async () => ((await outside.rest('GET', `/orders/${id}`))['status'] === 'Shipped' ? true : undefined));
  return { id, response, despatch };
}

/** What our rules find wrong with a document. */
export function findingsOf(text: string): readonly unknown[] {
  const validator = new DocumentValidator();
  validator.write(Buffer.from(text));
  return validator.finish().findings.filter(({ severity }) => severity === 'fatal');
}
