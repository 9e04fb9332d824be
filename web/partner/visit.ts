import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { findInbound } from '../../documents/inbound.ts';
import { shownToSender } from '../../documents/quarantine.ts';
import type { Mode } from '../../partners/partner.entity.ts';
import { findPartner } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { shopProfile } from '../../shop/profile.ts';
import { askedLanguage, sendPublicPage, withLanguage, type PublicTemplateName } from '../public/frame.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import type { Templates } from '../templates.ts';
import { tongue, type Tongue } from '../words/words.ts';

/** Somebody who came by a link of a partner. */
export interface PartnerVisit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: Response;
  readonly em: EntityManager;
  readonly partner: { readonly id: string; readonly name: string };
  readonly mode: Mode;
  readonly expiresAt: Date;
  readonly shop: string;
  readonly reader: Reader;
  readonly tongue: Tongue;
  /** Path of the link. */
  readonly base: string;
}

/** Who reads: in the language of the address or the browser, by the shop's clocks. */
export async function readerOf(
  deps: ApiDeps,
  req: Request,
  em: EntityManager,
): Promise<{ readonly reader: Reader; readonly shop: string }> {
  const profile = await shopProfile(em);
  const reader = { language: askedLanguage(req), timeZone: profile?.timeZone ?? 'UTC', root: rootOf(deps) };
  return { reader, shop: profile?.name ?? 'Roundtrip' };
}

/** The visit of a link that is open. */
export async function beginPartnerVisit(
  deps: ApiDeps,
  req: Request,
  res: Response,
  link: { readonly partner: string; readonly mode: Mode; readonly expiresAt: Date },
): Promise<PartnerVisit> {
  const em = deps.orm.em.fork();
  const partner = await findPartner(em, link.partner);
  if (!partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  const { reader, shop } = await readerOf(deps, req, em);
  return {
    ...{ deps, req, res, em, reader, shop },
    partner: { id: partner.id, name: partner.name },
    mode: link.mode,
    expiresAt: link.expiresAt,
    tongue: tongue(reader.language, reader.timeZone),
    base: `${reader.root}/partner/${String(req.params['token'])}`,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The document of the address, as its sender may see it. @throws NotFound, alike for those of others */
export async function ownDocument(visit: PartnerVisit): Promise<InboundDocument> {
  const found = await ownInbound(visit, String(visit.req.params['id']));
  if (!found) throw new RoundtripError('NotFound', 'There is no such document of yours.');
  return shownToSender(visit.em, found);
}

/** A document as it is stored, if it came from the partner in this mode. */
export async function ownInbound(
  { em, partner, mode }: PartnerVisit,
  id: string,
): Promise<InboundDocument | undefined> {
  const found = UUID.test(id) ? await findInbound(em, id) : null;
  return found?.partner === partner.id && found.mode === mode ? found : undefined;
}

/** An address below the link, in the language that was asked for. */
export function linkTo({ req, base }: PartnerVisit, path: string): string {
  return withLanguage(req, base + path);
}

type Rest<N extends PublicTemplateName> = Omit<Templates[N], 'frame'>;

/** Answers with a page of the link. */
export function showPartnerPage<N extends PublicTemplateName>(
  visit: PartnerVisit,
  name: N,
  title: string,
  view: Rest<N>,
): void {
  const brand = { text: visit.shop, href: linkTo(visit, '') };
  sendPublicPage(visit, name, view, { title, brand }, visit.reader);
}
