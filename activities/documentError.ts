import type { DocumentError } from '../documents/inbound.ts';
import type { Finding } from '../formats/document/finding.ts';
import type { ErrorDetail } from '../platform/errors.ts';
import type { Reason } from '../shop/evaluation.ts';

/** Details kept with a refused document: what a person reads. */
const MOST_DETAILS = 50;

/** An order that breaks rules which its agreement refuses for. */
export function findingsError(findings: readonly Finding[]): DocumentError {
  const details = findings.slice(0, MOST_DETAILS).map(({ id, path, line, text, found, expected }): ErrorDetail => ({
    line,
    element: path,
    text: `${id}: ${text}`,
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
  }));
  const rules = [...new Set(findings.map(({ id }) => id))].slice(0, 5).join(', ');
  return {
    type: 'DocumentInvalid',
    message: `The order breaks rules that the agreement insists on: ${rules}.`,
    details,
  };
}

/** An order that the agreement refuses for what it asks: a price, a delivery place. */
export function reasonsError(reasons: readonly Reason[]): DocumentError {
  const details = reasons.slice(0, MOST_DETAILS).map(({ code, line, field, found, expected }): ErrorDetail => ({
    element: line === undefined ? field : `order line ${line}: ${field}`,
    text: code,
    found,
    expected,
  }));
  return { type: 'DocumentInvalid', message: 'The order asks for what the agreement refuses.', details };
}
