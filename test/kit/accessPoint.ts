import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Finding } from '../../formats/document/finding.ts';
import { DocumentPeek, type PeekedEnvelope } from '../../formats/peek.ts';
import { DocumentValidator } from '../../formats/validate.ts';

/** What it took for delivery. */
export interface TakenDocument extends PeekedEnvelope {
  readonly format: string | undefined;
  readonly text: string;
}

interface Told {
  readonly status: number;
  readonly message?: string;
}

/**
 * An access point of the exchange contract (docs/peppol-access-point.md) that judges what it gets: who asks, the envelope and what is in it
 * by the rules, whether it knows the receiver, whether it had that instance identifier before.
 */
export class AccessPoint {
  readonly taken: TakenDocument[] = [];
  /** Every answer, oldest first. */
  readonly told: Told[] = [];
  /** Participants that it can reach: `0007:5599991030`. */
  readonly receivers = new Set<string>();
  /** Answers of its own to the next requests, as when it is in trouble. */
  readonly troubles: number[] = [];
  readonly #server: Server;
  readonly #authorization: string;

  private constructor(user: string, password: string) {
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    this.#server = createServer((request, response) => {
      void this.#judge(request).then((told) => {
        this.told.push(told);
        const error = told.message === undefined ? '' : JSON.stringify({ error: { message: told.message } });
        response.writeHead(told.status, { 'content-type': 'application/json' }).end(error);
      });
    });
  }

  static async start({ user, password }: { readonly user: string; readonly password: string }): Promise<AccessPoint> {
    const point = new AccessPoint(user, password);
    point.#server.listen(0, '127.0.0.1');
    await once(point.#server, 'listening');
    return point;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/outbox`;
  }

  readonly close = (): void => {
    this.#server.close().closeAllConnections();
  };

  async #judge(request: IncomingMessage): Promise<Told> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (request.headers.authorization !== this.#authorization) return { status: 401 };
    const trouble = this.troubles.shift();
    if (trouble !== undefined) return { status: trouble };
    if (request.method === 'GET') return { status: 204 };
    const validator = new DocumentValidator();
    validator.write(bytes);
    const { valid, findings } = validator.finish();
    const inEnvelope = findings.filter(({ id }) => id.startsWith('RT-SBDH'));
    const wrong: Finding | undefined = inEnvelope[0] ?? (valid ? undefined : findings[0]);
    if (wrong) return { status: 422, message: wrong.text };
    const peek = new DocumentPeek();
    peek.write(bytes);
    const { envelope, format } = peek.finish();
    if (!envelope) return { status: 400, message: 'There is no envelope.' };
    if (request.headers['message-id'] !== `urn:uuid:${envelope.instanceIdentifier}`) {
      return { status: 400, message: 'Message-Id is not the instance identifier.' };
    }
    if (this.taken.some((each) => each.instanceIdentifier === envelope.instanceIdentifier)) return { status: 409 };
    const receiver = `${envelope.receiver.scheme}:${envelope.receiver.id}`;
    if (!this.receivers.has(receiver)) return { status: 422, message: `Unknown participant ${receiver}.` };
    this.taken.push({ ...envelope, format, text: bytes.toString('utf8') });
    return { status: 202 };
  }
}
