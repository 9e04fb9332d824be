import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import type { IncomingMail } from '../../intake/mail.ts';
import type { AuthenticationResult } from '../../partners/mailIntake.ts';

const MOST_PARTS = 50;

/**
 * Takes a mail apart (RFC 5322, MIME). Never throws for what is in it.
 * @param server name of our own mail server in its Authentication-Results; what others claim to have found counts for nothing
 */
export async function readMail(bytes: Buffer, server: string | undefined): Promise<IncomingMail> {
  const mail = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const [from, ...others] = addressesOf(mail.from);
  return {
    from: others.length === 0 ? from : undefined,
    recipients: recipientsOf(mail),
    messageId: mail.messageId ?? '',
    subject: (mail.subject ?? '').replaceAll(/\p{Cc}+/gu, ' '),
    isAutomatic: isAutomatic(mail),
    found: foundBy(mail, server),
    parts: mail.attachments.slice(0, MOST_PARTS).map(({ filename, contentType, content }, at) => ({
      filename: filename ?? `attachment-${at + 1}`,
      contentType,
      content,
    })),
  };
}

function addressesOf(given: AddressObject | AddressObject[] | undefined): string[] {
  const objects = given === undefined ? [] : Array.isArray(given) ? given : [given];
  return objects
    .flatMap(({ value }) => value)
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((each) => each.address)])
    .filter((address): address is string => address !== undefined && address !== '');
}

function recipientsOf(mail: ParsedMail): string[] {
  const added = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => texts(mail, name));
  return [...addressesOf(mail.to), ...addressesOf(mail.cc), ...added].map((address) => address.toLowerCase());
}

/** Nobody reads an answer to it: a bounce, an automatic reply, a list. A purchasing system's own mail is automatic, too, and wants its receipt. */
function isAutomatic(mail: ParsedMail): boolean {
  const isReply = texts(mail, 'auto-submitted').some((text) => /^auto-replied/i.test(text));
  return isReply || texts(mail, 'return-path').includes('<>') || texts(mail, 'list-id').length > 0;
}

/** By the topmost header of our server: it stands above what came with the mail. */
function foundBy(mail: ParsedMail, server: string | undefined): AuthenticationResult[] {
  if (server === undefined) return [];
  const read = texts(mail, 'authentication-results').map(readAuthenticationResults);
  return [...(read.find((each) => each.server === server.toLowerCase())?.results ?? [])];
}

/** Reads an Authentication-Results (RFC 8601): `mx.example.com; dkim=pass (2048 bits) header.d=a.example; spf=fail`. */
export function readAuthenticationResults(value: string): {
  readonly server: string;
  readonly results: readonly AuthenticationResult[];
} {
  const text = value.replaceAll(/\([^()]*\)/g, ' ');
  const [server = '', ...claims] = text.split(';').map((part) => part.trim());
  return { server: (server.split(' ')[0] ?? '').toLowerCase(), results: claims.flatMap(readClaim) };
}

function readClaim(claim: string): AuthenticationResult[] {
  const [first, ...properties] = [...claim.matchAll(/([\w.-]+)\s*=\s*"?([^\s";]+)"?/g)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
  );
  if (!first) return [];
  return [{ method: first[0], result: first[1].toLowerCase(), properties: Object.fromEntries(properties) }];
}

/** Every header of a name, unfolded, topmost first. */
function texts({ headerLines }: ParsedMail, name: string): string[] {
  return headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) =>
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
}
