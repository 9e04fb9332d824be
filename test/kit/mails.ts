import { randomBytes } from 'node:crypto';

/** What is attached to a mail. */
export interface Attached {
  readonly name: string;
  readonly type?: string;
  readonly text: string;
}
/** Where a mail goes, and what the mail server of the shop, mx.shop.example, has found of it. */
export interface Sent {
  readonly to?: string;
  readonly id?: string;
  readonly subject?: string;
  readonly proof?: string;
}
const attached = ({ name, type = 'application/xml', text }: Attached): string =>
  `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`;

/** A mail as it comes over the wire, with DKIM of its sender's domain unless `proof` says otherwise. */
export function message(
  from: string,
  parts: readonly Attached[],
  { to = 'order@shop.example', id, subject = 'Order', proof }: Sent = {},
): Buffer {
  const domain = from.split('@')[1]!;
  const headers = [
    `Authentication-Results: mx.shop.example; ${proof ?? `dkim=pass header.d=${domain}`}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id ?? randomBytes(6).toString('hex')}@${domain}>`,
    'Content-Type: multipart/mixed; boundary=b',
  ];
  return Buffer.from([...headers, '', `${parts.map(attached).join('')}--b--`].join('\r\n'));
}
