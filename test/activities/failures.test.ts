import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { isUnexpected, toFailure } from '../../activities/failures.ts';
import { errorTypes, RoundtripError, type ErrorType } from '../../platform/errors.ts';

describe('an expected failure', () => {
  test.each(Object.keys(errorTypes) as ErrorType[])('%s is tried again as the closed list says', (type) => {
    const failure = toFailure(new RoundtripError(type, 'One sentence.')) as ApplicationFailure;
    expect(failure).toMatchObject({ type, message: 'One sentence.', nonRetryable: !errorTypes[type].retry });
    expect(isUnexpected(failure)).toBe(false);
  });

  test('carries the pause that the receiver asked for', () => {
    const failure = toFailure(new RoundtripError('PartnerThrottled', 'Later.', { retryAfter: 2.5 }));
    expect(failure).toMatchObject({ nextRetryDelay: 2_500 });
  });

  test('carries no details into the history: they hold values of the document', () => {
    const details = [{ found: 'Anna Andersson' }];
    const failure = toFailure(new RoundtripError('DocumentInvalid', 'No.', { details })) as ApplicationFailure;
    expect(JSON.stringify(failure.details ?? [])).not.toContain('Anna');
  });
});

test('a database that is away is tried again', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect(toFailure(refused)).toMatchObject({ type: 'StoreUnavailable', nonRetryable: false });
});

test('a bug is tried again, and the history gets no more of it than its class', () => {
  const failure = toFailure(new TypeError("select * from person where name = 'Anna'")) as ApplicationFailure;
  expect(failure).toMatchObject({ type: 'Unexpected', nonRetryable: false });
  expect(failure.message).toContain('TypeError');
  expect(failure.message).not.toContain('Anna');
  expect(isUnexpected(failure)).toBe(true);
  expect(isUnexpected(toFailure('a text'))).toBe(true);
});

test("Temporal's own failures pass as they are", () => {
  for (const own of [ApplicationFailure.nonRetryable('x'), new CancelledFailure('stopped')]) {
    expect(toFailure(own)).toBe(own);
  }
});
