import type { Request, Response } from 'express';
import type { IntakeCheck } from '../../documents/refusedRequest.entity.ts';
import { readAuthorization, type PresentedCredential } from '../../partners/credentials.ts';
import type { PartnerAtAddress } from '../../partners/partners.ts';

/** One request at an address of a partner: what is known of it so far, and which check it stands at. */
export interface Visit {
  readonly req: Request;
  readonly reference: string;
  readonly receivedAt: Date;
  /** performance.now() at the beginning. */
  readonly begin: number;
  readonly remoteAddress: string;
  /** Of the Authorization header, or what the body claimed. */
  presented: PresentedCredential | undefined;
  /** Further secrets that the body showed. */
  secrets: readonly string[];
  /** The check under way: the one that failed when something is thrown. */
  check: IntakeCheck;
  /** Known when the address exists. */
  partner: PartnerAtAddress | undefined;
  /** Id of the partner that a hub's document is of, once it is known. */
  servedId: string | undefined;
  /** True from the moment when the caller is known to be the partner. */
  authenticated: boolean;
  /** What was read of the body so far. */
  head: () => Uint8Array;
  /** The document that was kept although it was refused. */
  documentId: string | undefined;
}

export function beginVisit(req: Request, res: Response): Visit {
  return {
    req,
    reference: String(res.locals['reference']),
    receivedAt: new Date(),
    begin: performance.now(),
    remoteAddress: req.ip ?? '',
    presented: readAuthorization(req.get('authorization')),
    secrets: [],
    check: 'partner',
    partner: undefined,
    servedId: undefined,
    authenticated: false,
    head: () => new Uint8Array(0),
    documentId: undefined,
  };
}

/** What the caller showed as secret: no copy of it is kept anywhere. */
export function shownSecrets({ req, presented, secrets }: Visit): string[] {
  const header = req.get('authorization')?.replace(/^\w+\s+/, '');
  return [presented?.secret, header, ...secrets].filter((secret) => secret !== undefined && secret !== '') as string[];
}
