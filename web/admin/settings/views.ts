import type { Role } from '../../../accounts/roles.ts';
import type { PlainKey } from '../../templates.ts';
import type { FormView } from '../form/views.ts';
import type { Cell, Mark } from '../lists/views.ts';

export interface ScopeView {
  readonly value: string;
  readonly key: PlainKey;
  readonly chosen: boolean;
}

/** A server of this installation that documents come or leave by. */
export interface ConnectionView {
  /** In the address of its form. */
  readonly id: string;
  readonly name: string;
  /** Without user and secret; empty: none is set. */
  readonly address: string;
  readonly text: string;
  readonly mayTry: boolean;
}

/** What the templates of web/templates/admin/settings are given. Instants are ISO 8601, empty: never. */
export interface SettingsViews {
  readonly 'admin/settings/home': {
    readonly facts: readonly { readonly label: string; readonly cell: Cell }[];
    readonly connections: readonly ConnectionView[];
    readonly mayAdminister: boolean;
  };
  /** `since`: empty where everything is taken in. */
  readonly 'admin/settings/maintenance': FormView & { readonly since: string };
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
  readonly 'admin/settings/subscriptions': {
    readonly rows: readonly {
      readonly id: string;
      readonly address: string;
      readonly who: PlainKey;
      readonly events: readonly string[];
      readonly waiting: number;
      readonly active: boolean;
      /** Why we stopped it. */
      readonly stopped: string;
    }[];
    /** No mail server is set. */
    readonly mailWaits: boolean;
  };
  readonly 'admin/settings/newSubscription': FormView;
  readonly 'admin/settings/subscription': FormView & {
    readonly id: string;
    readonly address: string;
    readonly waiting: number;
    readonly active: boolean;
    readonly stopped: string;
    readonly isWebhook: boolean;
    readonly secrets: readonly { readonly id: string; readonly createdAt: string; readonly createdBy: string }[];
    readonly notices: readonly {
      readonly id: string;
      readonly at: string;
      readonly events: number;
      readonly attempts: number;
      readonly isTest: boolean;
      readonly mark: Mark;
      readonly error: string;
    }[];
  };
  /** `next`: where it goes on, below /admin. */
  readonly 'admin/settings/webhookSecret': { readonly secret: string; readonly next: string };
}
