import { OptimisticLockError } from '@mikro-orm/core';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { errorStatus, toExpected, type ErrorCode } from '../../api/errors.ts';
import { errorTypes, RoundtripError, type ErrorType } from '../../platform/errors.ts';

test('docs/errors.md lists every error with its HTTP status, and no other', async () => {
  const page = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `(\w+)` *\| (\d+) /gm)].map(([, code, status]) => [code, Number(status)]);
  const codes: ErrorCode[] = [...(Object.keys(errorTypes) as ErrorType[]), 'Unexpected'];
  expect(listed).toEqual(codes.map((code) => [code, errorStatus(code)]));
});

test.each([
  [new RoundtripError('Conflict', 'x'), 'Conflict'],
  [new OptimisticLockError('x'), 'Outdated'],
  [Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }), 'StoreUnavailable'],
  [new Error('Connection terminated unexpectedly'), 'StoreUnavailable'],
  [Object.assign(new Error('large'), { type: 'entity.too.large', status: 413 }), 'DocumentTooLarge'],
  [Object.assign(new Error('unsupported charset "X"'), { type: 'charset.unsupported' }), 'DocumentUnsupported'],
  [Object.assign(new URIError('bad'), { status: 400 }), 'DocumentMalformed'],
  [new TypeError('a bug'), undefined],
  [Object.assign(new Error('a bug'), { status: 500 }), undefined],
  [undefined, undefined],
])('%o is %s', (failure, type) => {
  expect(toExpected(failure)?.type).toBe(type);
});
