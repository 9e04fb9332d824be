import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { languageOf } from '../../documents/words.ts';
import { isPunchOutLogin } from '../../formats/ubl/punchOutLogin.ts';
import { errorTypes, RoundtripError } from '../../platform/errors.ts';
import { sendErrorPage } from '../../web/errorPage.ts';
import { Gate, type Door } from '../entrance/gate.ts';
import { Refusals } from '../entrance/refusals.ts';
import { beginVisit, type Visit } from '../entrance/visit.ts';
import { toExpected } from '../errors.ts';
import { sendCxmlError } from '../entrance/cxml/answer.ts';
import { answerCxml } from './cxml/request.ts';
import type { PunchOutCall, PunchOutDeps, PunchOutDoor } from './door.ts';
import { pathOf, postedCxml, readForm } from './form.ts';
import { answerOci } from './oci/call.ts';
import { answerPeppolLogin } from './peppol/login.ts';

/** Bytes of a call: an edit of 5,000 lines is some 5 MB. */
const LARGEST = 10_000_000;
const XML = /^(application|text)\/([\w.+-]+\+)?xml\s*(;|$)|^multipart\/related\s*;/i;

/** The one door for every punch-out protocol, below /punchout. */
export function punchOutRouter(deps: PunchOutDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const door: PunchOutDoor = { deps, gate: new Gate(deps), refusals: new Refusals(deps) };
  const body = express.raw({ type: () => true, limit: LARGEST, inflate: false });
  for (const [path, kind] of [
    ['/hub/:code', 'hub'],
    ['/:code', 'partner'],
  ] as const) {
    router.all(path, visited(door, kind, path, body));
  }
  return router;
}

/** Reads the call and answers it; what is refused is kept, and told in the caller's protocol. */
function visited(door: PunchOutDoor, kind: Door, path: string, body: RequestHandler): RequestHandler {
  return async (req, res) => {
    res.locals['route'] = `/punchout${path}`;
    const visit = beginVisit(req, res);
    res.locals['isCxml'] = XML.test(req.get('content-type') ?? '');
    try {
      if (req.method !== 'POST' && req.method !== 'GET') throw wrongMethod(visit, res);
      visit.check = 'size';
      const bytes = await readBody(req, res, body);
      visit.head = () => bytes;
      const found = await door.gate.find(visit, String(req.params['code']), kind);
      await answer(door, { visit, res, found }, bytes);
    } catch (error) {
      await refuse(door, visit, res, error);
    }
  };
}

async function readBody(req: Request, res: Response, body: RequestHandler): Promise<Uint8Array> {
  await new Promise<void>((resolve, reject) => {
    void body(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  return Buffer.isBuffer(req.body) ? req.body : new Uint8Array(0);
}

/** Which protocol it is shows in the call itself: XML is cXML, a form with return_object_spec_id is Peppol's, any other is OCI. */
async function answer(door: PunchOutDoor, call: PunchOutCall, bytes: Uint8Array): Promise<void> {
  const { visit, res } = call;
  if (res.locals['isCxml']) return answerCxml(door, call, bytes);
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(visit.req.get('content-type') ?? '')?.[1];
  const form = readForm(visit.req, bytes, charset);
  visit.head = () => Buffer.from(form.kept().text);
  visit.check = 'body';
  const posted = postedCxml(form);
  res.locals['isCxml'] = posted !== undefined;
  if (posted) return answerCxml(door, call, posted);
  if (isPunchOutLogin(form.parameters)) return answerPeppolLogin(door, call, form);
  return answerOci(door, call, form);
}

async function refuse(door: PunchOutDoor, visit: Visit, res: Response, error: unknown): Promise<void> {
  const { deps } = door;
  const { reference, req } = visit;
  const expected = toExpected(error);
  if (expected) {
    res.locals['errorCode'] = expected.type;
    await door.refusals.keep(visit, expected);
  } else {
    deps.metrics.unexpected.inc({ where: 'api' });
    deps.log.error({ error, reference, method: req.method, path: req.path }, 'Request failed unexpectedly');
  }
  if (res.headersSent || res.destroyed) return;
  if (!req.complete) res.setHeader('Connection', 'close');
  if (res.locals['isCxml'])
    return sendCxmlError(deps, visit, res, expected, visit.partner?.agreement?.settings.punchOut?.cxml);
  const language = languageOf(
    req.get('accept-language'),
    visit.partner?.agreement?.settings.punchOut?.language ?? 'en',
  );
  const status = expected ? errorTypes[expected.type].http : 500;
  sendErrorPage(res, { status, error: expected, reference, language, root: pathOf(deps.config.publicUrl) });
}

function wrongMethod(visit: Visit, res: Response): RoundtripError {
  visit.check = 'method';
  res.setHeader('Allow', 'GET, POST');
  return new RoundtripError('MethodNotAllowed', `${visit.req.method} is not possible here; GET and POST are.`);
}
