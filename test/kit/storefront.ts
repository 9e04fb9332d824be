import type { z } from 'zod';
import type { agreementSchema } from '../../partners/agreement.ts';
import { createPartner, findAtAddress, saveAgreement } from '../../partners/partners.ts';
import type { NewSession } from '../../sessions/sessions.ts';
import { createSession } from '../../sessions/sessions.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { seedDemo } from '../../shop/demo/seed.ts';
import type { TestApi } from './api.ts';
import type { TestDatabase } from './database.ts';

type PunchOut = NonNullable<z.input<typeof agreementSchema>['punchOut']>;

export const PARTNER = 'Åkerns inköp';
const CODE = 'akern';

/** The demo shop, and a partner whose purchasing system may come by OCI. */
export async function openStorefront(database: TestDatabase, punchOut: PunchOut = {}): Promise<void> {
  await seedDemo(database.em());
  const partnerId = await createPartner(database.em(), { name: PARTNER, addresses: { production: CODE } });
  await agree(database.em(), partnerId, punchOut);
}

/** Another version of the agreement, for sessions from now on. */
export async function agreeAnew(database: TestDatabase, punchOut: PunchOut): Promise<void> {
  const { id } = (await findAtAddress(database.em(), CODE))!;
  await agree(database.em(), id, punchOut);
}

async function agree(em: ReturnType<TestDatabase['em']>, partnerId: string, punchOut: PunchOut): Promise<void> {
  const settings = {
    customers: ['K1001'],
    punchOut: { oci: {}, returnHosts: ['inkop.example.com'], ...punchOut },
  };
  await saveAgreement(em, { partnerId, mode: 'production', settings, by: 'test' });
}

/** A login that was let in, and its start link as a path. */
export async function login(
  database: TestDatabase,
  given: Partial<NewSession> = {},
): Promise<{ readonly session: SessionInHand; readonly path: string }> {
  const { agreement } = (await findAtAddress(database.em(), CODE))!;
  const { id, number, name } = (await readCustomer(database.em(), 'K1001'))!;
  const { session, startToken } = await createSession(
    database.em(),
    {
      partnerCode: CODE,
      partnerName: PARTNER,
      agreement: agreement!,
      operation: 'create',
      customer: { id, number, name },
      language: 'sv',
      returnSpec: {
        protocol: 'oci',
        url: 'https://inkop.example.com/hook?ticket=7',
        target: '_top',
        controls: [],
      },
      parameters: {},
      ...given,
    },
    new Date(),
  );
  return { session, path: `/shop/start/${startToken}` };
}

/** A page as it came over HTTP. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** A buyer without a browser: pages of one session over HTTP, redirects followed. */
export class Shopper {
  /** `/shop/<token>` */
  readonly base: string;
  readonly session: SessionInHand;
  readonly #url: string;
  readonly #landed: string;

  constructor(api: Pick<TestApi, 'url'>, session: SessionInHand, landed: string) {
    this.#url = api.url;
    this.session = session;
    this.#landed = landed;
    this.base = landed.split('/').slice(0, 3).join('/');
  }

  /** Where the start link led, below the session's base. */
  get landing(): string {
    return this.#landed.slice(this.base.length);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Got> {
    return this.#fetch(path, { headers });
  }

  post(path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}): Promise<Got> {
    return this.#fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async #fetch(path: string, init: RequestInit): Promise<Got> {
    const response = await fetch(`${this.#url}${this.base}${path}`, init);
    return { status: response.status, headers: response.headers, html: await response.text() };
  }
}

/** Logs in and opens the start link. */
export async function startShopping(
  api: Pick<TestApi, 'url' | 'database'>,
  given: Partial<NewSession> = {},
): Promise<Shopper> {
  const { session, path } = await login(api.database, given);
  const response = await fetch(api.url + path, { redirect: 'manual' });
  return new Shopper(api, session, response.headers.get('location') ?? '');
}
