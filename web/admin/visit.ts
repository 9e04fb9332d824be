import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response as ExpressResponse } from 'express';
import type { SignedIn } from '../../accounts/sessions.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { RoundtripError } from '../../platform/errors.ts';
import type { Maintenance } from '../../platform/maintenance.entity.ts';
import { currentMaintenance } from '../../platform/maintenance.ts';
import { shopProfile, type ShopProfile } from '../../shop/profile.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import { tongue, type Tongue } from '../words/words.ts';

/** One request for a page of the console, by somebody who is logged in and may ask. */
export interface AdminVisit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: ExpressResponse;
  /** A fork of its own. */
  readonly em: EntityManager;
  readonly account: SignedIn['account'];
  readonly sessionId: string;
  /** Undefined until the shop was set up. */
  readonly shop: ShopProfile | undefined;
  /** Nothing is taken in; null: everything is. */
  readonly maintenance: Maintenance | null;
  readonly now: Date;
  readonly reader: Reader;
  readonly tongue: Tongue;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of the form that was posted; several of one name are in order. */
  readonly form: URLSearchParams;
  /** Files of the form, by the name of their field; those that were left empty are not there. */
  readonly files: ReadonlyMap<string, File>;
  /** Path of the application below its host; the console is at `${root}/admin`. */
  readonly root: string;
  /** Every form carries it. */
  readonly csrf: string;
}

export async function beginAdminVisit(
  deps: ApiDeps,
  req: Request,
  res: ExpressResponse,
  who: SignedIn & { readonly csrf: string },
): Promise<AdminVisit> {
  const em = deps.orm.em.fork();
  const { form, files } = await readForm(req);
  const shop = await shopProfile(em);
  const maintenance = await currentMaintenance(em);
  const timeZone = shop?.timeZone ?? 'UTC';
  const { language } = who.account;
  const root = rootOf(deps);
  return {
    ...{ deps, req, res, em, shop, maintenance, root },
    account: who.account,
    sessionId: who.sessionId,
    now: new Date(),
    reader: { language, timeZone, root },
    tongue: tongue(language, timeZone),
    params: req.params as Record<string, string>,
    query: new URLSearchParams(clean(req.url.split('?')[1] ?? '')),
    form,
    files,
    csrf: who.csrf,
  };
}

interface Posted {
  readonly form: URLSearchParams;
  readonly files: ReadonlyMap<string, File>;
}

/** What was posted: as text, or with files (multipart/form-data). @throws DocumentMalformed for what a browser does not send */
export async function readForm(req: Request): Promise<Posted> {
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) {
    return { form: new URLSearchParams(typeof body === 'string' ? clean(body) : ''), files: new Map() };
  }
  const [form, files] = [new URLSearchParams(), new Map<string, File>()];
  for (const [name, value] of await partsOf(new Uint8Array(body), req.get('content-type') ?? '')) {
    if (typeof value === 'string') form.append(name, value.replaceAll('\0', ''));
    else if (value.size > 0) files.set(name, value);
  }
  return { form, files };
}

async function partsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    throw new RoundtripError('DocumentMalformed', 'The form cannot be read; send it again.', { cause: error });
  }
}

/** PostgreSQL stores no character of value 0. */
function clean(encoded: string): string {
  return encoded.replaceAll('%00', '').replaceAll('\0', '');
}
