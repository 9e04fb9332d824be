import type { EntityManager } from '@mikro-orm/postgresql';
import { readChunks } from '../documents/chunks.ts';
import { sha256 } from '../documents/digest.ts';
import { rootPart } from '../documents/rootPart.ts';
import { keptFailure, unreadable } from '../documents/unreadable.ts';
import { cxmlContentHash } from '../formats/cxml/contentHash.ts';
import { parseCxml, type CxmlDocument } from '../formats/cxml/envelope.parse.ts';
import { parseOrderRequest, type ParsedCxmlOrder } from '../formats/cxml/orderRequest.parse.ts';
import type { OrderLine } from '../formats/document/order.ts';
import { XmlError } from '../formats/xml/error.ts';
import { judgeFindings, type JudgedFindings } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import { LineNumbers } from '../shop/lineNumbers.ts';
import type { DocumentInHand } from './orderInHand.ts';
import { BATCH, SHORT_ORDER, type OrderContent, type UnreadContent } from './readContent.ts';

/** Reads an order in cXML, whole: the format's tree is needed at once, and the intake has bounded it. */
export async function readCxmlOrder(em: EntityManager, inHand: DocumentInHand): Promise<OrderContent | UnreadContent> {
  const { answers, limits } = inHand.agreement.settings;
  try {
    const document = await parseStored(em, inHand);
    const parsed = parseOrderRequest(document, { timeZone: inHand.shop.timeZone });
    const { header, lines } = parsed;
    if (lines.length > limits.lines) throw tooManyLines(lines.length, limits.lines);
    const numbers = new LineNumbers();
    for (const line of lines) numbers.add(line);
    return {
      header,
      lineCount: lines.length,
      contentHash: cxmlContentHash(document, sha256()),
      judged: judge(parsed, inHand),
      repeated: numbers.repeated,
      lines: lines.length > SHORT_ORDER ? undefined : lines,
    };
  } catch (error) {
    const expected = error instanceof XmlError ? unreadable(error) : error;
    if (!(expected instanceof RoundtripError) || !expected.type.startsWith('Document')) throw error;
    return { ...keptFailure(expected, answers.language), header: undefined };
  }
}

/** The lines of an order that was read before, once more. */
export async function* streamCxmlLines(
  em: EntityManager,
  inHand: DocumentInHand,
): AsyncGenerator<readonly OrderLine[]> {
  const { lines } = parseOrderRequest(await parseStored(em, inHand), { timeZone: inHand.shop.timeZone });
  for (let start = 0; start < lines.length; start += BATCH) yield lines.slice(start, start + BATCH);
}

/** The stored bytes are the body as it came, with its attachments. */
async function parseStored(em: EntityManager, { document, agreement }: DocumentInHand): Promise<CxmlDocument> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, document.id)) chunks.push(chunk);
  const { bytes, charset } = rootPart(Buffer.concat(chunks), document.contentType);
  const limits = { bytes: agreement.settings.limits.bytes };
  return parseCxml(bytes, { limits, ...(charset === undefined ? {} : { charset }) });
}

/** Questions go to a person whatever the agreement says of rules, unless they are waived by name. */
function judge({ findings, questions }: ParsedCxmlOrder, { agreement, day }: DocumentInHand): JudgedFindings {
  const { rules } = agreement.settings;
  const judged = judgeFindings(findings, rules, day);
  const waived = new Set(rules.waivers.filter(({ until }) => day <= until).map(({ rule }) => rule));
  return {
    ...judged,
    questions: [...judged.questions, ...questions.filter(({ id }) => !waived.has(id))],
    notices: [...judged.notices, ...questions.filter(({ id }) => waived.has(id))],
  };
}

function tooManyLines(found: number, most: number): RoundtripError {
  return new RoundtripError('DocumentTooLarge', `The order has more than the ${most} lines that are agreed.`, {
    details: [{ element: 'ItemOut', found: `${found} lines`, expected: `at most ${most} lines` }],
  });
}
