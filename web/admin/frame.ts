import { mayAct } from '../../accounts/roles.ts';
import type { Message } from '../../accounts/message.ts';
import type { Config } from '../../platform/config.ts';
import type { AssetName } from '../assets.ts';
import type { PlainKey } from '../templates.ts';
import { navigation } from './navigation.ts';
import type { AdminVisit } from './visit.ts';

/** What stands around every page of the console. */
export interface AdminFrame {
  readonly title: string;
  /** `/admin`, below the root of the application. */
  readonly base: string;
  readonly csrf: string;
  readonly shop: string;
  /** Of the badge: no installation shall be taken for another. */
  readonly environment: Config['environmentName'];
  readonly environmentKey: PlainKey;
  readonly account: { readonly name: string; readonly roleKey: PlainKey };
  /** What the person may do, so that a page offers nothing that would be refused. */
  readonly may: { readonly operate: boolean; readonly administer: boolean };
  readonly navigation: readonly { readonly href: string; readonly key: PlainKey; readonly here: boolean }[];
  readonly messages: readonly Message[];
  readonly styles: readonly AssetName[];
  /** What stands in the search field. */
  readonly q: string;
}

const roleKeys = { reader: 'adminReader', operator: 'adminOperator', administrator: 'adminAdministrator' } as const;

const environmentKeys = { demo: 'adminDemo', test: 'adminTest', production: 'adminProduction' } as const;

export interface FrameFacts {
  readonly title: string;
  readonly messages: readonly Message[];
  readonly styles: readonly AssetName[];
}

export function frameOf(visit: AdminVisit, { title, messages, styles }: FrameFacts): AdminFrame {
  const { deps, account, shop, root, csrf, req, query } = visit;
  const environment = deps.config.environmentName;
  const base = `${root}/admin`;
  return {
    ...{ title, base, csrf, messages, styles, environment },
    environmentKey: environmentKeys[environment],
    shop: shop?.name ?? '',
    account: { name: account.name, roleKey: roleKeys[account.role] },
    may: { operate: mayAct(account.role, 'operator'), administer: mayAct(account.role, 'administrator') },
    navigation: navigation
      .filter(({ role }) => mayAct(account.role, role))
      .map(({ path, key }) => ({ href: base + path, key, here: isHere(req.path, path) })),
    q: req.path === '/search' ? (query.get('q') ?? '') : '',
  };
}

function isHere(path: string, entry: string): boolean {
  return entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`);
}
