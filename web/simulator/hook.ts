import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { decodeParameters, ParametersTooLarge, RETURN_LIMITS, type Parameter } from '../../formats/oci/parameters.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { receiveCart } from '../../simulator/carts.ts';
import { answerDelivery } from '../../simulator/receiver.ts';
import type { Simulation } from '../../simulator/simulation.entity.ts';
import { findByHook, nextAnswer } from '../../simulator/simulations.ts';
import { setPageHeaders } from '../headers.ts';
import { askedLanguage } from '../public/frame.ts';
import { render } from '../render.ts';
import { rootOf } from '../root.ts';
import { readSimulatorCookie } from './cookie.ts';

/** Bytes of a cart of some thousand lines. */
export const LARGEST_CART = 10_000_000;

/** GET or POST /simulator/hook/:hook/:step: where the shop sends the buyer's browser with the cart. */
export async function receive(deps: ApiDeps, req: Request, res: Response): Promise<void> {
  const [em, now] = [deps.orm.em.fork(), new Date()];
  const simulation = await openSimulation(deps, req);
  const method = req.method === 'GET' ? 'get' : 'post';
  const query = Buffer.from(req.originalUrl.split('?')[1] ?? '', 'latin1');
  const fields = readFields(method === 'get' ? query : bodyOf(req));
  const step = String(req.params['step']);
  const id = await receiveCart(em, simulation, { step, method, fields }, now);
  if (id === undefined) throw new RoundtripError('NotFound', 'This punch-out is not known to the simulator.');
  // By GET the browser says who it is, even where it was sent here from a frame without cookies.
  res.redirect(303, `${rootOf(deps)}/simulator/hook/${simulation.hook}/${step}/${id}`);
}

/** GET /simulator/hook/:hook/:step/:cart: what the buyer sees when the cart has arrived. */
export async function received(deps: ApiDeps, req: Request, res: Response): Promise<void> {
  const simulation = await openSimulation(deps, req);
  const root = rootOf(deps);
  const key = readSimulatorCookie(req);
  const known =
    key !== undefined && key.startsWith(`${simulation.id} `) ? key.slice(simulation.id.length + 1) : undefined;
  const cart = known === undefined ? '' : `${root}/simulator/${known}/carts/${String(req.params['cart'])}`;
  setPageHeaders(res, { frameAncestors: [], forms: 'ours' });
  const reader = { language: askedLanguage(req), timeZone: 'UTC', root };
  res.type('html').send(render('simulator/received', { cart, known: known !== undefined }, reader));
}

/** POST /simulator/inbox/:hook: where answers to the simulated system's documents are delivered. */
export async function deliver(deps: ApiDeps, req: Request, res: Response): Promise<void> {
  const simulation = await openSimulation(deps, req);
  const mode = await nextAnswer(deps.orm.em.fork(), simulation.id);
  const answer = await answerDelivery(mode, bodyOf(req).subarray(0, 4_096));
  // A silent receiver leaves the sender to its patience; the connection is its to close.
  if (!answer) return;
  res.status(answer.status).set('Content-Type', answer.contentType).send(answer.body);
}

function readFields(bytes: Uint8Array): Parameter[] {
  try {
    return decodeParameters(bytes, undefined, RETURN_LIMITS);
  } catch (error) {
    if (!(error instanceof ParametersTooLarge)) throw error;
    throw new RoundtripError('DocumentTooLarge', error.message, { cause: error });
  }
}

async function openSimulation(deps: ApiDeps, req: Request): Promise<Simulation> {
  const simulation = await findByHook(deps.orm.em.fork(), String(req.params['hook']), new Date());
  if (simulation) return simulation;
  throw new RoundtripError('NotFound', 'There is no such simulation, or it is over.');
}

function bodyOf({ body }: Request): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
