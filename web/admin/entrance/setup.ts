import { hasAccounts } from '../../../accounts/accounts.ts';
import { passwordProblem, SHORTEST_PASSWORD, type PasswordProblem } from '../../../accounts/passwords.ts';
import { findSetupLink, useSetupLink, type OpenLink } from '../../../accounts/setupLinks.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { rootOf } from '../../root.ts';
import type { PageText } from '../../words/words.ts';
import { letAccountIn, requireOurPage, sendEntrancePage, type EntranceVisit } from './visit.ts';

const LONGEST_NAME = 100;

/** Where everybody comes to while there is no account: the set-up, unless an identity provider knows people. */
export async function firstAddress(deps: ApiDeps): Promise<string | undefined> {
  if (deps.config.oidcIssuer !== undefined) return undefined;
  return (await hasAccounts(deps.orm.em.fork())) ? undefined : `${rootOf(deps)}/admin/setup`;
}

/** Says where the link stands that makes the first account, and takes it. */
export async function showFirstRun(visit: EntranceVisit): Promise<void> {
  if (await hasAccounts(visit.em)) return visit.res.redirect(303, `${visit.base}/login`);
  await sendFirstRun(visit, '');
}

/** Goes on with the link, or the code at its end, that was pasted. */
export async function actFirstRun(visit: EntranceVisit): Promise<void> {
  const { res, em, now, base, form, t } = visit;
  requireOurPage(visit);
  const code = (form.get('code') ?? '').trim().split('/').at(-1)!;
  const link = await findSetupLink(em, code, now);
  if (!link) return sendFirstRun(visit, t.accountCodeUnknown);
  res.redirect(303, `${base}/setup/${code}`);
}

async function sendFirstRun(visit: EntranceVisit, problem: string): Promise<void> {
  const view = { action: `${visit.base}/setup`, problem };
  const facts = { title: visit.t.accountFirstTitle, status: problem === '' ? 200 : 422 };
  await sendEntrancePage(visit, 'entrance/first', view, facts);
}

/** The page of a link: choose a name, where it is for nobody yet, and a password. */
export async function showSetup(visit: EntranceVisit): Promise<void> {
  const link = await linkOf(visit);
  if (link) await sendSetup(visit, link, { name: '', nameProblem: '', passwordProblem: '' });
}

/** Uses the link up, and logs in. */
export async function actSetup(visit: EntranceVisit): Promise<void> {
  const { em, now, form, reader, t } = visit;
  requireOurPage(visit);
  const link = await linkOf(visit);
  if (!link) return;
  const name = link.account?.name ?? (form.get('name') ?? '').trim();
  const password = form.get('password') ?? '';
  const problems = {
    nameProblem: name === '' || name.length > LONGEST_NAME ? t.accountNameNeeded : '',
    passwordProblem: problemOf(t, passwordProblem(password, name), password === form.get('again')),
  };
  if (problems.nameProblem || problems.passwordProblem) return sendSetup(visit, link, { name, ...problems });
  try {
    const id = await useSetupLink(em, link, { name, password, language: reader.language }, now);
    await letAccountIn(visit, id, '/');
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
    await sendSetup(visit, link, { name, nameProblem: t.accountNameTaken({ name }), passwordProblem: '' });
  }
}

/** What is said of a password; empty when it is fine. */
export function problemOf(t: PageText, problem: PasswordProblem | undefined, isTwice: boolean): string {
  if (problem === undefined) return isTwice ? '' : t.accountPasswordTwice;
  const said = {
    short: t.accountPasswordShort({ count: SHORTEST_PASSWORD }),
    long: t.accountPasswordLong,
    name: t.accountPasswordName,
    common: t.accountPasswordCommon,
  } as const;
  return said[problem];
}

/** The open link of the address; without one the page says so. */
async function linkOf(visit: EntranceVisit): Promise<OpenLink | undefined> {
  const { req, em, now, t } = visit;
  const link = await findSetupLink(em, String(req.params['token']), now);
  if (!link) await sendEntrancePage(visit, 'entrance/linkEnded', {}, { title: t.accountLinkEnded, status: 404 });
  return link;
}

interface Typed {
  readonly name: string;
  readonly nameProblem: string;
  readonly passwordProblem: string;
}

async function sendSetup(visit: EntranceVisit, { account }: OpenLink, typed: Typed): Promise<void> {
  const { req, base, t } = visit;
  const view = {
    action: `${base}/setup/${String(req.params['token'])}`,
    whose: account?.name ?? '',
    least: SHORTEST_PASSWORD,
    ...typed,
  };
  const title = account ? t.accountChooseTitle : t.accountFirstTitle;
  const status = typed.nameProblem || typed.passwordProblem ? 422 : 200;
  await sendEntrancePage(visit, 'entrance/setup', view, { title, status });
}
