import type { Finding } from '../document/finding.ts';
import { checkDtd } from './dtd.check.ts';
import { parseCxml, type CxmlDocument } from './envelope.parse.ts';
import { parseOrderRequest } from './orderRequest.parse.ts';

export interface CheckedCxml {
  /** `cxml-order-request`, `cxml-punch-out-setup-request`, by the name of the document; undefined where it holds none. */
  readonly format: `cxml-${string}` | undefined;
  /** By line. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a cXML document as strictly as a validating parser: what breaks the DTD is fatal (checkDtd), although the hub takes much of it. Of an
 * order also what only its meaning shows (parseOrderRequest). @throws XmlError for bytes that are no readable XML.
 */
export function checkCxml(bytes: Uint8Array): CheckedCxml {
  const document = parseCxml(bytes);
  const isOrder = document.kind === 'request' && document.name === 'OrderRequest';
  const order = isOrder ? parseOrderRequest(document) : { findings: [], questions: [] };
  const findings = [...checkDtd(document), ...order.findings, ...order.questions];
  return { format: formatOf(document), findings: findings.toSorted((a, b) => a.line - b.line) };
}

/** Also a file that holds only what a document would (Index, Contract) has its own name. */
function formatOf({ kind, name }: CxmlDocument): CheckedCxml['format'] {
  if (kind === 'other' && name.toLowerCase() === 'cxml') return undefined;
  return `cxml-${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
}
