import { errorSentence, wholeDetail } from '../documents/sentences.ts';
import type { Response } from 'express';
import type { Language } from '../documents/words.ts';
import type { ErrorType, RoundtripError } from '../platform/errors.ts';
import { setPageHeaders, type PageReach } from './headers.ts';
import { render } from './render.ts';
import type { PlainKey } from './templates.ts';

interface Kind {
  readonly title: PlainKey;
  readonly texts: readonly PlainKey[];
  /** Does the error's own sentence help, in detail, whoever looks after the connection? */
  readonly told: boolean;
}

/** What a person can do about a failure. */
const kinds = {
  signIn: { title: 'errorSignInTitle', texts: ['errorSignInAdvice'], told: true },
  call: { title: 'errorCallTitle', texts: ['errorCallAdvice'], told: true },
  nothing: { title: 'errorNothingTitle', texts: ['errorNothingAdvice'], told: false },
  changed: { title: 'errorChangedTitle', texts: ['errorChangedAdvice'], told: true },
  busy: { title: 'errorBusyTitle', texts: ['errorBusyAdvice'], told: false },
  maintenance: { title: 'errorMaintenanceTitle', texts: ['errorMaintenanceAdvice'], told: true },
  expired: { title: 'endExpiredTitle', texts: ['endExpiredText', 'endAdvice'], told: false },
  closed: { title: 'endClosedTitle', texts: ['endClosedText', 'endAdvice'], told: false },
  used: { title: 'endUsedTitle', texts: ['endUsedText', 'endAdvice'], told: false },
  bug: { title: 'errorBugTitle', texts: ['errorBugAdvice'], told: false },
} as const satisfies Record<string, Kind>;

const kindOf: Readonly<Record<ErrorType, keyof typeof kinds>> = {
  DocumentMalformed: 'call',
  DocumentInvalid: 'call',
  DocumentUnsupported: 'call',
  DocumentTooLarge: 'call',
  RequestInvalid: 'call',
  MethodNotAllowed: 'call',
  RequestTimeout: 'call',
  CredentialRejected: 'signIn',
  AccessDenied: 'signIn',
  SenderMismatch: 'signIn',
  PartnerUnknown: 'signIn',
  PartnerDisabled: 'signIn',
  NotFound: 'nothing',
  Conflict: 'changed',
  Outdated: 'changed',
  SessionExpired: 'expired',
  SessionClosed: 'closed',
  StartTokenUsed: 'used',
  PartnerPaused: 'busy',
  Maintenance: 'maintenance',
  RateLimited: 'busy',
  PartnerRejected: 'busy',
  PartnerThrottled: 'busy',
  PartnerUnavailable: 'busy',
  StoreUnavailable: 'busy',
  EngineUnavailable: 'busy',
};

export interface ErrorPage {
  readonly status: number;
  /** Absent for a bug: the page says that, and nothing of what it is. */
  readonly error: RoundtripError | undefined;
  /** The reference of the request, by which the log is found. */
  readonly reference: string;
  readonly language: Language;
  /** Path of the application below its host. */
  readonly root: string;
  /** Absent: anyone. */
  readonly frameAncestors?: PageReach['frameAncestors'];
}

/**
 * A failure for the person in front of the browser: what happened, what to do, and the reference to quote. Any page may show it in a
 * frame: it holds nothing to press, and a purchasing system that was refused must see why.
 */
export function sendErrorPage(
  res: Response,
  { status, error, reference, language, root, frameAncestors = 'anyone' }: ErrorPage,
): void {
  const { title, texts, told }: Kind = kinds[error === undefined ? 'bug' : kindOf[error.type]];
  setPageHeaders(res, { frameAncestors, forms: 'ours' });
  if (error?.retryAfter !== undefined) res.setHeader('Retry-After', String(Math.ceil(error.retryAfter)));
  const view = {
    titleKey: title,
    textKeys: texts,
    type: error?.type ?? 'Unexpected',
    reference,
    ...found(told ? error : undefined, language),
  };
  const page = render('error', view, { language, timeZone: 'UTC', root });
  res.status(status).type('html').send(page);
}

function found(error: RoundtripError | undefined, language: Language) {
  if (error === undefined) return { message: '', details: [] };
  const details = error.details.map((detail) => ({
    element: detail.element ?? '',
    text: wholeDetail(detail, language),
  }));
  return { message: errorSentence(error.message, language), details };
}
