import { nextSentence, timelineSentence, type Next } from '../../../documents/sentences.ts';
import { readTimeline, type TimelineSubject } from '../../../documents/timeline.ts';
import type { AdminVisit } from '../visit.ts';
import type { StoryView } from './views.ts';

/** A timeline in the reader's words, and what happens next. */
export async function storyOf({ em, reader }: AdminVisit, subject: TimelineSubject, next: Next): Promise<StoryView> {
  const { language, timeZone } = reader;
  const entries = await readTimeline(em, subject);
  return {
    entries: entries.map(({ at, code, facts, actor }) => ({
      at: at.toISOString(),
      text: timelineSentence({ code, facts, actor }, language, timeZone),
    })),
    next: nextSentence(next, language, timeZone),
  };
}
