import { z } from 'zod';
import { accountOfIdentity, type Identity } from '../../../accounts/identities.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { clearLoginCookie, loginCookie, setLoginCookie } from '../cookie.ts';
import type { IdentityProvider } from './provider.ts';
import { letAccountIn, pathOf, sendEntrancePage, type EntranceVisit } from './visit.ts';

/** The cookie opens nowhere else. */
const CONTEXT = 'oidc log-in';

const begunSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
});

/** What went wrong, by what a person can do about it. */
type Failure = 'unreachable' | 'refused' | 'stale' | 'noRole' | 'disabled' | 'answer';

/** Sends the browser to the identity provider; a sealed cookie remembers what its answer has to fit. */
export async function startOidc(visit: EntranceVisit, provider: IdentityProvider): Promise<void> {
  const { deps, res, query } = visit;
  try {
    const { address, begun } = await provider.begin();
    const { keyId, sealed } = deps.keyRing.seal(JSON.stringify({ ...begun, next: pathOf(query.get('next')) }), CONTEXT);
    setLoginCookie(res, deps, `${keyId}.${Buffer.from(sealed).toString('base64url')}`);
    res.redirect(303, address);
  } catch (error) {
    await fail(visit, 'unreachable', error);
  }
}

/** The browser comes back from the identity provider: logs in as whom it says, with the role of today. */
export async function finishOidc(visit: EntranceVisit, provider: IdentityProvider): Promise<void> {
  const { deps, req, res, em, query, reader } = visit;
  const begun = readBegun(visit);
  clearLoginCookie(res, deps);
  if (begun === undefined) return fail(visit, 'stale', undefined);
  if (query.has('error')) return fail(visit, 'refused', query.get('error'));
  let identity: Identity | undefined;
  try {
    identity = await provider.finish(req.url.split('?')[1] ?? '', begun);
  } catch (error) {
    return fail(visit, 'answer', error);
  }
  if (identity === undefined) return fail(visit, 'noRole', undefined);
  try {
    await letAccountIn(visit, await accountOfIdentity(em, identity, reader.language), begun.next);
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type !== 'AccessDenied') throw error;
    await fail(visit, 'disabled', error);
  }
}

function readBegun({ deps, req }: EntranceVisit): z.output<typeof begunSchema> | undefined {
  const [keyId = '', text = ''] = (loginCookie(req) ?? '').split('.');
  try {
    const opened = deps.keyRing.open({ keyId, sealed: Buffer.from(text, 'base64url') }, CONTEXT);
    return begunSchema.parse(JSON.parse(opened));
  } catch {
    return undefined;
  }
}

/** Says what to do; what exactly happened stands in the log under the reference. */
async function fail(visit: EntranceVisit, failure: Failure, error: unknown): Promise<void> {
  const { deps, res, base, t } = visit;
  const reference = String(res.locals['reference']);
  deps.log.warn({ error, failure, reference }, 'A log-in through the identity provider failed');
  const texts = {
    unreachable: t.accountOidcUnreachable,
    refused: t.accountOidcRefused,
    stale: t.accountOidcStale,
    noRole: t.accountOidcNoRole,
    disabled: t.accountOidcDisabled,
    answer: t.accountOidcAnswer,
  } as const satisfies Record<Failure, string>;
  const view = { text: texts[failure], reference, login: `${base}/login`, again: `${base}/oidc` };
  await sendEntrancePage(visit, 'entrance/oidcFailed', view, { title: t.accountOidcFailed, status: 403 });
}
