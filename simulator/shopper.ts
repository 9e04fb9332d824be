/** Shops without a browser, by the pages that a buyer sees: for checks that run by themselves. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Parameter } from '../formats/oci/parameters.ts';
import { isCartUnit } from '../formats/ubl/cart.codes.ts';
import type { CallForm } from './punchOut.ts';

const TIMEOUT = 30_000;
const PAUSE = 500;
/** Milliseconds that a cart may take. */
const PATIENCE = 60_000;

/** What a page answered; redirects are not followed. */
export interface PageAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
  /** Cookies that it wanted to set: the shop must do without. */
  readonly cookies: readonly string[];
}

/** Sends a login form as a browser does. */
export async function sendForm({ action, method, fields }: CallForm): Promise<PageAnswer> {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  if (method === 'post') return ask(action, { method: 'POST', body });
  return ask(`${action}${action.includes('?') ? '&' : '?'}${body.toString()}`);
}

/** A visit in the shop. */
export class Shopping {
  /** Address of the session's pages, without a slash at the end. */
  readonly address: string;
  /** The page that the buyer lands on. */
  readonly landing: PageAnswer;

  private constructor(address: string, landing: PageAnswer) {
    this.address = address;
    this.landing = landing;
  }

  /** Opens a start link, which counts once. @throws Error with what the page said instead */
  static async enter(startPage: string): Promise<Shopping> {
    const opened = await ask(startPage);
    if (opened.location === undefined) throw new Error(`The start page answered HTTP ${opened.status}.`);
    const landing = new URL(opened.location, startPage);
    const page = await ask(landing.href);
    if (page.status !== 200) throw new Error(`The first page of the shop answered HTTP ${page.status}.`);
    const token = /^(.*\/shop\/[^/]+)/.exec(landing.href)?.[1];
    if (token === undefined) throw new Error('The start page does not lead into the shop.');
    return new Shopping(token, page);
  }

  /** Puts the first articles into the cart that can be bought, in units that every format knows. @returns how many */
  async fill(most: number): Promise<number> {
    const home = await ask(`${this.address}/`);
    const categories = [...home.text.matchAll(/href="([^"]*\/category\/[^"]+)"/g)].map(([, href]) =>
      unescapeHtml(href!),
    );
    let added = 0;
    for (const href of new Set(categories)) {
      const page = await ask(new URL(href, this.address).href);
      const sendable = buyForms(page.text).filter(({ unit = '' }) => isCartUnit('peppol-3-cart', unit));
      for (const form of sendable.slice(0, most - added)) {
        const answer = await this.post('/cart/add', form);
        if (answer.status < 400) added += 1;
      }
      if (added >= most) break;
    }
    return added;
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer> {
    return ask(this.address + path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Leaves the shop, and posts what it hands over to the purchasing system. @returns undefined where nothing is handed over */
  async leave(exit: 'return' | 'empty' | 'cancel'): Promise<HandedOver | undefined> {
    const attempt = randomUUID();
    const asked = await this.post(`/${exit}`, { attempt, page: '1' });
    if (asked.status >= 400) throw new Error(`${exit} answered HTTP ${asked.status}.`);
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      const page = await ask(`${this.address}/${exit}/${attempt}`);
      if (page.status === 200) return handOver(page.text);
      if (page.status >= 400) throw new Error(`The page that hands the cart over answered HTTP ${page.status}.`);
      await sleep(PAUSE);
    }
    throw new Error(`The cart was not there after ${PATIENCE / 1_000} s.`);
  }
}

/** A form that went to the purchasing system. */
export interface HandedOver {
  readonly action: string;
  readonly fields: readonly Parameter[];
  readonly answer: PageAnswer;
}

/** Sends the form of a page on, as its script does. @returns undefined where the page has none */
export async function handOver(html: string): Promise<HandedOver | undefined> {
  const form = /<form method="(post|get)" action="([^"]*)"/.exec(html);
  if (!form) return undefined;
  const action = unescapeHtml(form[2]!);
  const fields = hiddenInputs(html);
  const answer = await sendForm({ action, method: form[1] === 'get' ? 'get' : 'post', fields });
  return { action, fields, answer };
}

/** The forms by which articles are put into the cart, as they stand in a page. */
function buyForms(html: string): Record<string, string>[] {
  return [...html.matchAll(/<form class="quantity"[^>]*>(.*?)<\/form>/gs)].map(([, form]) => {
    const quantity = /<input name="quantity"[^>]*? value="([^"]*)"/.exec(form!)?.[1] ?? '1';
    const unit = /<option value="([^"]*)" selected/.exec(form!)?.[1];
    return {
      ...Object.fromEntries(hiddenInputs(form!)),
      quantity: unescapeHtml(quantity),
      ...(unit !== undefined && { unit: unescapeHtml(unit) }),
      back: 'cart',
    };
  });
}

function hiddenInputs(html: string): Parameter[] {
  return [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
    unescapeHtml(name!),
    unescapeHtml(value!),
  ]);
}

const entities: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|(quot|lt|gt|amp));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? entities[name]! : String.fromCodePoint(Number(code)),
  );
}

async function ask(url: string, init: RequestInit = {}): Promise<PageAnswer> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT), ...init });
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? undefined,
    text: await answer.text(),
    cookies: answer.headers.getSetCookie(),
  };
}
