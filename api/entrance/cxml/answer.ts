import type { Response } from 'express';
import type { CxmlEnvelope } from '../../../formats/cxml/envelope.write.ts';
import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import { writeResponse } from '../../../formats/cxml/response.write.ts';
import type { StatusCode } from '../../../formats/cxml/status.ts';
import type { CxmlVersion } from '../../../formats/cxml/versions.ts';
import type { Config } from '../../../platform/config.ts';
import { errorTypes, type RoundtripError } from '../../../platform/errors.ts';
import type { Visit } from '../visit.ts';

/** What an agreement says about responses; a caller that is not known yet gets the defaults. */
export interface ResponseSettings {
  readonly responseVersion: CxmlVersion;
  readonly errorsAsHttpStatus: boolean;
}

type Deps = { readonly config: Pick<Config, 'publicUrl'> };

/** What a response says about itself; its payloadID carries the reference of the request. */
export function envelopeOf(
  { config }: Deps,
  { reference, receivedAt }: Pick<Visit, 'reference' | 'receivedAt'>,
  settings: Pick<ResponseSettings, 'responseVersion'> | undefined,
): CxmlEnvelope {
  return {
    version: settings?.responseVersion ?? '1.2.014',
    payloadId: `${receivedAt.getTime()}.${reference}@${new URL(config.publicUrl).hostname}`,
    timestamp: receivedAt.toISOString(),
    language: 'en',
  };
}

/** Every answer in cXML has HTTP status 200 unless the agreement wants errors told twice (cXML digest, section 3). */
export function sendCxml(res: Response, xml: string, status = 200): void {
  res.status(status).setHeader('Content-Type', 'text/xml; charset=UTF-8');
  res.end(xml);
}

/** A refusal, or `undefined` for a bug: the code says whether another attempt makes sense. */
export function sendCxmlError(
  deps: Deps,
  visit: Visit,
  res: Response,
  error: RoundtripError | undefined,
  settings: ResponseSettings | undefined,
): void {
  const code = codeOf(error);
  const message = `${error ? inWords(error) : 'Something went wrong on our side.'} Reference: ${visit.reference}.`;
  const http = error ? errorTypes[error.type].http : 500;
  sendCxml(
    res,
    writeResponse(envelopeOf(deps, visit, settings), { code, message }),
    settings?.errorsAsHttpStatus ? http : 200,
  );
}

function codeOf(error: RoundtripError | undefined): StatusCode {
  if (error === undefined) return 500;
  return error.cause instanceof CxmlProblem ? error.cause.code : errorTypes[error.type].cxml;
}

/** The sentence with the first place: line, element, value found and value expected. */
function inWords({ message, details: [detail] }: RoundtripError): string {
  if (detail === undefined) return message;
  const { line, element, found, expected } = detail;
  const parts = [
    line === undefined ? '' : `line ${line}`,
    element ?? '',
    found === undefined ? '' : `found ${found}`,
    expected === undefined ? '' : `expected ${expected}`,
  ];
  return `${message} (${parts.filter((part) => part !== '').join(', ')})`;
}
