import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { SetupProblem } from './setupProblem.ts';

/**
 * A port that is free at this moment, from below those that systems give to connections (from 32,768 on Linux, 49,152 on macOS): one of
 * those might be taken before it is listened on.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    if (await isPortFree(port)) return port;
  }
}

export async function isPortFree(port: number): Promise<boolean> {
  return listenBriefly(port).then(
    () => true,
    () => false,
  );
}

/**
 * @param variable the environment variable that would choose another port
 * @throws SetupProblem naming port and variable
 */
export async function requireFreePort(port: number, what: string, variable: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new SetupProblem(
    `Port ${port} is taken, but ${what} needs it. Stop the program that uses it, or choose another one: ${variable}=${port + 10} npm start`,
  );
}

function listenBriefly(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve()));
  });
}
