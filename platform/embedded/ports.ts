import { createServer } from 'node:net';
import { SetupProblem } from './setupProblem.ts';

/** A port that is free at this moment. */
export function freePort(): Promise<number> {
  return listenBriefly(0);
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

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
