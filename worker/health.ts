import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';
import { listen } from '../platform/listen.ts';

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  /** False: the worker takes no steps (any more). */
  readonly isRunning: () => boolean;
  readonly registry: Registry;
}

/** `/health` and `/metrics` of the worker process. @throws ConfigurationError when the port is taken */
export async function startHealth({ host, port, isRunning, registry }: HealthOptions): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/health') {
      const running = isRunning();
      response.writeHead(running ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: running ? 'ok' : 'stopping' }));
    } else if (request.url === '/metrics') {
      registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  await listen(server, { host, port }, 'HOST and WORKER_PORT');
  return server;
}
