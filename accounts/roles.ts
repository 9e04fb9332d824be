/**
 * What an account may do; each may do what those before it may.
 * `reader` sees, `operator` decides about orders and documents, `administrator` changes agreements, credentials, the shop and accounts.
 */
export const roles = ['reader', 'operator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** May an account of this role do what needs at least that one? */
export function mayAct(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
