import { OptimisticLockError } from '@mikro-orm/core';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { isStoreUnavailable } from '../database/errors.ts';
import { errorAddress } from '../errorCatalogue/address.ts';
import { errorTypes, RoundtripError, type ErrorDetail, type ErrorType } from '../platform/errors.ts';
import type { ApiDeps } from './deps.ts';

/** The code on the wire: the type of the closed list, or `Unexpected` for what is in none (HTTP 500). */
export type ErrorCode = ErrorType | 'Unexpected';

/** The one shape of every error of the API. The catalogue is docs/errors.md. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    /** One sentence for a person. */
    readonly message: string;
    /** Quote it when asking for help; the log knows it. Also in the header `X-Request-Id`. */
    readonly reference: string;
    readonly details?: readonly ErrorDetail[];
    /** The document that was kept although it was refused; its state can be asked for. */
    readonly id?: string;
    /** Of the REST interface: the code's page in the error catalogue. */
    readonly documentation?: string;
  };
}

export function errorStatus(code: ErrorCode): number {
  return code === 'Unexpected' ? 500 : errorTypes[code].http;
}

/** Sends an error in the API's shape. */
function sendError(res: Response, code: ErrorCode, message: string, details: readonly ErrorDetail[] = []): void {
  const reference = String(res.locals['reference']);
  const id = res.locals['documentId'] as string | undefined;
  const catalogue = res.locals['errorCatalogue'] as string | undefined;
  const body: ErrorBody = {
    error: {
      ...{ code, message, reference },
      ...(details.length > 0 && { details }),
      ...(id !== undefined && { id }),
      ...(catalogue !== undefined && { documentation: errorAddress(catalogue, code) }),
    },
  };
  // The intake takes other credentials and has named them.
  if (code === 'CredentialRejected' && !res.hasHeader('WWW-Authenticate'))
    res.setHeader('WWW-Authenticate', 'Bearer realm="roundtrip"');
  res.status(errorStatus(code)).json(body);
}

/** Answers a failure, `undefined` for a bug, in the caller's own protocol: `tellError` of the response's locals. */
export type TellError = (error: RoundtripError | undefined) => void;

/** The last middleware: every failure becomes the one shape; what is in no closed list is logged and counted. */
export function errorMiddleware(deps: Pick<ApiDeps, 'log' | 'metrics'>): ErrorRequestHandler {
  return (failure: unknown, req: Request, res: Response, next) => {
    const expected = toExpected(failure);
    const reference = String(res.locals['reference']);
    if (callerIsGone(failure, req)) return void res.destroy();
    if (!expected) {
      deps.metrics.unexpected.inc({ where: 'api' });
      deps.log.error({ error: failure, reference, method: req.method, path: req.path }, 'Request failed unexpectedly');
    } else if (expected.type === 'StoreUnavailable') {
      deps.log.warn({ error: failure, reference }, 'Nothing can be stored at the moment');
    }
    if (res.headersSent) return next(failure);
    if (expected?.retryAfter !== undefined) res.setHeader('Retry-After', String(Math.ceil(expected.retryAfter)));
    const tell = res.locals['tellError'] as TellError | undefined;
    if (tell) {
      if (expected) res.locals['errorCode'] = expected.type;
      return tell(expected);
    }
    if (!expected) {
      return sendError(
        res,
        'Unexpected',
        'Something went wrong on our side. Quote the reference when you ask for help.',
      );
    }
    res.locals['errorCode'] = expected.type;
    sendError(res, expected.type, expected.message, expected.details);
  };
}

/** The caller hung up in the middle of sending or reading: nobody waits for an answer, and nothing is wrong here. */
function callerIsGone(failure: unknown, req: Request): boolean {
  const { code } = (failure ?? {}) as { code?: unknown };
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || (req.destroyed && !req.complete);
}

/** The expected failure behind what was thrown, or undefined for a bug. */
export function toExpected(failure: unknown): RoundtripError | undefined {
  if (failure instanceof RoundtripError) return failure;
  if (failure instanceof OptimisticLockError) {
    return new RoundtripError('Outdated', 'It was changed by someone else meanwhile; read it again and repeat.', {
      cause: failure,
    });
  }
  if (isStoreUnavailable(failure)) {
    return new RoundtripError('StoreUnavailable', 'The database cannot be reached at the moment; try again.', {
      retryAfter: 5,
      cause: failure,
    });
  }
  return fromHttpError(failure);
}

/** Errors of Express and its body parsers, known by `type` (body-parser) or by a 4xx `status`. */
function fromHttpError(failure: unknown): RoundtripError | undefined {
  const { type, status } = (failure ?? {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') {
    return new RoundtripError('DocumentTooLarge', 'The body is larger than this address takes.', { cause: failure });
  }
  if (type === 'entity.parse.failed') {
    return new RoundtripError('DocumentMalformed', `The body is not JSON: ${(failure as Error).message}.`, {
      cause: failure,
    });
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new RoundtripError('DocumentUnsupported', `${capital((failure as Error).message)}.`, { cause: failure });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new RoundtripError('DocumentMalformed', 'The request cannot be read.', { cause: failure });
  }
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
