import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { seedShop } from '../../bench/seed.ts';
import { decideOrder, type PersonsDecision } from '../../documents/decide.ts';
import { findInbound, receiveDocument } from '../../documents/inbound.ts';
import type { InboundDocument, StoredEnvelope } from '../../documents/inbound.entity.ts';
import { findOutbound } from '../../documents/outbound.ts';
import type { OutboundDocument } from '../../documents/outbound.entity.ts';
import { readTimeline } from '../../documents/timeline.ts';
import type { agreementSchema } from '../../partners/agreement.ts';
import type { FormatId, Identifier } from '../../formats/document/order.ts';
import { createPartner, findAgreement, saveAgreement } from '../../partners/partners.ts';
import type { Mode } from '../../partners/partner.entity.ts';
import { readConfig } from '../../platform/config.ts';
import { createLogger } from '../../platform/logging.ts';
import { newReference } from '../../platform/reference.ts';
import { tellDecision } from '../../platform/tellDecision.ts';
import { Engine } from '../../platform/temporal.ts';
import { startWorker, type RunningWorker } from '../../worker/main.ts';
import { punchInOrderId } from '../../workflows/ids.ts';
import type { PunchInOrderResult } from '../../workflows/messages.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { testTemporal } from '../kit/temporal.ts';

export const ARTICLES = 50;

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

export interface TestPartner {
  readonly id: string;
  readonly code: string;
}

export interface ReceiveOptions {
  readonly mode?: Mode;
  readonly number?: string;
  readonly envelope?: StoredEnvelope;
  /** As the intake has seen it. */
  readonly format?: FormatId;
  readonly buyer?: readonly Identifier[];
}

export interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** How the receiver answers one request. */
export type Behaviour =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'closeHalfWay'
  | 'hang';

/** A partner's receiving address: answers as told, then 200; keeps what it accepted. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server: Server;
  #behaviours: Behaviour[] = [];
  requests = 0;
  /** How it answers when it was told nothing else. */
  usual: Exclude<Behaviour, string> = { status: 200 };

  constructor() {
    this.#server = createServer((request, response) => {
      this.requests += 1;
      const behaviour = this.#behaviours.shift() ?? this.usual;
      if (behaviour === 'closeHalfWay') request.socket.destroy();
      else if (behaviour !== 'hang') void this.#answer(request, response, behaviour);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse, behaviour: Exclude<Behaviour, string>) {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (behaviour.status < 300) {
      this.received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    }
    response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/responses`;
  }

  willAnswer(...behaviours: Behaviour[]): void {
    this.#behaviours = behaviours;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** The real worker with a database, a namespace and a queue of its own, and the shop of the benchmarks. */
export class TestEngine {
  readonly database: TestDatabase;
  readonly engine: Engine;
  readonly receiver: Receiver;
  readonly logged: Record<string, unknown>[];
  /** Of the worker, in base64: what a test seals, the worker opens. */
  readonly secretKeys: string;
  readonly #worker: RunningWorker;
  #partners = 0;

  static async start(settings: Record<string, string> = {}): Promise<TestEngine> {
    const [database, temporal] = [await createTestDatabase(), await testTemporal()];
    await seedShop(database.url, ARTICLES);
    const receiver = new Receiver();
    await receiver.listen();
    const secretKeys = settings['ROUNDTRIP_SECRET_KEYS'] ?? randomBytes(32).toString('base64');
    const config = readConfig({
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      ROUNDTRIP_SECRET_KEYS: secretKeys,
      ALLOW_PRIVATE_ADDRESSES: 'yes',
      WORKER_PORT: '0',
      DATA_DIR: join(tmpdir(), 'roundtrip-bundles'),
      DELIVERY_FIRST_RETRY: '100ms',
      DELIVERY_LONGEST_RETRY: '400ms',
      SWEEP_INTERVAL: '1h',
      ...settings,
    });
    const logged: Record<string, unknown>[] = [];
    const log = createLogger('info', 'worker', { write: (line) => void logged.push(JSON.parse(line)) });
    const worker = await startWorker(config, log);
    const engine = new Engine({
      address: temporal.address,
      namespace: temporal.namespace,
      pauses: { firstRetry: config.deliveryFirstRetry, longestRetry: config.deliveryLongestRetry },
    });
    return new TestEngine({ database, engine, receiver, logged, secretKeys }, worker);
  }

  private constructor(
    parts: Pick<TestEngine, 'database' | 'engine' | 'receiver' | 'logged' | 'secretKeys'>,
    worker: RunningWorker,
  ) {
    this.database = parts.database;
    this.engine = parts.engine;
    this.receiver = parts.receiver;
    this.logged = parts.logged;
    this.secretKeys = parts.secretKeys;
    this.#worker = worker;
  }

  readonly close = async (): Promise<void> => {
    await this.#worker.stop();
    await this.engine.close();
    this.receiver.close();
    await this.database.close();
  };

  /** A partner with an agreement; its answers go to the receiver unless the settings say otherwise. */
  async partner(settings: z.input<typeof agreementSchema> = {}): Promise<TestPartner> {
    const mode = settings.mode ?? 'production';
    const code = `partner-${(this.#partners += 1)}`;
    const id = await createPartner(this.database.em(), { name: code, addresses: { [mode]: code } });
    const all = { orderResponses: { url: this.receiver.url, timeoutSeconds: 5 }, ...settings };
    await saveAgreement(this.database.em(), { partnerId: id, mode, by: 'test', settings: all });
    return { id, code };
  }

  /** A new version of the agreement. */
  async agree(partner: TestPartner, settings: z.input<typeof agreementSchema>): Promise<void> {
    const all = { orderResponses: { url: this.receiver.url, timeoutSeconds: 5 }, ...settings };
    await saveAgreement(this.database.em(), { partnerId: partner.id, mode: 'production', by: 'test', settings: all });
  }

  /** Stores a document and starts its workflow. @returns its id */
  async receive(partner: TestPartner, xml: string, options: ReceiveOptions = {}): Promise<string> {
    const id = await this.store(partner, xml, options);
    await this.start(id);
    return id;
  }

  /** Stores a document as the intake does. @returns its id */
  async store(partner: TestPartner, xml: string, options: ReceiveOptions = {}): Promise<string> {
    const { mode = 'production', number, envelope, format, buyer = [] } = options;
    const bytes = Buffer.from(xml);
    const agreement = await findAgreement(this.database.em(), partner.id, mode);
    const arrived = {
      id: v7(),
      reference: newReference(),
      partnerId: partner.id,
      partnerCode: partner.code,
      partnerName: partner.code,
      mode,
      agreementVersion: agreement.version,
      receivedAt: new Date(),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: 'application/xml',
      headers: {},
      remoteAddress: '127.0.0.1',
      buyer,
      ...(format === undefined ? {} : { format }),
      ...(number === undefined ? {} : { number }),
      ...(envelope === undefined ? {} : { envelope }),
    };
    const receipt = await receiveDocument(
      this.database.em(),
      arrived,
      bytes.length > 262_144 ? () => pieces(bytes) : bytes,
    );
    return receipt.id;
  }

  async start(documentId: string): Promise<void> {
    const document = await this.document(documentId);
    const { partner: partnerId, partnerCode, mode, agreementVersion, number, format } = document;
    const { settings: agreement } = await findAgreement(this.database.em(), partnerId, mode, agreementVersion);
    const start = { inboundDocumentId: documentId, partnerId, partnerCode, number, format, agreement };
    await this.engine.startPunchIn(start);
  }

  /** Waits for the workflow of a document. */
  async result(partner: TestPartner, documentId: string): Promise<PunchInOrderResult> {
    const handle = this.engine.client.workflow.getHandle(punchInOrderId(partner.code, documentId));
    return (await handle.result()) as PunchInOrderResult;
  }

  async document(id: string): Promise<InboundDocument> {
    const found = await findInbound(this.database.em(), id);
    if (!found) throw new Error(`no document ${id}`);
    return found;
  }

  /** Waits until the document is in a state. */
  async reached(id: string, state: InboundDocument['state']): Promise<InboundDocument> {
    return until(async () => {
      const document = await this.document(id);
      return document.state === state ? document : undefined;
    });
  }

  async answerIs(id: string | undefined, state: OutboundDocument['state']): Promise<OutboundDocument> {
    if (id === undefined) throw new Error('no answer was written');
    return until(async () => {
      const document = await findOutbound(this.database.em(), id);
      return document?.state === state ? document : undefined;
    });
  }

  /** Decides about the order of a document as the API does. */
  async decide(documentId: string, decision: PersonsDecision): Promise<void> {
    const em = this.database.em();
    const made = await decideOrder(em, { orderId: documentId, decision, actor: 'operator: Anna' });
    await tellDecision(em, this.engine, made);
  }

  /** Codes of a document's timeline, in order. */
  async told(inboundDocumentId: string): Promise<string[]> {
    const rows = await readTimeline(this.database.em(), { inboundDocumentId });
    return rows.map(({ code }) => code);
  }
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Polls until there is a value. */
export async function until<T>(look: () => Promise<T | undefined>, patience = 20_000): Promise<T> {
  for (const deadline = Date.now() + patience; ;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${look.toString()}`);
    await sleep(50);
  }
}
