import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request } from 'express';
import type { z } from 'zod';
import type { ApiKeyIdentity, Scope } from '../platform/access.ts';
import type { ErrorType } from '../platform/errors.ts';
import type { AuditSpec } from './audit.ts';
import type { ApiDeps } from './deps.ts';
import type { Shown } from './present.ts';
import type { Tag } from './v1/tags.ts';

/** One kind of answer: JSON by a schema, bytes, or nothing. */
export type ResponseSpec =
  | { readonly description: string; readonly schema: z.ZodType }
  | { readonly description: string; readonly bytes: readonly string[] }
  | { readonly description: string };

export type ResponseSpecs = Readonly<Record<number, ResponseSpec>>;

/** An answer of the endpoint: one of its declared statuses with the body that belongs to it. */
export type Reply<R extends ResponseSpecs> = {
  [S in keyof R & number]: {
    readonly status: S;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: BodyOf<R[S]>;
  };
}[keyof R & number];

type BodyOf<Spec> = Spec extends { schema: infer B extends z.ZodType }
  ? Shown<B>
  : Spec extends { bytes: unknown }
    ? AsyncIterable<Uint8Array>
    : undefined;

/** Makes an answer; its type keeps the literal status. */
export function reply<const S extends number, B = undefined>(
  status: S,
  body?: B,
  headers: Readonly<Record<string, string>> = {},
): { readonly status: S; readonly headers: Readonly<Record<string, string>>; readonly body: B } {
  return { status, headers, body: body as B };
}

/** What an endpoint's handler gets: everything is checked already. */
export interface Call<P, Q, B> {
  readonly deps: ApiDeps;
  /** A fork of its own for this request. */
  readonly em: EntityManager;
  readonly caller: ApiKeyIdentity;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The version named by `If-Match`; undefined when the caller does not mind. */
  readonly ifMatch: number | undefined;
  readonly now: Date;
  /** For `upload` endpoints: the body as it streams in. */
  readonly request: Request;
}

/** The description of one address and verb: checks the request, names its errors, makes its part of OpenAPI. */
export interface Endpoint {
  /** operationId in OpenAPI and name of the export. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with `:name` for parameters. The file has the same path, with `_name`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly scope: Scope;
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly body?: z.ZodType | undefined;
  /** Media types of a body that streams to the handler instead of being parsed. */
  readonly upload?: readonly string[] | undefined;
  /** Takes `If-Match: "<version>"`. */
  readonly ifMatch?: boolean | undefined;
  /** Beside the errors that every endpoint has. */
  readonly errors: readonly ErrorType[];
  readonly responses: ResponseSpecs;
  /** Present: what it changes is recorded in the audit trail. */
  readonly audit?: AuditSpec<Call<unknown, unknown, unknown>> | undefined;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Reply<ResponseSpecs>>;
}

interface Typed<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends ResponseSpecs,
> extends Omit<Endpoint, 'params' | 'query' | 'body' | 'responses' | 'audit' | 'handle'> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly responses: R;
  readonly audit?: AuditSpec<Call<z.output<P>, z.output<Q>, z.output<B>>>;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Reply<R>>;
}

type NoFields = z.ZodObject<Record<string, never>>;

/** Defines an endpoint; the compiler holds the handler to its schemas. */
export function endpoint<
  P extends z.ZodObject = NoFields,
  Q extends z.ZodObject = NoFields,
  B extends z.ZodType = z.ZodUndefined,
  const R extends ResponseSpecs = ResponseSpecs,
>(definition: Typed<P, Q, B, R>): Endpoint {
  return definition as unknown as Endpoint;
}

/** Errors that any endpoint may answer with. */
const commonErrors = [
  'RequestInvalid',
  'CredentialRejected',
  'AccessDenied',
  'StoreUnavailable',
  'Maintenance',
] as const satisfies readonly ErrorType[];

/** Errors that come with reading a body. */
const bodyErrors = [
  'DocumentMalformed',
  'DocumentTooLarge',
  'DocumentUnsupported',
] as const satisfies readonly ErrorType[];

/** Every error an endpoint may answer with. */
export function errorsOf(endpoint: Endpoint): readonly ErrorType[] {
  const body = endpoint.body ? bodyErrors : endpoint.upload ? (['DocumentUnsupported'] as const) : [];
  const version = endpoint.ifMatch ? (['Outdated'] as const) : [];
  return [...new Set([...commonErrors, ...body, ...version, ...endpoint.errors])];
}
