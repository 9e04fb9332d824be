import type { ErrorType } from '../platform/errors.ts';

export type Found = ErrorType;
