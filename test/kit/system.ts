import { readFileSync, rmSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { demoBuyerUrl, demoSecret, seedDemoInstallation } from '../../cli/demo.ts';
import { DemoBuyer } from '../../cli/demoBuyer/demoBuyer.ts';
import { createDemoReceiver, listenOn } from '../../cli/demoReceiver.ts';
import { keptSecret } from '../../cli/settings.ts';
import { startNode } from '../../cli/startNode.ts';
import { balanceBooks } from '../../documents/books.ts';
import type { DemoAddress } from '../../partners/demo.ts';
import { readLocalConfig } from '../../platform/config.ts';
import { freePort } from '../../platform/embedded/ports.ts';
import { stopServers, type Server } from '../../platform/embedded/processes.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { temporaryFolder } from './folders.ts';
import { testTemporal, type TestTemporal } from './temporal.ts';

/** API and worker as real processes with a database and a namespace of their own, the demo data, and the demo receiver. */
export interface TestSystem {
  /** http://127.0.0.1:port */
  readonly apiUrl: string;
  readonly database: TestDatabase;
  readonly temporal: TestTemporal;
  readonly keyRing: KeyRing;
  /** A REST key with all scopes. */
  readonly apiKey: string;
  /** Page of the demo purchasing system. */
  readonly buyerUrl: string;
  /** Where the demo receiver keeps what it gets: `*.xml` with a `*.json` beside each. */
  readonly received: string;
  /** The secret of a demo partner's address; the user is the address. */
  secretOf(address: DemoAddress): string;
  /** What the demo purchasing system shows as cXML Sender. */
  readonly cxmlSecret: string;
  /** What it shows in the form of an OCI call. */
  readonly formSecret: string;
  readonly processes: Readonly<Record<'api' | 'worker', Server>>;
  /** One more of a kind on the same database and namespace, as behind a load balancer. */
  another(name: 'api' | 'worker'): Promise<{ readonly server: Server; readonly url: string }>;
  /** Stops all, and fails when the books do not balance. Fits as the result of beforeAll. */
  readonly close: () => Promise<void>;
}

/** @param settings environment variables of API and worker beside those of the kit */
export async function startSystem(settings: Readonly<Record<string, string>> = {}): Promise<TestSystem> {
  const dataDir = temporaryFolder('system');
  const [database, temporal] = [await createTestDatabase(), await testTemporal()];
  const [port, workerPort, receiverPort] = [await freePort(), await freePort(), await freePort()];
  const secretKeys = keptSecret(dataDir, 'secret-keys');
  const received = join(dataDir, 'received');
  const receiverUrl = `http://127.0.0.1:${receiverPort}`;
  const buyer = new DemoBuyer({
    url: demoBuyerUrl(dataDir, receiverUrl),
    punchOutUrl: `http://127.0.0.1:${port}/punchout/lindstroms`,
    user: 'lindstroms',
    password: demoSecret(dataDir, 'form'),
    sharedSecret: demoSecret(dataDir, 'cxml'),
  });
  const receiver = createDemoReceiver({ folder: received, token: demoSecret(dataDir, 'receiver'), buyer });
  await listenOn(receiver, receiverPort);
  const keyRing = new KeyRing(readLocalConfig({ ROUNDTRIP_SECRET_KEYS: secretKeys }).secretKeys!);
  const keyFile = await seedDemoInstallation(database.orm, keyRing, {
    dataDir,
    publicUrl: `http://127.0.0.1:${port}`,
    receiverUrl,
  });
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    ROUNDTRIP_SECRET_KEYS: secretKeys,
    ALLOW_PRIVATE_ADDRESSES: 'yes',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    // Another site than the purchasing systems of browser tests, which are at localhost.
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...settings,
  };
  const processes = {
    worker: await startNode('worker', workerPort, dataDir, env),
    api: await startNode('api', port, dataDir, env),
  };
  const others: Server[] = [];
  return {
    apiUrl: `http://127.0.0.1:${port}`,
    database,
    temporal,
    keyRing,
    apiKey: /API_KEY='(.+)'/.exec(readFileSync(keyFile, 'utf8'))![1]!,
    received,
    buyerUrl: demoBuyerUrl(dataDir, receiverUrl),
    secretOf: (address) => demoSecret(dataDir, address),
    cxmlSecret: demoSecret(dataDir, 'cxml'),
    formSecret: demoSecret(dataDir, 'form'),
    processes,
    another: async (name) => {
      const ownPort = await freePort();
      const ownPorts = { [name === 'api' ? 'PORT' : 'WORKER_PORT']: String(ownPort) };
      const server = await startNode(name, ownPort, join(dataDir, `another-${name}`), { ...env, ...ownPorts });
      others.push(server);
      return { server, url: `http://127.0.0.1:${ownPort}` };
    },
    close: async () => {
      await Promise.all(others.map((server) => server.stop()));
      await closeSystem(dataDir, database, receiver);
    },
  };
}

async function closeSystem(dataDir: string, database: TestDatabase, receiver: HttpServer): Promise<void> {
  await stopServers(dataDir, ['api', 'worker']);
  receiver.close();
  receiver.closeAllConnections();
  const { balanced, ...books } = await balanceBooks(database.em());
  await database.close();
  if (!balanced) throw new Error(`The books do not balance: ${JSON.stringify(books)}. Logs: ${dataDir}/logs`);
  rmSync(dataDir, { recursive: true, force: true });
}
