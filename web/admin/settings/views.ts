import type { Role } from '../../../accounts/roles.ts';
import type { PlainKey } from '../../templates.ts';
import type { Cell } from '../lists/views.ts';

export interface ScopeView {
  readonly value: string;
  readonly key: PlainKey;
  readonly chosen: boolean;
}

/** What the templates of web/templates/admin/settings are given. Instants are ISO 8601, empty: never. */
export interface SettingsViews {
  readonly 'admin/settings/home': {
    readonly facts: readonly { readonly label: string; readonly cell: Cell }[];
    readonly mayAdminister: boolean;
  };
  readonly 'admin/settings/accounts': {
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly isOwn: boolean;
      readonly isDisabled: boolean;
      /** Can the person log in, or was no password chosen yet? */
      readonly isReady: boolean;
      readonly lastLoginAt: string;
    }[];
    readonly roles: readonly { readonly value: Role; readonly key: PlainKey }[];
    readonly typed: { readonly name: string; readonly role: Role; readonly problem: string };
  };
  readonly 'admin/settings/link': { readonly name: string; readonly link: string };
  readonly 'admin/settings/apiKeys': {
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly prefix: string;
      readonly createdBy: string;
      readonly scopeKeys: readonly PlainKey[];
      readonly createdAt: string;
      readonly lastUsedAt: string;
      readonly revokedAt: string;
    }[];
    readonly name: string;
    readonly problem: string;
    readonly scopes: readonly ScopeView[];
  };
  readonly 'admin/settings/newKey': { readonly name: string; readonly key: string };
  readonly 'admin/settings/revokeKey': {
    readonly id: string;
    readonly name: string;
    readonly lastUsedAt: string;
    readonly problem: string;
  };
}
