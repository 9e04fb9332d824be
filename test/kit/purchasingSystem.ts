import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the buyer's page shows the shop. */
export type ShownIn = 'window' | 'frame' | 'nestedFrame' | 'sandboxedFrame' | 'popup';

/** How the buyer gets to the shop: by a form with the login, or by a link that the shop gave out. */
export type WayIn =
  | {
      readonly action: string;
      readonly method: 'get' | 'post';
      readonly fields: readonly (readonly [name: string, value: string])[];
    }
  | { readonly link: string };

/** A form that came back, as its bytes came. */
export interface ReturnedForm {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType: string;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly body: Buffer;
  /** Names and values in the order of the form, out of the body or, of a GET form, the query. @param charset that the form was posted in */
  fields(charset?: string): [name: string, value: string][];
}

/**
 * Plays the buyer's purchasing system: on an origin of its own, with a page that opens the shop, and an address that keeps what
 * comes back.
 */
export interface PurchasingSystem {
  /** `http://localhost:port`: another site than a shop at 127.0.0.1. */
  readonly url: string;
  /** Where carts are returned to. */
  readonly hookUrl: string;
  /** An address that redirects to it, method and body kept. */
  readonly movedHookUrl: string;
  /** Address of a page with a button that opens the shop. */
  page(wayIn: WayIn, shownIn: ShownIn): string;
  readonly returned: readonly ReturnedForm[];
  /** Resolves with the return of that number, counted from 1. */
  waitForReturn(number?: number): Promise<ReturnedForm>;
  readonly close: () => Promise<void>;
}

export async function startPurchasingSystem(): Promise<PurchasingSystem> {
  const pages = new Map<string, string>();
  const returned: ReturnedForm[] = [];
  const server = createServer((req, res) => void answer(req, res, pages, returned));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    hookUrl: `${url}/hook?session=Åkern%20och%20ängen&ticket=7`,
    movedHookUrl: `${url}/moved?ticket=8`,
    page: (wayIn, shownIn) => {
      const path = `/catalogue/${pages.size}`;
      pages.set(`${path}/inner`, page(opener(wayIn, 'shop') + frame('shop')));
      pages.set(path, outerPage(wayIn, shownIn, `${path}/inner`));
      return url + path;
    },
    returned,
    waitForReturn: (number = returned.length + 1) => waitFor(returned, number),
    close: () => close(server),
  };
}

function outerPage(wayIn: WayIn, shownIn: ShownIn, inner: string): string {
  if (shownIn === 'window') return page(opener(wayIn, '_self'));
  if (shownIn === 'popup') return page(opener(wayIn, 'shop'));
  if (shownIn === 'nestedFrame')
    return page(`<iframe title="Katalog" src="${inner}" width="1200" height="820"></iframe>`);
  return page(opener(wayIn, 'shop') + frame('shop', shownIn === 'sandboxedFrame'));
}

function frame(name: string, sandboxed = false): string {
  const sandbox = sandboxed ? ' sandbox="allow-forms allow-scripts allow-top-navigation"' : '';
  return `<iframe name="${name}" title="Butik" width="1100" height="760"${sandbox}></iframe>`;
}

function opener(wayIn: WayIn, target: string): string {
  if ('link' in wayIn) return `<a id="open" href="${escape(wayIn.link)}" target="${target}">Till katalogen</a>`;
  const inputs = wayIn.fields.map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<form action="${escape(wayIn.action)}" method="${wayIn.method}" target="${target}">${inputs.join('')}
<button id="open">Till katalogen</button></form>`;
}

function page(content: string): string {
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Inköpssystemet</title></head><body>
<h1>Inköpssystemet</h1>${content}</body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  pages: ReadonlyMap<string, string>,
  returned: ReturnedForm[],
): Promise<void> {
  const url = req.url ?? '/';
  const known = pages.get(url);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (known !== undefined) return void res.end(known);
  const body = Buffer.concat(await req.toArray());
  if (url.startsWith('/moved')) return void res.writeHead(307, { location: url.replace('/moved', '/hook') }).end();
  if (!url.startsWith('/hook')) return void res.writeHead(404).end();
  const { method = '', headers } = req;
  returned.push({
    method,
    url,
    contentType: headers['content-type'] ?? '',
    origin: headers.origin,
    referer: headers.referer,
    body,
    fields: (charset = 'utf-8') =>
      formFields(method === 'GET' ? (url.split('?')[1] ?? '') : body.toString('latin1'), charset),
  });
  res.end(page('<p id="received">Kundvagnen är mottagen.</p>'));
}

/** `application/x-www-form-urlencoded` in any charset: URLSearchParams knows UTF-8 alone. */
function formFields(text: string, charset: string): [string, string][] {
  const decoder = new TextDecoder(charset, { fatal: true });
  const decode = (part: string) => {
    const bytes = part
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return decoder.decode(Buffer.from(bytes, 'latin1'));
  };
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decode(name), decode(value.join('='))];
    });
}

async function waitFor(returned: readonly ReturnedForm[], number: number): Promise<ReturnedForm> {
  for (let waited = 0; waited < 30_000; waited += 25) {
    const form = returned[number - 1];
    if (form) return form;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Return ${number} did not come within 30 s; ${returned.length} came.`);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
