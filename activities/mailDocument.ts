import type { EntityManager } from '@mikro-orm/postgresql';
import { documentLetter } from '../notices/documentLetter.ts';
import { writeLetter } from '../notices/letter.ts';
import { messageIdOf } from '../notices/messageId.ts';
import { shopProfile } from '../shop/profile.ts';
import type { Judgement } from '../transports/http/judge.ts';
import type { ActivityDeps } from './deps.ts';
import { fileName } from './fileName.ts';
import { wholeBody } from './outgoingBody.ts';
import type { AttemptBounds, Sending } from './sending.ts';

/** What mail servers commonly take, before base64 makes it a third longer. */
const LARGEST_MAIL = 15_000_000;

/** Sends a document as the attachment of a mail; delivered is what the mail server has taken. */
export async function mailDocument(
  { mail }: Pick<ActivityDeps, 'mail'>,
  em: EntityManager,
  { document, settings, address }: Sending,
  { timeout }: AttemptBounds,
): Promise<Judgement> {
  if (!mail) return { verdict: 'retry', fault: { code: 'MAIL_UNSET' } };
  if (document.size > LARGEST_MAIL) {
    return { verdict: 'stop', fault: { code: 'MAIL_TOO_LARGE', size: document.size, most: LARGEST_MAIL } };
  }
  const shop = (await shopProfile(em))?.name ?? 'Roundtrip';
  const { language } = settings.answers;
  const { id, format, number, mode, contentType } = document;
  const file = fileName(document);
  const letter = writeLetter(documentLetter({ format, number, file, mode, shop }, language), language);
  const content = Buffer.from(await wholeBody(em, id));
  return mail.send({
    ...{ to: address.mailTo ?? '', messageId: messageIdOf(id), senderName: shop, language, ...letter, timeout },
    attachments: [{ filename: file, contentType, content }],
  });
}
