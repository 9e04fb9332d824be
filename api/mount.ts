import { pipeline } from 'node:stream/promises';
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { requireScope } from '../platform/access.ts';
import { RoundtripError } from '../platform/errors.ts';
import { handleAudited } from './audit.ts';
import { authenticate } from './authenticate.ts';
import { check } from './check.ts';
import type { ApiDeps } from './deps.ts';
import { errorsOf, type Call, type Endpoint, type Reply, type ResponseSpecs } from './endpoint.ts';

const JSON_LIMIT = '5mb';

/** Puts endpoints on a router: authenticate, check, handle, answer; and 405 for other verbs of their paths. */
export function mount(router: Router, prefix: string, endpoints: readonly Endpoint[], deps: ApiDeps): void {
  const parseJson = express.json({ limit: JSON_LIMIT, type: 'application/json' });
  for (const endpoint of endpoints) {
    const handlers: RequestHandler[] = [authenticateFor(endpoint, prefix, deps)];
    if (endpoint.body) handlers.push(parseJson);
    handlers.push((req, res) => serve(endpoint, deps, req, res));
    router[endpoint.method](endpoint.path, ...handlers);
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map((e) => e.method.toUpperCase());
    router.all(path, (req, res) => {
      res.setHeader('Allow', methods.join(', '));
      throw new RoundtripError('MethodNotAllowed', `${req.method} is not possible here; ${methods.join(', ')} is.`);
    });
  }
}

function authenticateFor(endpoint: Endpoint, prefix: string, deps: ApiDeps): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    res.locals['route'] = prefix + endpoint.path;
    const caller = await authenticate(deps, req);
    requireScope(caller, endpoint.scope);
    res.locals['caller'] = caller;
    next();
  };
}

async function serve(endpoint: Endpoint, deps: ApiDeps, req: Request, res: Response): Promise<void> {
  if (endpoint.upload && !req.is([...endpoint.upload])) throw wrongType(endpoint.upload);
  if (endpoint.body && req.body === undefined) throw wrongType(['application/json']);
  const call: Call<unknown, unknown, unknown> = {
    deps,
    em: deps.orm.em.fork(),
    caller: res.locals['caller'] as Call<unknown, unknown, unknown>['caller'],
    params: endpoint.params && check(endpoint.params, req.params, 'path'),
    query: endpoint.query ? check(endpoint.query, req.query, 'query') : refuseQuery(req),
    body: endpoint.body && check(endpoint.body, req.body, 'body'),
    ifMatch: endpoint.ifMatch ? readIfMatch(req) : undefined,
    now: new Date(),
    request: req,
  };
  try {
    await answer(res, await handleAudited(endpoint, call));
  } catch (error) {
    noteUndeclared(endpoint, error, deps);
    throw error;
  }
}

async function answer(res: Response, reply: Reply<ResponseSpecs>): Promise<void> {
  const { body } = reply as { body?: unknown };
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
  res.status(reply.status);
  if (body === undefined) res.end();
  else if (typeof body === 'object' && body !== null && Symbol.asyncIterator in body) {
    await pipeline(body as AsyncIterable<Uint8Array>, res);
  } else res.json(body);
}

/** OpenAPI would lie: the tests fail on this line of the log. */
function noteUndeclared(endpoint: Endpoint, error: unknown, deps: ApiDeps): void {
  if (error instanceof RoundtripError && !errorsOf(endpoint).includes(error.type)) {
    deps.log.error({ endpoint: endpoint.id, type: error.type }, 'The endpoint does not declare this error');
  }
}

function wrongType(types: readonly string[]): RoundtripError {
  return new RoundtripError('DocumentUnsupported', `A body of type ${types.join(' or ')} is expected.`);
}

function refuseQuery(req: Request): Record<string, never> {
  const [first] = Object.keys(req.query);
  if (first !== undefined) {
    throw new RoundtripError('RequestInvalid', 'This address takes no query.', { details: [{ element: first }] });
  }
  return {};
}

function readIfMatch(req: Request): number | undefined {
  const header = req.get('if-match');
  if (header === undefined || header === '*') return undefined;
  const match = /^"(\d{1,16})"$/.exec(header.trim());
  if (match) return Number(match[1]);
  throw new RoundtripError('RequestInvalid', 'If-Match must be one version in quotation marks, such as "3".', {
    details: [{ element: 'If-Match', found: header.slice(0, 100), expected: '"3"' }],
  });
}
