import { pipeline } from 'node:stream/promises';
import { leaveMessage } from '../../accounts/sessions.ts';
import type { KeptForm } from '../../accounts/keptForms.ts';
import type { Message } from '../../accounts/message.ts';
import { render } from '../render.ts';
import type { AdminAnswer, FileAnswer, PageAnswer } from './answer.ts';
import { frameOf } from './frame.ts';
import { showKept } from './keepForm.ts';
import { maintenanceStrip } from './maintenanceStrip.ts';
import type { AdminVisit } from './visit.ts';

/**
 * Sends what a page or a form answered.
 * @param told what the form before left to be told once
 * @param kept what was typed into the page when the log-in had ended
 */
export async function sendAnswer(
  visit: AdminVisit,
  answer: AdminAnswer,
  told: Message | null,
  kept?: KeptForm,
): Promise<void> {
  const { res, em, sessionId, root } = visit;
  if (answer.kind === 'file') return sendFile(visit, answer);
  if (answer.kind === 'goTo') {
    if (answer.message) await leaveMessage(em.fork(), sessionId, answer.message);
    return res.redirect(303, `${root}/admin${answer.path}`);
  }
  if (told) await leaveMessage(em.fork(), sessionId, null);
  const before = [...maintenanceStrip(visit), ...(told ? [told] : [])];
  const written = (more: readonly Message[]) => writePage(visit, answer, [...before, ...more]);
  const html = kept ? await showKept(visit, kept, written) : written([]);
  res.status(answer.status).type('html').send(html);
}

function writePage(visit: AdminVisit, answer: PageAnswer, before: readonly Message[]): string {
  const { template, view, title, styles } = answer;
  const frame = frameOf(visit, { title, messages: [...before, ...answer.messages], styles });
  return render(template, { ...view, frame }, visit.reader);
}

async function sendFile({ res }: AdminVisit, { type, name, content }: FileAnswer): Promise<void> {
  res.setHeader('Content-Type', type);
  // What came from elsewhere runs nothing, wherever it is opened.
  res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (name !== undefined) res.attachment(name).setHeader('Content-Type', type);
  if (typeof content === 'string' || content instanceof Uint8Array) res.end(content);
  else await pipeline(content, res);
}
