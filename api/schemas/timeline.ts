import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../../documents/next.ts';
import { actorName, nextSentence, timelineSentence, type Next } from '../../documents/sentences.ts';
import { readTimeline, type TimelineSubject } from '../../documents/timeline.ts';
import { languages, type Language } from '../../documents/words.ts';
import { shopProfile } from '../../shop/profile.ts';
import { present, type Shown } from '../present.ts';
import { instant, uuid } from './common.ts';

export const timelineQuery = z.strictObject({
  lang: z.enum(languages).default('en').meta({ description: 'Language of the sentences' }),
});

const entry = z
  .strictObject({
    at: instant,
    text: z.string().meta({ description: 'What happened, one sentence' }),
    by: z.string().meta({ description: 'Who did it' }),
    code: z.string().meta({ description: 'For programs', example: 'order.placed' }),
    facts: z.looseObject({}).meta({ description: 'The values in the sentence' }),
    inboundDocumentId: uuid.optional(),
    outboundDocumentId: uuid.optional(),
    orderId: uuid.optional(),
    sessionId: uuid.optional(),
  })
  .meta({ id: 'TimelineEntry' });

export const timeline = z
  .strictObject({
    items: z.array(entry).meta({ description: 'Oldest first' }),
    next: z
      .strictObject({ text: z.string(), at: instant.optional() })
      .meta({ description: 'What happens next, and when' }),
  })
  .meta({ id: 'Timeline' });

/** The timeline of a document, an order or a session in words, times as the shop's clocks show them. */
export async function showTimeline(
  em: EntityManager,
  subject: TimelineSubject,
  next: Next,
  lang: Language,
): Promise<Shown<typeof timeline>> {
  const timeZone = (await shopProfile(em))?.timeZone ?? 'UTC';
  const entries = await readTimeline(em, subject);
  const items = entries.map(
    ({ at, code, facts, actor, inboundDocumentId, outboundDocumentId, orderId, sessionId }) => ({
      at: at.toISOString(),
      text: timelineSentence({ code, facts, actor }, lang, timeZone),
      by: actorName(actor, lang),
      code,
      facts,
      ...present({ inboundDocumentId, outboundDocumentId, orderId, sessionId }),
    }),
  );
  const at = instantOf(next);
  return { items, next: { text: nextSentence(next, lang, timeZone), ...(at !== undefined && { at }) } };
}
