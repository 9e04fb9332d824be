import { endApiKey, makeApiKey } from '../../../accounts/apiKeys.ts';
import type { ApiKey } from '../../../platform/access.entity.ts';
import { listApiKeys, scopes, type Scope } from '../../../platform/access.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import type { ScopeView } from './views.ts';

const PATH = '/settings/api-keys';
const LONGEST_NAME = 100;

const scopeKeys = {
  'shop:read': 'settingsScopeShopRead',
  'shop:write': 'settingsScopeShopWrite',
  'orders:read': 'settingsScopeOrdersRead',
  'orders:write': 'settingsScopeOrdersWrite',
  'documents:read': 'settingsScopeDocumentsRead',
  'documents:write': 'settingsScopeDocumentsWrite',
  'partners:read': 'settingsScopePartnersRead',
  'partners:write': 'settingsScopePartnersWrite',
  admin: 'settingsScopeAdmin',
} as const satisfies Record<Scope, string>;

interface Typed {
  readonly name: string;
  readonly chosen: readonly string[];
  readonly problem: string;
}

async function keysPage(visit: AdminVisit, typed?: Typed): Promise<AdminAnswer> {
  const { em, tongue } = visit;
  const { name = '', chosen = [], problem = '' } = typed ?? {};
  const scopeViews: readonly ScopeView[] = scopes.map((value) => {
    return { value, key: scopeKeys[value], chosen: chosen.includes(value) };
  });
  const rows = (await listApiKeys(em)).toReversed().map(rowOf);
  const title = `${tongue.t.settingsApiKeys} – ${tongue.t.adminSettings}`;
  const view = { rows, name, problem, scopes: scopeViews };
  return page('admin/settings/apiKeys', view, { title, status: typed ? 422 : 200 });
}

function rowOf({ id, name, prefix, scopes: may, createdAt, createdBy, lastUsedAt, revokedAt }: ApiKey) {
  return {
    ...{ id, name, prefix, createdBy },
    scopeKeys: scopes.filter((scope) => may.includes(scope)).map((scope) => scopeKeys[scope]),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? '',
    revokedAt: revokedAt?.toISOString() ?? '',
  };
}

/** Keys by which systems of the shop use the REST interface. */
export const showApiKeys = adminPage({ path: PATH, role: 'administrator', show: keysPage });

/** Makes a key, and shows it once. */
export const postApiKey = adminForm({
  path: PATH,
  role: 'administrator',
  async act(visit) {
    const { deps, em, account, form, tongue } = visit;
    const name = (form.get('name') ?? '').trim();
    const chosen = scopes.filter((scope) => form.getAll('scope').includes(scope));
    const problem =
      name === '' || name.length > LONGEST_NAME
        ? tongue.t.settingsKeyName
        : chosen.length === 0
          ? tongue.t.settingsKeyScope
          : '';
    if (problem !== '') return keysPage(visit, { name, chosen, problem });
    const { key } = await makeApiKey(em, deps.keyRing, { name, scopes: chosen, createdBy: account.name });
    return page('admin/settings/newKey', { name, key }, { title: tongue.t.settingsKeyMade({ name }) });
  },
});

async function keyInHand(visit: AdminVisit): Promise<ApiKey> {
  const id = idParam(visit);
  const found = (await listApiKeys(visit.em)).find((one) => one.id === id);
  if (!found) throw new RoundtripError('NotFound', 'There is no such API key.');
  return found;
}

function revokePage({ tongue }: AdminVisit, key: ApiKey, problem = ''): AdminAnswer {
  const { id, name, lastUsedAt } = key;
  const view = { id, name, lastUsedAt: lastUsedAt?.toISOString() ?? '', problem };
  const title = tongue.t.settingsRevokeTitle({ name });
  return page('admin/settings/revokeKey', view, { title, status: problem === '' ? 200 : 422 });
}

/** Asks before a key is ended, which cannot be taken back. */
export const showRevoke = adminPage({
  path: `${PATH}/:id/revoke`,
  role: 'administrator',
  show: async (visit) => revokePage(visit, await keyInHand(visit)),
});

export const postRevoke = adminForm({
  path: `${PATH}/:id/revoke`,
  role: 'administrator',
  async act(visit) {
    const { em, account, form, now, tongue } = visit;
    const key = await keyInHand(visit);
    if ((form.get('name') ?? '').trim() !== key.name) return revokePage(visit, key, tongue.t.settingsRevokeName);
    await endApiKey(em, key.id, account.name, now);
    return goTo(PATH, { tone: 'good', text: tongue.t.settingsRevoked({ name: key.name }) });
  },
});
