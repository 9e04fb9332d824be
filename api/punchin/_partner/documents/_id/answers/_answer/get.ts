import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { readChunks } from '../../../../../../../documents/chunks.ts';
import { noteFetch } from '../../../../../../../documents/fetchedAnswers.ts';
import { answersTo } from '../../../../../../../documents/outbound.ts';
import { RoundtripError } from '../../../../../../../platform/errors.ts';
import type { Door } from '../../../../../../entrance/gate.ts';
import type { Intake } from '../../../../../router.ts';
import type { Visit } from '../../../../../../entrance/visit.ts';
import { findOwn } from '../../get.ts';

/** GET /punchin/:partner/documents/:id/answers/:answer: the bytes of an answer, also of one that is delivered otherwise. */
export async function sendAnswer(intake: Intake, visit: Visit, res: Response, door: Door, code: string): Promise<void> {
  const guest = await intake.gate.pass(visit, code, door);
  const em = intake.deps.orm.em.fork();
  const document = await findOwn(em, guest, String(visit.req.params['id']));
  const answer = (await answersTo(em, document.id)).find(({ id }) => id === visit.req.params['answer']);
  if (answer === undefined) throw new RoundtripError('NotFound', 'There is no such answer to this document.');
  res.setHeader('Content-Type', answer.contentType);
  res.setHeader('Content-Length', answer.size);
  await pipeline(readChunks(em, answer.id), res);
  await noteFetch(em, { id: answer.id, number: answer.number, inboundDocumentId: document.id });
}
