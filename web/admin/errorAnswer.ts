import { errorSentence, wholeDetail } from '../../documents/sentences.ts';
import { errorTypes, type ErrorDetail, type RoundtripError } from '../../platform/errors.ts';
import { page, type AdminAnswer } from './answer.ts';
import type { AdminVisit } from './visit.ts';

/** A failure as a page in the frame: what happened, what was found and expected, and the reference by which the log is found. */
export function errorAnswer({ tongue }: AdminVisit, error: RoundtripError | undefined, reference: string): AdminAnswer {
  const { t, language } = tongue;
  const title = error === undefined ? t.adminBugTitle : t.adminErrorTitle;
  const placed = (detail: ErrorDetail): string =>
    [detail.element, wholeDetail(detail, language)].filter(Boolean).join(': ');
  const texts =
    error === undefined ? [t.adminBugText] : [errorSentence(error.message, language), ...error.details.map(placed)];
  const status = error === undefined ? 500 : errorTypes[error.type].http;
  return page('admin/error', { texts, reference, code: error?.type ?? 'Unexpected' }, { title, status });
}
