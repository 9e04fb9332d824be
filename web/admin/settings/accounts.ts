import {
  changeRole,
  createAccount,
  disableAccount,
  enableAccount,
  findAccount,
  listAccounts,
} from '../../../accounts/accounts.ts';
import { roles, type Role } from '../../../accounts/roles.ts';
import { createSetupLink } from '../../../accounts/setupLinks.ts';
import { languages } from '../../../documents/words.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';

const PATH = '/settings/accounts';
const LONGEST_NAME = 100;
const roleKeys = { reader: 'adminReader', operator: 'adminOperator', administrator: 'adminAdministrator' } as const;

interface Typed {
  readonly name: string;
  readonly role: Role;
  readonly problem: string;
}

async function accountsPage(visit: AdminVisit, typed?: Typed): Promise<AdminAnswer> {
  const { em, account, tongue } = visit;
  const rows = (await listAccounts(em)).map(({ id, name, role, disabledAt, lastLoginAt, password, issuer }) => ({
    ...{ id, name, role },
    isOwn: id === account.id,
    isDisabled: disabledAt !== null,
    isReady: password != null || issuer != null,
    lastLoginAt: lastLoginAt?.toISOString() ?? '',
  }));
  const view = {
    rows,
    roles: roles.map((role) => ({ value: role, key: roleKeys[role] })),
    typed: typed ?? { name: '', role: 'reader', problem: '' },
  } as const;
  const title = `${tongue.t.settingsAccounts} – ${tongue.t.adminSettings}`;
  return page('admin/settings/accounts', view, { title, status: typed ? 422 : 200 });
}

/** Who may log in. */
export const showAccounts = adminPage({ path: PATH, role: 'administrator', show: accountsPage });

/** Makes an account, and the link by which its person chooses a password. */
export const postAccount = adminForm({
  path: PATH,
  role: 'administrator',
  async act(visit) {
    const { em, account, form, tongue } = visit;
    const { t } = tongue;
    const name = (form.get('name') ?? '').trim();
    const role = roles.find((one) => one === form.get('role')) ?? 'reader';
    const language = languages.find((one) => one === form.get('language')) ?? account.language;
    if (name === '' || name.length > LONGEST_NAME)
      return accountsPage(visit, { name, role, problem: t.accountNameNeeded });
    try {
      const id = await createAccount(em, { name, role, language, createdBy: account.name });
      return await linkPage(visit, { id, name, role });
    } catch (error) {
      if (!isConflict(error)) throw error;
      return accountsPage(visit, { name, role, problem: t.accountNameTaken({ name }) });
    }
  },
});

/** A new link, for somebody who forgot the password or let the first link lapse. */
export const postLink = adminForm({
  path: `${PATH}/:id/link`,
  role: 'administrator',
  async act(visit) {
    return linkPage(visit, await findAccount(visit.em, idParam(visit)));
  },
});

/** Shown once: what is stored is a hash. */
async function linkPage(
  visit: AdminVisit,
  { id, name, role }: { readonly id: string; readonly name: string; readonly role: Role },
): Promise<AdminAnswer> {
  const { deps, em, account, now, tongue } = visit;
  const token = await createSetupLink(em, { accountId: id, role, createdBy: account.name }, now);
  const view = { name, link: `${deps.config.publicUrl}/admin/setup/${token}` };
  return page('admin/settings/link', view, { title: tongue.t.settingsLinkTitle({ name }) });
}

export const postRole = adminForm({
  path: `${PATH}/:id/role`,
  role: 'administrator',
  async act(visit) {
    const { em, account, form, tongue } = visit;
    const id = idParam(visit);
    const role = roles.find((one) => one === form.get('role'));
    if (role === undefined) throw new RoundtripError('RequestInvalid', 'There is no such role.');
    const { name } = await findAccount(em, id);
    return unlessLast(visit, async () => {
      await changeRole(em, id, role, account.name);
      return tongue.t.settingsRoleChanged({ name, role: tongue.t[roleKeys[role]] });
    });
  },
});

/** Switches an account off, and on again: the message takes it back. */
export const postState = adminForm({
  path: `${PATH}/:id/state`,
  role: 'administrator',
  async act(visit) {
    const { em, account, form, now, tongue } = visit;
    const id = idParam(visit);
    const { name } = await findAccount(em, id);
    if (form.get('do') === 'enable') {
      await enableAccount(em, id, account.name);
      return goTo(PATH, { tone: 'good', text: tongue.t.settingsEnabled({ name }) });
    }
    return unlessLast(visit, async () => {
      await disableAccount(em, id, account.name, now);
      return tongue.t.settingsDisabled({ name });
    });
  },
});

/** Without an administrator nobody could change anything. @param change says what it did */
async function unlessLast({ tongue }: AdminVisit, change: () => Promise<string>): Promise<AdminAnswer> {
  try {
    return goTo(PATH, { tone: 'good', text: await change() });
  } catch (error) {
    if (!isConflict(error)) throw error;
    return goTo(PATH, { tone: 'bad', text: tongue.t.settingsLastAdministrator });
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof RoundtripError && error.type === 'Conflict';
}
