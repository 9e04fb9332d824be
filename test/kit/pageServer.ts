import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { assetsRouter } from '../../web/assets.ts';

/** Pages over real HTTP, with the files that they need. @param path which the handler stands below */
export async function servePage(
  handler: RequestHandler,
  path = '/',
): Promise<{ readonly url: string; readonly close: () => void }> {
  const app = express();
  app.use('/assets', assetsRouter());
  app.use(path, handler);
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
