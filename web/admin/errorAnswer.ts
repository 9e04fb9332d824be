import { errorTypes, type ErrorDetail, type RoundtripError } from '../../platform/errors.ts';
import { page, type AdminAnswer } from './answer.ts';
import type { AdminVisit } from './visit.ts';

/** A failure as a page in the frame: what happened, what was found and expected, and the reference by which the log is found. */
export function errorAnswer({ tongue }: AdminVisit, error: RoundtripError | undefined, reference: string): AdminAnswer {
  const { t } = tongue;
  const title = error === undefined ? t.adminBugTitle : t.adminErrorTitle;
  const texts = error === undefined ? [t.adminBugText] : [error.message, ...error.details.map(inWords)];
  const status = error === undefined ? 500 : errorTypes[error.type].http;
  return page('admin/error', { texts, reference, code: error?.type ?? 'Unexpected' }, { title, status });
}

function inWords({ element = '', text = '', found = '', expected = '' }: ErrorDetail): string {
  const parts = [text, found && `found: ${found}`, expected && `expected: ${expected}`].filter((part) => part !== '');
  return `${element === '' ? '' : `${element}: `}${parts.join('; ')}`;
}
