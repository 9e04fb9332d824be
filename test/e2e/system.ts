import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoAddress } from '../../partners/demo.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';

/** What a receipt and the state of a document look like to a partner. */
export interface Receipt {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly links: { readonly self: string };
}

export interface Sent {
  readonly status: number;
  readonly body: Receipt & { readonly error?: { readonly code: string; readonly message: string } };
}

/** Settings of an agreement, as REST has them. */
export type Settings = Record<string, unknown> & { readonly formats: readonly string[] };

/** The running system as its users see it: a partner that sends, an administrator with the REST API. */
export class Outside {
  readonly system: TestSystem;

  constructor(system: TestSystem) {
    this.system = system;
  }

  static async start(): Promise<Outside> {
    return new Outside(await startSystem());
  }

  authorization(partner: DemoAddress): string {
    return `Basic ${Buffer.from(`${partner}:${this.system.secretOf(partner)}`).toString('base64')}`;
  }

  async send(partner: DemoAddress, document: string | Buffer): Promise<Sent> {
    const response = await fetch(`${this.system.apiUrl}/punchin/${partner}`, {
      method: 'POST',
      headers: { authorization: this.authorization(partner), 'content-type': 'application/xml' },
      body: document,
    });
    return { status: response.status, body: (await response.json()) as Sent['body'] };
  }

  /** Posts a cXML document, which shows its secret itself. @returns the answer as text */
  async sendCxml(
    partner: DemoAddress,
    document: string | Buffer,
    contentType = 'text/xml; charset=UTF-8',
  ): Promise<string> {
    const response = await fetch(`${this.system.apiUrl}/punchin/${partner}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: document,
    });
    return response.text();
  }

  /** The state of a document as its sender asks for it. */
  async state(partner: DemoAddress, id: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.system.apiUrl}/punchin/${partner}/documents/${id}`, {
      headers: { authorization: this.authorization(partner) },
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** Waits until the document is no longer in work. */
  async settled(partner: DemoAddress, id: string): Promise<Record<string, unknown>> {
    return until(async () => {
      const state = await this.state(partner, id);
      return state['state'] === 'received' ? undefined : state;
    });
  }

  async rest<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.system.apiUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.system.apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }

  /** A new version of a partner's agreement in production; the API takes it within seconds. */
  async agree(name: string, change: (settings: Settings) => Settings): Promise<void> {
    const { items } = await this.rest<{ items: { id: string; name: string }[] }>('GET', '/partners');
    const path = `/partners/${items.find((each) => each.name === name)!.id}/agreements/production`;
    const { items: versions } = await this.rest<{ items: { version: number }[] }>('GET', path);
    const latest = Math.max(...versions.map(({ version }) => version));
    const { settings } = await this.rest<{ settings: Settings }>('GET', `${path}/${latest}`);
    const stored = await this.rest<{ version?: number }>('POST', path, { settings: change(settings) });
    if (stored.version !== latest + 1) throw new Error(`the agreement was not taken: ${JSON.stringify(stored)}`);
  }

  async orderOf(externalNumber: string): Promise<Record<string, unknown> & { readonly id: string }> {
    return until(async () => {
      const path = `/orders?externalNumber=${externalNumber}`;
      const { items } = await this.rest<{ items: (Record<string, unknown> & { id: string })[] }>('GET', path);
      return items[0];
    });
  }

  /** Order responses that the partner's receiver has got, as XML. */
  received(): string[] {
    return readdirSync(this.system.received)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(join(this.system.received, name), 'utf8'));
  }
}

/** Asks again until there is an answer, for half a minute. */
export async function until<T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('nothing came in 30 seconds');
    await sleep(100);
  }
}

/** The example orders of the documentation: what a new user sends first. */
export function example(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../docs/examples', name), 'utf8');
}
