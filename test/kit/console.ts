import type { Page } from 'playwright-core';
import { createAccount } from '../../accounts/accounts.ts';
import type { Role } from '../../accounts/roles.ts';
import { createConsoleSession } from '../../accounts/sessions.ts';
import type { Config } from '../../platform/config.ts';
import { csrfOf } from '../../web/admin/csrf.ts';
import { startTestApi, type TestApi } from './api.ts';
import type { TestBrowser, Visit, VisitOptions } from './browser.ts';

/** A page of the console as it came over HTTP; redirects are not followed. */
export interface ConsolePage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where it leads on to, below the host. */
  readonly location: string | undefined;
}

/** Somebody who is logged in, without a browser. Paths are below /admin. */
export interface ConsoleClient {
  readonly name: string;
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<ConsolePage>;
  /** Sends a form, with its token unless `fields` has one; one with files as FormData. */
  post(path: string, fields?: Readonly<Record<string, string>> | URLSearchParams | FormData): Promise<ConsolePage>;
}

export interface Console {
  readonly api: TestApi;
  signIn(role: Role, language?: 'en' | 'sv'): Promise<ConsoleClient>;
  /** A window of somebody who is logged in; `page` has not gone anywhere yet. Goes to addresses below /admin by `open`. */
  browserAs(
    browser: TestBrowser,
    role: Role,
    options?: VisitOptions,
  ): Promise<Visit & { open(path: string): Promise<Page> }>;
}

const HOUR = 3_600_000;

/** The console on the API of a test; without one, on an API of its own with a database of its own (close it by `api.close`). */
export async function startConsole(given?: TestApi, settings: Partial<Config> = {}): Promise<Console> {
  const api = given ?? (await startTestApi(settings));
  let made = 0;
  const logIn = async (role: Role, language: 'en' | 'sv') => {
    const em = api.database.em();
    const name = `Åsa ${role} ${++made}`;
    const id = await createAccount(em, { name, role, language, createdBy: 'test' });
    return { id, name, token: await createConsoleSession(em, id, { idle: HOUR, life: HOUR }, new Date()) };
  };
  return {
    api,
    async signIn(role, language = 'en') {
      const { id, name, token } = await logIn(role, language);
      const cookie = `roundtrip_console=${token}`;
      return {
        name,
        cookie,
        get: (path, headers = {}) => request(api, path, { headers: { cookie, ...headers } }),
        post: (path, fields = {}) => {
          const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
          if (!body.has('csrf')) body.set('csrf', csrfOf(token, id));
          return request(api, path, { method: 'POST', headers: { cookie }, body });
        },
      };
    },
    async browserAs(browser, role, options = {}) {
      const visit = await browser.visit(options);
      const { token } = await logIn(role, options.language ?? 'sv');
      await visit.context.addCookies([{ name: 'roundtrip_console', value: token, url: api.url }]);
      const open = async (path: string) => {
        await visit.page.goto(`${api.url}/admin${path}`);
        return visit.page;
      };
      return { ...visit, open };
    },
  };
}

async function request(api: TestApi, path: string, init: RequestInit): Promise<ConsolePage> {
  const response = await fetch(`${api.url}/admin${path}`, { redirect: 'manual', ...init });
  const location = response.headers.get('location') ?? undefined;
  return { status: response.status, headers: response.headers, html: await response.text(), location };
}
