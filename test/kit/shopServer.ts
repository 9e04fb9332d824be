import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as the stand-in shop got it. */
export interface ShopRequest {
  readonly method: string;
  /** Below the shop's address, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** What it answers: JSON, a text as it is, or nothing at all for a shop that hangs. */
export type ShopReply =
  { readonly status?: number; readonly json?: unknown; readonly text?: string } | 'hang' | 'break';

/** A real HTTP server in the place of a shop. */
export interface ShopServer {
  readonly url: string;
  readonly requests: ShopRequest[];
  /** What it does from now on. */
  answer: (request: ShopRequest) => ShopReply;
  readonly close: () => Promise<void>;
}

export async function startShopServer(answer: ShopServer['answer'] = () => ({ status: 404 })): Promise<ShopServer> {
  const requests: ShopRequest[] = [];
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(req.url ?? '', 'http://shop');
    const said = await text(req);
    const request: ShopRequest = {
      method: req.method ?? '',
      path: pathname.replace(/^\/api\//, ''),
      query,
      headers: req.headers,
      body: said === '' ? undefined : (JSON.parse(said) as unknown),
    };
    requests.push(request);
    const reply = shop.answer(request);
    if (reply === 'break') res.destroy();
    else if (reply !== 'hang') {
      res.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
      res.end(reply.text ?? JSON.stringify(reply.json ?? {}));
    }
  };
  const server = createServer((req, res) => void take(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const shop: ShopServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    requests,
    answer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return shop;
}
