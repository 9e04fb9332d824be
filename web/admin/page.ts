import type { Role } from '../../accounts/roles.ts';
import type { AdminAnswer } from './answer.ts';
import type { AdminVisit } from './visit.ts';

interface Address {
  /** Below /admin, with `:name` for parameters. */
  readonly path: string;
  /** The least role that may ask for it. */
  readonly role: Role;
}

/** A page of the console. */
export interface AdminPage extends Address {
  readonly method: 'get';
  readonly show: (visit: AdminVisit) => Promise<AdminAnswer>;
}

/** What a form of the console does. Session, role and token of the form are checked before. */
export interface AdminForm extends Address {
  readonly method: 'post';
  readonly act: (visit: AdminVisit) => Promise<AdminAnswer>;
  /** Longest body in bytes; 1 MB where nothing is said. A form that sends files says more. */
  readonly limit?: number;
  /** Fields that hold a password or a key: they are never kept (web/admin/keepForm.ts). */
  readonly secrets?: readonly string[];
}

export type AdminRoute = AdminPage | AdminForm;

export function adminPage(page: Omit<AdminPage, 'method'>): AdminPage {
  return { method: 'get', ...page };
}

export function adminForm(form: Omit<AdminForm, 'method'>): AdminForm {
  return { method: 'post', ...form };
}
