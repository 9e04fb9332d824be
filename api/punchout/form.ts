import type { Request } from 'express';
import { decodeBase64 } from '../../formats/base64.ts';
import { SECRET } from '../../formats/oci/call.names.ts';
import { decodeParameters, mergeParameters, ParametersTooLarge, type Parameter } from '../../formats/oci/parameters.ts';
import { RoundtripError } from '../../platform/errors.ts';

const MASK = '***';

/** The parameters of a browser's call: query and body together, the body wins. */
export class FormCall {
  readonly parameters: readonly Parameter[];
  /** What of them stood in the query. */
  readonly inQuery: readonly Parameter[];
  readonly #hidden = new Set<string>();

  constructor(inQuery: readonly Parameter[], inBody: readonly Parameter[]) {
    this.inQuery = inQuery;
    this.parameters = mergeParameters(inQuery, inBody);
  }

  /** This parameter is a secret, whatever its name sounds like. */
  hide(name: string): void {
    this.#hidden.add(name.toUpperCase());
  }

  /** The call as it may be kept: one parameter a line, decoded, secrets masked. */
  kept(): { readonly contentType: string; readonly text: string } {
    const lines = this.parameters.map(([name, value]) => `${name}=${this.#isSecret(name) ? MASK : value}`);
    return { contentType: 'text/plain; charset=utf-8', text: lines.join('\n').replaceAll('\0', '').toWellFormed() };
  }

  #isSecret(name: string): boolean {
    return this.#hidden.has(name.toUpperCase()) || SECRET.test(name);
  }
}

/** Reads a GET or a posted form. @throws DocumentTooLarge */
export function readForm(req: Request, body: Uint8Array, charset: string | undefined): FormCall {
  const query = req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?') + 1) : '';
  try {
    return new FormCall(decodeParameters(Buffer.from(query, 'latin1')), decodeParameters(body, charset));
  } catch (error) {
    if (!(error instanceof ParametersTooLarge)) throw error;
    throw new RoundtripError('DocumentTooLarge', error.message, {
      details: [{ element: 'parameters', found: error.found, expected: error.expected }],
      cause: error,
    });
  }
}

/** The document of an old integration, whose server posts cXML in a form (cXML digest, section 4.1). */
export function postedCxml({ parameters }: FormCall): Uint8Array | undefined {
  for (const [name, value] of parameters) {
    if (/^cxml-urlencoded$/i.test(name)) return new TextEncoder().encode(value);
    if (/^cxml-base64$/i.test(name)) return decodeBase64(value);
  }
  return undefined;
}

/** Path of the application below its host, without a slash at the end. */
export function pathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}

/** Parameters that no setting reads, for the mapping: neither those named nor what looks like a secret. */
export function keptParameters(
  parameters: readonly Parameter[],
  read: readonly (string | undefined)[],
): Record<string, string> {
  const taken = new Set(read.map((name) => name?.toUpperCase()));
  const others = parameters.filter(([name]) => !taken.has(name.toUpperCase()) && !SECRET.test(name));
  return Object.fromEntries(others.map(([name, value]) => [name.toUpperCase(), value]));
}
