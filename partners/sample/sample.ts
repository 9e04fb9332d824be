/** Tells what was pasted, and reads it by the format it is in. Pure. */
import { isCxml } from '../../formats/cxml/detect.ts';
import { parseCxml, type CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import { parseOrderRequest, type ParsedCxmlOrder } from '../../formats/cxml/orderRequest.parse.ts';
import { CxmlProblem } from '../../formats/cxml/problem.ts';
import { parsePunchOutSetupRequest, type PunchOutSetupRequest } from '../../formats/cxml/punchOutSetupRequest.parse.ts';
import type { OrderLine } from '../../formats/document/order.ts';
import { OrderParser, type ParsedOrder } from '../../formats/ubl/order.parse.ts';
import { isPunchOutLogin } from '../../formats/ubl/punchOutLogin.ts';
import { isKnownRoot } from '../../formats/ubl/profiles.ts';
import type { XmlElement } from '../../formats/xml/element.ts';
import { XmlError } from '../../formats/xml/error.ts';
import { faultSentence } from '../../formats/xml/fault.ts';
import { englishFaults } from '../../formats/xml/sentences.en.ts';
import { swedishFaults } from '../../documents/xmlFaults.sv.ts';
import { pastedParameters, type PastedParameter } from './parameters.ts';
import type { SampleProblem } from './reading.ts';

/** Longest text that is read, in characters: an order of a thousand lines. */
export const LONGEST_SAMPLE = 2_000_000;
/** Lines of an order that are looked at. */
const MOST_LINES = 20_000;
/** Lines whose articles and units are asked for. */
export const LOOKED_AT = 50;

interface XmlSample {
  /** Lines of the pasted text before the document. */
  readonly before: number;
}

export type Sample =
  | { readonly kind: 'ociCall'; readonly parameters: readonly PastedParameter[] }
  | { readonly kind: 'peppolLogin'; readonly parameters: readonly PastedParameter[] }
  | (XmlSample & {
      readonly kind: 'setupRequest';
      readonly document: CxmlDocument;
      readonly request: PunchOutSetupRequest;
    })
  | (XmlSample & {
      readonly kind: 'cxmlOrder';
      readonly document: CxmlDocument;
      readonly order: Pick<ParsedCxmlOrder, 'header' | 'lines'>;
    })
  | (XmlSample & {
      readonly kind: 'ublOrder';
      readonly root: XmlElement;
      /** The header of the envelope, if there is one. */
      readonly header: XmlElement | undefined;
      readonly order: Pick<ParsedOrder, 'header' | 'envelope'> & { readonly lines: readonly OrderLine[] };
    })
  | SampleProblem;

/** What the text is, and what stands in it. Never throws for what was pasted. */
export function parseSample(text: string): Sample {
  if (text.length > LONGEST_SAMPLE) return { kind: 'problem', code: 'tooLong' };
  if (text.trim() === '') return { kind: 'problem', code: 'empty' };
  const start = xmlStart(text);
  if (start === undefined) return parseCall(text);
  const before = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
  // What was pasted is text already: the bytes that a declaration speaks of are gone.
  const xml = text.slice(start).replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/i, '$1');
  try {
    return parseXml(new TextEncoder().encode(xml), before);
  } catch (error) {
    if (error instanceof XmlError) return unreadable(error, before);
    if (error instanceof CxmlProblem) return { kind: 'problem', code: 'unreadable', text: inBoth(error.message) };
    throw error;
  }
}

/** Where the document begins: behind the head of a request, if that was pasted too. An HTML form is no document. */
function xmlStart(text: string): number | undefined {
  const found =
    /<(?:\?xml|!DOCTYPE\s+(?!html)|(?:[\w-]+:)?(?:cXML|Order\w*|StandardBusinessDocument|[A-Z]\w+)[\s>/])/.exec(text);
  return found?.index;
}

function parseCall(text: string): Sample {
  const parameters = pastedParameters(text);
  if (isPunchOutLogin(parameters.map(({ name, value }) => [name, value]))) return { kind: 'peppolLogin', parameters };
  const isCall = parameters.some(
    ({ name, value }) => /hook|function/i.test(name) || /^https?:\/\/|^SAPEVENT:/i.test(value),
  );
  return isCall ? { kind: 'ociCall', parameters } : { kind: 'problem', code: 'noCall' };
}

function parseXml(bytes: Uint8Array, before: number): Sample {
  return isCxml(bytes) ? cxmlSample(parseCxml(bytes), before) : ublSample(bytes, before);
}

function cxmlSample(document: CxmlDocument, before: number): Sample {
  if (document.name === 'PunchOutSetupRequest') {
    return { kind: 'setupRequest', document, request: parsePunchOutSetupRequest(document), before };
  }
  if (document.name === 'OrderRequest')
    return { kind: 'cxmlOrder', document, order: parseOrderRequest(document), before };
  return { kind: 'problem', code: 'otherDocument', text: inBoth(document.name) };
}

function ublSample(bytes: Uint8Array, before: number): Sample {
  let root: XmlElement | undefined;
  let envelopeHeader: XmlElement | undefined;
  const lines: OrderLine[] = [];
  const parser = new OrderParser({
    maxLines: MOST_LINES,
    onLine: (line) => void (lines.length < LOOKED_AT && lines.push(line)),
    consumers: [{ begin: (begun) => (root = begun), envelope: (found) => (envelopeHeader = found) }],
  });
  try {
    parser.write(bytes);
    const { header, envelope } = parser.finish();
    const order = { header, lines, ...(envelope && { envelope }) };
    return { kind: 'ublOrder', root: root!, header: envelopeHeader, order, before };
  } catch (error) {
    const isOther = error instanceof XmlError && error.fault.code === 'NO_ORDER' && root !== undefined;
    if (!isOther) throw error;
    const name = isKnownRoot(root!) ? root!.name : `${root!.name} (${root!.ns || '–'})`;
    return { kind: 'problem', code: 'otherDocument', text: inBoth(name) };
  }
}

function unreadable({ fault, line }: XmlError, before: number): SampleProblem {
  const text = { en: faultSentence(englishFaults, fault), sv: faultSentence(swedishFaults, fault) };
  return { kind: 'problem', code: 'unreadable', line: line + before, text };
}

function inBoth(text: string): { readonly en: string; readonly sv: string } {
  return { en: text, sv: text };
}
