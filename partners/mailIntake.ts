import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { z } from 'zod';

const SENDER = /^[^\s@<>"]*@[^\s@<>"]+\.[^\s@<>".]+$/;

/** What our own mail server must have found of a mail before its sender is believed. */
export const mailProofs = ['dkimOrSpf', 'dkim', 'spf', 'none'] as const;

/** Documents that come by mail, as attachments (docs/transports.md). */
export const mailIntake = z.strictObject({
  /** Addresses that may send, or whole domains: `@akero.example`. */
  senders: z
    .array(
      z
        .string()
        .max(254)
        .regex(SENDER, 'must be a mail address such as order@example.com, or a domain such as @example.com'),
    )
    .min(1)
    .max(50),
  /**
   * Which signature or origin must fit the address of the sender, by the Authentication-Results (RFC 8601) of the mail server that
   * MAIL_AUTHSERV_ID names. `none`: whoever writes that address is believed.
   */
  proof: z.enum(mailProofs).default('dkimOrSpf'),
  /** Is the sender told by a mail what became of each attachment? */
  receipt: z.boolean().default(true),
});
export type MailIntake = z.output<typeof mailIntake>;

/** What a mail server has found: `dkim=pass header.d=akero.example`. */
export interface AuthenticationResult {
  readonly method: string;
  readonly result: string;
  /** By their names, in small letters: `header.d`, `smtp.mailfrom`. */
  readonly properties: Readonly<Record<string, string>>;
}

/** May this address send? Whole addresses and domains are compared without case. */
export function isMailSender({ senders }: Pick<MailIntake, 'senders'>, address: string): boolean {
  const given = address.toLowerCase();
  return senders.some((sender) => {
    const named = sender.toLowerCase();
    return named.startsWith('@') ? given.endsWith(named) : given === named;
  });
}

/** Does what the mail server found vouch for the domain of the sender? A signature of the domain or of one above it does. */
export function isProven(
  { proof }: Pick<MailIntake, 'proof'>,
  address: string,
  found: readonly AuthenticationResult[],
): boolean {
  if (proof === 'none') return true;
  const domain = domainOf(address);
  return found.some(({ method, result, properties }) => {
    if (result !== 'pass' || (proof !== 'dkimOrSpf' && method !== proof)) return false;
    if (method === 'dkim') return isAbove(properties['header.d'] ?? domainOf(properties['header.i'] ?? ''), domain);
    return method === 'spf' && isAbove(domainOf(properties['smtp.mailfrom'] ?? ''), domain);
  });
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function isAbove(named: string, domain: string): boolean {
  const above = named.toLowerCase();
  return above.includes('.') && (domain === above || domain.endsWith(`.${above}`));
}

/** Codes of the addresses whose agreement in force takes mail from a sender. */
export async function mailDoors(em: EntityManager, sender: string): Promise<string[]> {
  const { rows } = await sql<{ code: string; senders: string[] }>`
    select a.code, g.settings #> '{intake,mail,senders}' as senders
    from partner_address a join lateral (
      select settings from partner_agreement where partner_id = a.partner_id and mode = a.mode
      order by version desc limit 1) g on true
    where g.settings #> '{intake,mail}' is not null order by a.code`.execute(em.getKysely());
  return rows.filter(({ senders }) => isMailSender({ senders }, sender)).map(({ code }) => code);
}
