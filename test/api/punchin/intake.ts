import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { addIncoming } from '../../../partners/credentials.ts';
import type { Mode } from '../../../partners/partner.entity.ts';
import { createPartner, saveAgreement } from '../../../partners/partners.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';

export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly reference: string;
    readonly id?: string;
    readonly details?: readonly { line?: number; element?: string; found?: string; expected?: string }[];
  };
}

export interface ReceiptAnswer {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly receivedAt: string;
  readonly links: { readonly self: string };
}

export interface Posted<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface TestPartner {
  readonly id: string;
  readonly code: string;
  readonly path: string;
  readonly authorization: string;
  readonly secret: string;
}

export interface PartnerOptions {
  readonly kind?: 'partner' | 'hub';
  readonly hubId?: string;
  readonly mode?: Mode;
  readonly settings?: object;
}

let serial = 0;

/** The API with an intake, and its partners. Temporal is away. */
export class TestIntake {
  readonly api: TestApi;
  readonly dataDirectory: string;

  constructor(api: TestApi, dataDirectory: string) {
    this.api = api;
    this.dataDirectory = dataDirectory;
  }

  async partner(options: PartnerOptions = {}): Promise<TestPartner> {
    const { kind = 'partner', hubId, mode = 'production', settings = {} } = options;
    const { database, deps } = this.api;
    const code = `partner-${++serial}`;
    const secret = `the-secret-of-${code}`;
    const id = await createPartner(database.em(), {
      kind,
      name: `Partner ${serial}`,
      ...(hubId !== undefined && { hubId }),
      addresses: { [mode]: code },
    });
    await saveAgreement(database.em(), { partnerId: id, mode, settings, by: 'test' });
    const given = { partnerId: id, mode, name: 'orders', kind: 'basic', user: code, secret, by: 'test' } as const;
    await addIncoming(database.em(), deps.keyRing, given);
    const authorization = basic(code, secret);
    return { id, code, path: `/punchin/${kind === 'hub' ? 'hub/' : ''}${code}`, authorization, secret };
  }

  /** Posts a document as the partner. */
  post<T = ReceiptAnswer>(
    partner: TestPartner,
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Posted<T>> {
    return this.call<T>(partner.path, {
      method: 'POST',
      body: body,
      headers: { authorization: partner.authorization, 'content-type': 'application/xml', ...headers },
    });
  }

  /** Asks for the state of a document as the partner. */
  state(partner: TestPartner, id: string): Promise<Posted<Record<string, unknown>>> {
    return this.call(`${partner.path}/documents/${id}`, { headers: { authorization: partner.authorization } });
  }

  async call<T = ErrorAnswer>(address: string, init: RequestInit): Promise<Posted<T>> {
    const response = await fetch(this.api.url + address, { redirect: 'manual', ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }

  /** Rows of a query. */
  async rows<T = Record<string, unknown>>(query: string, ...parameters: unknown[]): Promise<T[]> {
    return this.api.database.em().execute(query, parameters);
  }

  /** The one refused request of a reference. */
  async refusal(reference: string): Promise<Record<string, unknown>> {
    const rows = await this.rows('select * from refused_request where reference = ?', reference);
    expect(rows).toHaveLength(1);
    return rows[0]!;
  }

  readonly close = async (): Promise<void> => {
    await this.api.close();
    await rm(this.dataDirectory, { recursive: true, force: true });
  };
}

/** Longer than a change may go unnoticed. */
export const noticed = (): Promise<void> => sleep(2_100);

export function basic(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

export async function startIntake(): Promise<TestIntake> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'intake-'));
  return new TestIntake(await startTestApi({ dataDirectory, publicUrl: 'https://orders.example.com' }), dataDirectory);
}
