import { describe, expect, test } from 'vitest';
import { judgePlainHttp, retryAfterSeconds } from '../../../transports/http/judge.ts';

const now = new Date('2026-03-01T12:00:00Z');
const answered = (status: number, retryAfter?: string) =>
  judgePlainHttp({ kind: 'answered', status, body: '', ...(retryAfter ? { retryAfter } : {}) }, now);

describe('plain HTTP', () => {
  test.each([200, 201, 202, 204, 299])('%i is a delivery', (status) => {
    expect(answered(status).verdict).toBe('delivered');
  });

  test.each([408, 425, 429, 500, 502, 503, 504, 599])('%i is tried again', (status) => {
    expect(answered(status)).toEqual({ verdict: 'retry', fault: { code: 'ANSWERED', status } });
  });

  test.each([301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 413, 415, 422])('%i calls a person', (status) => {
    expect(answered(status).verdict).toBe('stop');
  });

  test('what broke on the way is tried again, a blocked address is not', () => {
    expect(judgePlainHttp({ kind: 'failed', fault: { code: 'CONNECTION_REFUSED' } }, now).verdict).toBe('retry');
    expect(judgePlainHttp({ kind: 'blocked', fault: { code: 'ADDRESS_PRIVATE', address: '::1' } }, now).verdict).toBe(
      'stop',
    );
  });

  test('Retry-After travels with a retried answer only', () => {
    expect(answered(429, '7')).toMatchObject({ verdict: 'retry', after: 7 });
    expect(answered(404, '7')).not.toHaveProperty('after');
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', 120],
    [' 5 ', 5],
    ['0', 0],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['999999999', 86_400],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s seconds', (value, seconds) => {
    expect(retryAfterSeconds(value, now)).toBe(seconds);
  });
});
