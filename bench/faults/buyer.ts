import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { articleNumber } from '../articles.ts';
import { firstPage, ociLogin } from '../buyer.ts';

const RETRY_PAUSE = 400;

/** A cart as its buyer filled it. */
export interface Shopped {
  /** Article number to quantity. */
  readonly wanted: Readonly<Record<string, string>>;
  /** The same as the purchasing system received it; undefined where nothing came back in time. */
  readonly received: Readonly<Record<string, string>> | undefined;
  /** Visits that had to begin anew because the start link was used up by an answer that was lost. */
  readonly anew: number;
}

/**
 * Shops once, as a buyer with a browser does while everything falls over: a page that does not come is loaded again, a form that was not
 * answered is sent again with its key, and the waiting page is followed until the cart is there.
 */
export async function shopOnce(apiUrl: string, number: number, giveUp: AbortSignal): Promise<Shopped> {
  const wanted: Record<string, string> = {};
  for (let line = 0; line < 3; line += 1)
    wanted[articleNumber((number * 3 + line) % 300)] = String(1 + ((number + line) % 9));
  let anew = -1;
  while (!giveUp.aborted) {
    anew += 1;
    const shop = await enter(apiUrl, giveUp);
    if (shop === undefined) continue;
    for (const [article, quantity] of Object.entries(wanted)) {
      const form = { article, quantity, unit: 'C62', key: randomUUID(), back: 'cart' };
      await again(giveUp, () => post(`${shop}/cart/add`, form));
    }
    const received = await comeBack(shop, giveUp);
    return { wanted, received, anew };
  }
  return { wanted, received: undefined, anew };
}

/** @returns the session's address; undefined when the link was used up and the page was lost: the buyer clicks in the catalogue again */
async function enter(apiUrl: string, giveUp: AbortSignal): Promise<string | undefined> {
  const link = await again(giveUp, () => ociLogin(apiUrl));
  if (link === undefined) return undefined;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const page = await firstPage(link).catch(() => undefined);
    if (page !== undefined) return page;
    await sleep(RETRY_PAUSE);
  }
  return undefined;
}

/** Presses Continue and follows the page that waits. */
async function comeBack(shop: string, giveUp: AbortSignal): Promise<Shopped['received']> {
  const attempt = randomUUID();
  await again(giveUp, () => post(`${shop}/return`, { attempt, page: '1' }));
  return again(giveUp, async () => {
    const page = await fetch(`${shop}/return/${attempt}`);
    const html = await page.text();
    if (page.status !== 200) throw new Error(`the cart is not there yet: ${page.status}`);
    return itemsOf(html);
  });
}

function itemsOf(html: string): Record<string, string> {
  const value = (name: string): [string, string][] =>
    [...html.matchAll(new RegExp(`name="NEW_ITEM-${name}\\[(\\d+)\\]" value="([^"]*)"`, 'g'))].map(([, n, text]) => [
      n!,
      text!,
    ]);
  const quantities = new Map(value('QUANTITY'));
  return Object.fromEntries(value('VENDORMAT').map(([n, article]) => [article, quantities.get(n) ?? '']));
}

async function post(url: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status >= 500 || answer.status === 429) throw new Error(`answered ${answer.status}`);
  if (answer.status >= 400)
    throw new RefusedPage(`${new URL(url).pathname.split('/').at(-1)} was answered ${answer.status}`);
}

/** A page that says no: sending it again would not help. */
class RefusedPage extends Error {
  override readonly name = 'RefusedPage';
}

async function again<T>(giveUp: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  while (!giveUp.aborted) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RefusedPage) throw error;
      await sleep(RETRY_PAUSE);
    }
  }
  return undefined;
}
