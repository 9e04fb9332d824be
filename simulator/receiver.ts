import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { isCxml } from '../formats/cxml/detect.ts';
import { writeResponse } from '../formats/cxml/response.write.ts';
import type { ReceiverMode } from './simulation.entity.ts';

/** Milliseconds that a slow receiver thinks. */
const SLOW = 8_000;

/** What the receiver answers; undefined: nothing at all. */
export interface ReceiverAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** How the simulated system answers a document that is delivered to it. @param head how the document begins */
export async function answerDelivery(mode: ReceiverMode, head: Uint8Array): Promise<ReceiverAnswer | undefined> {
  if (mode === 'silent') return undefined;
  if (mode === 'slow') await sleep(SLOW);
  const isTaken = mode === 'take' || mode === 'slow';
  if (mode === 'fail') return plainText(500, 'The simulated receiver fails.\n');
  if (!isCxml(head))
    return isTaken ? plainText(202, 'Received.\n') : plainText(400, 'The simulated receiver refuses.\n');
  const timestamp = new Date().toISOString();
  const envelope = { version: '1.2.036', payloadId: `${v7()}@simulator`, language: 'en', timestamp } as const;
  const body = writeResponse(envelope, { code: isTaken ? 200 : 400 });
  return { status: 200, contentType: 'text/xml; charset=utf-8', body };
}

function plainText(status: number, body: string): ReceiverAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}
