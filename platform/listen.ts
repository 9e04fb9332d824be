import { once } from 'node:events';
import type { Server } from 'node:net';
import { ConfigurationError } from './config.ts';

/** What an administrator can do about an address that cannot be listened on. */
const causes: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already',
  EACCES: 'this user may not listen there; ports below 1024 are for root',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'that host name is not known',
};

/**
 * Listens, and says in a sentence why it cannot.
 * @param variables the settings that name host and port, for the sentence
 * @throws ConfigurationError
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  variables: string,
): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const cause = causes[String((error as NodeJS.ErrnoException).code)];
    if (cause === undefined) throw error;
    throw new ConfigurationError([`${variables}: cannot listen on ${host}, port ${port}: ${cause}.`]);
  }
}
