/**
 * The closed list of expected failures. Each is mapped once: retried by the engine or not, HTTP status, cXML Status code (for later
 * protocols), and whether a 28A order response with code 27 may carry it. Anything that is not in the list is a bug: it retries and alerts.
 */
export const errorTypes = {
  DocumentMalformed: { retry: false, http: 400, cxml: 406 },
  DocumentInvalid: { retry: false, http: 422, cxml: 406 },
  DocumentUnsupported: { retry: false, http: 415, cxml: 450 },
  DocumentTooLarge: { retry: false, http: 413, cxml: 499 },
  RequestInvalid: { retry: false, http: 422, cxml: 400 },
  CredentialRejected: { retry: false, http: 401, cxml: 401 },
  AccessDenied: { retry: false, http: 403, cxml: 403 },
  SenderMismatch: { retry: false, http: 403, cxml: 401 },
  PartnerUnknown: { retry: false, http: 404, cxml: 401 },
  PartnerDisabled: { retry: false, http: 403, cxml: 403 },
  /** The shop has paused reception: the sender's system keeps the document and sends it again. */
  PartnerPaused: { retry: false, http: 503, cxml: 560 },
  /** Nothing is taken in for a while (platform/maintenance.ts): the sender's system keeps the document and sends it again. */
  Maintenance: { retry: true, http: 503, cxml: 560 },
  RequestTimeout: { retry: false, http: 408, cxml: 400 },
  RateLimited: { retry: false, http: 429, cxml: 560 },
  NotFound: { retry: false, http: 404, cxml: 400 },
  MethodNotAllowed: { retry: false, http: 405, cxml: 400 },
  Conflict: { retry: false, http: 409, cxml: 409 },
  /** What the caller wants to change was changed by someone else since it read it. */
  Outdated: { retry: false, http: 412, cxml: 409 },
  /** A PunchOut visit whose time is up. */
  SessionExpired: { retry: false, http: 410, cxml: 412 },
  /** A PunchOut visit that was ended without a cart. */
  SessionClosed: { retry: false, http: 410, cxml: 412 },
  StartTokenUsed: { retry: false, http: 410, cxml: 412 },
  PartnerRejected: { retry: false, http: 502, cxml: 500 },
  PartnerThrottled: { retry: true, http: 503, cxml: 560 },
  PartnerUnavailable: { retry: true, http: 503, cxml: 560 },
  StoreUnavailable: { retry: true, http: 503, cxml: 560 },
  EngineUnavailable: { retry: true, http: 503, cxml: 560 },
} as const;

export type ErrorType = keyof typeof errorTypes;

/** Where a failure is and what would have been right. */
export interface ErrorDetail {
  readonly line?: number;
  readonly element?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly text?: string;
}

/** An expected failure. The message is one sentence for a person and carries no secret. */
export class RoundtripError extends Error {
  override readonly name = 'RoundtripError';
  readonly type: ErrorType;
  readonly details: readonly ErrorDetail[];
  /** Seconds until another attempt makes sense, from Retry-After or a rate limit. */
  readonly retryAfter: number | undefined;

  constructor(
    type: ErrorType,
    message: string,
    options: { details?: readonly ErrorDetail[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.type = type;
    this.details = options.details ?? [];
    this.retryAfter = options.retryAfter;
  }
}
