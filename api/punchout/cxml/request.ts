import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import { maskText } from '../../../documents/refusedRequests.ts';
import { rootPart } from '../../../documents/rootPart.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { answerProfile } from './profileRequest.ts';
import { fromProblem, readCxml } from '../../../intake/cxml/read.ts';
import { answerSetup } from './setupRequest.ts';
import { findShopper } from './shopper.ts';

/** A cXML document: who sent it is asked before what it wants (cXML digest, sections 2 to 4). */
export async function answerCxml(door: PunchOutDoor, call: PunchOutCall, bytes: Uint8Array): Promise<void> {
  const { visit } = call;
  visit.check = 'body';
  const root = rootPart(bytes, visit.req.get('content-type') ?? '');
  const document = readCxml(root.bytes, root.charset);
  if (document.header === undefined) {
    throw fromProblem(new CxmlProblem(400, 'The document has no Header.', { element: 'cXML/Header' }));
  }
  const shopper = await findShopper(door, call, document.header);
  visit.check = 'body';
  if (document.kind !== 'request') {
    throw fromProblem(
      new CxmlProblem(450, 'A Request is expected here.', { element: document.kind, expected: 'Request' }),
    );
  }
  if (document.name === 'ProfileRequest') return answerProfile(door, call, shopper);
  const kept = maskText(Buffer.from(root.bytes).toString('utf8'), visit.secrets);
  if (document.name === 'PunchOutSetupRequest') return answerSetup(door, call, { shopper, document, kept });
  const found = document.name.slice(0, 100).toWellFormed();
  throw fromProblem(
    new CxmlProblem(450, 'This request is not taken here.', {
      element: 'Request',
      found,
      expected: 'ProfileRequest or PunchOutSetupRequest',
    }),
  );
}
