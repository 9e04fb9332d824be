import path from 'node:path';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../../platform/config.ts';
import { RoundtripError } from '../../platform/errors.ts';
import type { Engine } from '../../platform/temporal.ts';
import { Slots } from '../../platform/slots.ts';
import type { ApiDeps } from '../deps.ts';
import { Gate, type Door } from '../entrance/gate.ts';
import { Refusals } from '../entrance/refusals.ts';
import { beginVisit, type Visit } from '../entrance/visit.ts';
import { toExpected } from '../errors.ts';
import { receive } from './_partner/post.ts';
import { showDocument } from './_partner/documents/_id/get.ts';
import { sendAnswer } from './_partner/documents/_id/answers/_answer/get.ts';
import { sweepSpool } from '../../intake/arriving.ts';
import type { BodyTimes } from './body.ts';
import { expectsContinue } from './continue.ts';

export interface PunchInDeps extends Pick<ApiDeps, 'orm' | 'keyRing' | 'log' | 'metrics'> {
  readonly engine: Pick<Engine, 'startPunchIn'>;
  readonly config: Pick<Config, 'dataDirectory' | 'publicUrl' | 'partnerOrdersAtOnce'>;
  /** Tests are less patient. */
  readonly bodyTimes?: BodyTimes;
}

/** What the endpoints of the intake share. */
export interface Intake {
  readonly deps: PunchInDeps;
  readonly gate: Gate;
  /** Folder for long bodies on their way into the database. */
  readonly spool: string;
  readonly refusals: Refusals;
  /** By the code in the address. */
  readonly slots: Slots;
}

type Handler = (intake: Intake, visit: Visit, res: Response, door: Door, code: string) => Promise<void>;

/** Documents of one partner that are looked at and stored at a time; one that waits longer, in milliseconds, is taken all the same. */
const FROM_ONE_PARTNER = { most: 2, patience: 5_000 };
/** How long the rest of a refused body is read and dropped, so that the sender gets to see the answer. */
const LINGER = 30_000;

/** The addresses of partners and hubs, below /punchin. */
export function punchInRouter(deps: PunchInDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const spool = path.join(deps.config.dataDirectory, 'spool');
  const intake: Intake = {
    deps,
    gate: new Gate(deps),
    spool,
    refusals: new Refusals(deps),
    slots: new Slots(FROM_ONE_PARTNER),
  };
  sweepSpool(spool).catch((error: unknown) => deps.log.warn({ error }, 'The spool could not be swept'));
  for (const [base, door] of [
    ['/hub/:code', 'hub'],
    ['/:code', 'partner'],
  ] as const) {
    const on = (handler: Handler): RequestHandler => visited(intake, handler, door, base);
    router
      .route(base)
      .post(on(receive))
      .all(on(refuseMethod('POST')));
    router
      .route(`${base}/documents/:id`)
      .get(on(showDocument))
      .all(on(refuseMethod('GET')));
    router
      .route(`${base}/documents/:id/answers/:answer`)
      .get(on(sendAnswer))
      .all(on(refuseMethod('GET')));
  }
  return router;
}

function refuseMethod(allowed: string): Handler {
  return (_intake, visit, res) => {
    visit.check = 'method';
    res.setHeader('Allow', allowed);
    throw new RoundtripError('MethodNotAllowed', `${visit.req.method} is not possible here; ${allowed} is.`);
  };
}

/** Runs a handler; what it refuses is kept as a refused request before the error goes to the one error middleware. */
function visited(intake: Intake, handler: Handler, door: Door, base: string): RequestHandler {
  const { deps } = intake;
  return async (req: Request, res: Response) => {
    res.locals['route'] = `/punchin${base}`;
    const visit = beginVisit(req, res);
    try {
      await handler(intake, visit, res, door, String(req.params['code']));
    } catch (error) {
      const expected = toExpected(error);
      if (visit.documentId !== undefined) res.locals['documentId'] = visit.documentId;
      if (expected?.type === 'CredentialRejected') {
        res.setHeader('WWW-Authenticate', ['Basic realm="roundtrip", charset="UTF-8"', 'Bearer realm="roundtrip"']);
      }
      if (expected !== undefined) {
        const seconds = (performance.now() - visit.begin) / 1_000;
        deps.metrics.receipts.observe({ outcome: expected.type }, seconds);
        await intake.refusals.keep(visit, expected);
      }
      leave(visit, res, expected);
      throw error;
    }
  };
}

/** Leaves a request whose body was not read to its end. */
function leave({ req }: Visit, res: Response, error: RoundtripError | undefined): void {
  if (req.complete) return;
  if (expectsContinue(req) || error?.type === 'RequestTimeout') {
    // Nothing more will come, or nothing that we wait for.
    res.setHeader('Connection', 'close');
    return;
  }
  const timer = setTimeout(() => req.socket.destroy(), LINGER);
  req.once('close', () => clearTimeout(timer));
  req.resume();
}
