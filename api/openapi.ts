import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { z } from 'zod';
import type { ErrorType } from '../platform/errors.ts';
import { accessPointContract } from './accessPointContract.ts';
import { errorsOf, type Endpoint, type ResponseSpec } from './endpoint.ts';
import { errorStatus, type ErrorCode } from './errors.ts';
import { errorDetail } from './schemas/errorDetail.ts';
import { tags } from './v1/tags.ts';

type Document = ReturnType<typeof createDocument>;

/** The OpenAPI 3.1 document, made from the schemas that check the requests. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): Document {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  const accessPoint = accessPointContract(publicUrl);
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Roundtrip',
      version: '1.0.0',
      summary: 'Purchase orders between a shop and its customers’ purchasing systems',
      description:
        'Amounts, prices and quantities are decimals written as strings. Times are UTC instants, business dates are plain dates. Fields that are not named here are refused.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ bearer: [] }, { apiKey: [] }],
    tags: [...Object.entries(tags).map(([name, description]) => ({ name, description })), ...accessPoint.tags],
    paths: { ...paths, ...accessPoint.paths },
    webhooks: accessPoint.webhooks,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer <API key>' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        ...accessPoint.securitySchemes,
      },
    },
  });
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const parameters = {
    ...(endpoint.params && { path: endpoint.params }),
    ...(endpoint.query && { query: endpoint.query }),
    ...(endpoint.ifMatch && { header: ifMatchHeader }),
  };
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `${endpoint.description ? `${endpoint.description}\n\n` : ''}Scope of the API key: \`${endpoint.scope}\`.`,
    ...(Object.keys(parameters).length > 0 && { requestParams: parameters }),
    ...requestBody(endpoint),
    responses: { ...successes(endpoint), ...failures(endpoint) },
  };
}

const ifMatchHeader = z.object({
  'If-Match': z.string().optional().meta({
    description: 'The version that was read, in quotation marks, from the ETag of the answer',
    example: '"3"',
  }),
});

function requestBody(endpoint: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (endpoint.body) {
    return { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } };
  }
  if (endpoint.upload) {
    const content = Object.fromEntries(endpoint.upload.map((type) => [type, { schema: { type: 'string' as const } }]));
    return { requestBody: { required: true, content } };
  }
  return {};
}

function successes(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const entries = Object.entries(endpoint.responses).map(([status, spec]) => [status, success(spec)] as const);
  return Object.fromEntries(entries);
}

function success(spec: ResponseSpec): ZodOpenApiResponsesObject[`2${string}`] {
  const { description } = spec;
  if ('schema' in spec) return { description, content: { 'application/json': { schema: spec.schema } } };
  if ('bytes' in spec) {
    const schema = { type: 'string' as const, contentMediaType: 'application/octet-stream' };
    return { description, content: Object.fromEntries(spec.bytes.map((type) => [type, { schema }])) };
  }
  return { description };
}

/** One answer for each status, whose code is one of the types that lead to it. */
function failures(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy<number, ErrorCode>([...errorsOf(endpoint), 'Unexpected'], errorStatus);
  const responses: Record<string, unknown> = {};
  for (const [status, codes] of [...byStatus].toSorted(([a], [b]) => a - b)) {
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/json': { schema: errorSchema(codes) } },
    };
  }
  return responses as ZodOpenApiResponsesObject;
}

const errorSchemas = new Map<string, z.ZodType>();

/** The error shape with its literal codes. The same codes give the same component. */
function errorSchema(codes: readonly ErrorCode[]): z.ZodType {
  const id = `${codes.toSorted().join('Or')}Error`;
  const known = errorSchemas.get(id);
  if (known) return known;
  const schema = z
    .strictObject({
      error: z.strictObject({
        code: z.enum(codes as [ErrorType, ...ErrorType[]]),
        message: z.string().meta({ description: 'One sentence for a person' }),
        reference: z.string().meta({ description: 'Quote it when asking for help', example: '7F3K-Q2WD' }),
        details: z.array(errorDetail).optional(),
        documentation: z.url().meta({ description: 'Page of the code: meaning, cause, example and what to do' }),
      }),
    })
    .meta({ id });
  errorSchemas.set(id, schema);
  return schema;
}
