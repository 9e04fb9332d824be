import { pipeline } from 'node:stream/promises';
import { leaveMessage } from '../../accounts/sessions.ts';
import type { Message } from '../../accounts/message.ts';
import { render } from '../render.ts';
import type { AdminAnswer, FileAnswer, PageAnswer } from './answer.ts';
import { frameOf } from './frame.ts';
import { maintenanceStrip } from './maintenanceStrip.ts';
import type { AdminVisit } from './visit.ts';

/** Sends what a page or a form answered. @param told what the form before left to be told once */
export async function sendAnswer(visit: AdminVisit, answer: AdminAnswer, told: Message | null): Promise<void> {
  const { res, em, sessionId, root } = visit;
  if (answer.kind === 'file') return sendFile(visit, answer);
  if (answer.kind === 'goTo') {
    if (answer.message) await leaveMessage(em.fork(), sessionId, answer.message);
    return res.redirect(303, `${root}/admin${answer.path}`);
  }
  if (told) await leaveMessage(em.fork(), sessionId, null);
  sendPage(visit, answer, [...maintenanceStrip(visit), ...(told ? [told] : [])]);
}

function sendPage(visit: AdminVisit, answer: PageAnswer, before: readonly Message[]): void {
  const { template, view, title, status, styles } = answer;
  const messages = [...before, ...answer.messages];
  const frame = frameOf(visit, { title, messages, styles });
  visit.res
    .status(status)
    .type('html')
    .send(render(template, { ...view, frame }, visit.reader));
}

async function sendFile({ res }: AdminVisit, { type, name, content }: FileAnswer): Promise<void> {
  res.setHeader('Content-Type', type);
  // What came from elsewhere runs nothing, wherever it is opened.
  res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (name !== undefined) res.attachment(name).setHeader('Content-Type', type);
  if (typeof content === 'string' || content instanceof Uint8Array) res.end(content);
  else await pipeline(content, res);
}
