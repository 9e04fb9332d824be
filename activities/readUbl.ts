import type { EntityManager } from '@mikro-orm/postgresql';
import { readChunks } from '../documents/chunks.ts';
import { keptFailure, unreadable } from '../documents/unreadable.ts';
import type { OrderHeader, OrderLine, UblFormatId } from '../formats/document/order.ts';
import { OrderParser, type ParsedOrder } from '../formats/ubl/order.parse.ts';
import { newCheck } from '../formats/ubl/rules/transactions.ts';
import { XmlError } from '../formats/xml/error.ts';
import { bis3Release, judgeFindings } from '../partners/verdict.ts';
import { LineNumbers } from '../shop/lineNumbers.ts';
import { sha256 } from '../documents/digest.ts';
import type { DocumentInHand } from './orderInHand.ts';
import { BATCH, SHORT_ORDER, type OrderContent, type UnreadContent } from './readContent.ts';

/** Reads an order in UBL in one pass, with the rules of its format, in memory that does not grow with its lines. */
export async function readUblOrder(em: EntityManager, inHand: DocumentInHand): Promise<OrderContent | UnreadContent> {
  const { rules, answers } = inHand.agreement.settings;
  const check = newCheck(formatOf(inHand), { core: rules.core, bis3: bis3Release(rules, inHand.day) });
  let header: OrderHeader | undefined;
  let lines: OrderLine[] | undefined = [];
  const numbers = new LineNumbers();
  const parser = new OrderParser({
    ...parserOptions(inHand),
    hash: sha256(),
    consumers: [check],
    onHeader: (found) => {
      header = found;
    },
    onLine: (line) => {
      numbers.add(line);
      if (lines && lines.push(line) > SHORT_ORDER) lines = undefined;
    },
  });
  let parsed: ParsedOrder;
  try {
    for await (const chunk of readChunks(em, inHand.document.id)) parser.write(chunk);
    parsed = parser.finish();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { ...keptFailure(unreadable(error), answers.language), header };
  }
  const { contentHash, lineCount } = parsed;
  if (contentHash === undefined) throw new Error('the parser made no content hash');
  const judged = judgeFindings([...parsed.findings, ...check.result.findings], rules, inHand.day);
  return { header: parsed.header, lineCount, contentHash, judged, repeated: numbers.repeated, lines };
}

/** The lines of an order that was read before, once more. */
export async function* streamUblLines(em: EntityManager, inHand: DocumentInHand): AsyncGenerator<readonly OrderLine[]> {
  let batch: OrderLine[] = [];
  const parser = new OrderParser({
    ...parserOptions(inHand),
    onLine: (line) => void batch.push(line),
  });
  for await (const chunk of readChunks(em, inHand.document.id)) {
    parser.write(chunk);
    while (batch.length >= BATCH) {
      yield batch.slice(0, BATCH);
      batch = batch.slice(BATCH);
    }
  }
  parser.finish();
  if (batch.length > 0) yield batch;
}

/** As the intake has seen it; the parser refuses what is no order. */
function formatOf({ document }: DocumentInHand): UblFormatId {
  return (document.format as UblFormatId | null) ?? 'peppol-28a-order';
}

function parserOptions({ document, agreement }: DocumentInHand) {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(document.contentType)?.[1];
  const { lines: maxLines, bytes } = agreement.settings.limits;
  return { maxLines, limits: { bytes }, ...(charset === undefined ? {} : { charset }) };
}
