import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { writeOutbound } from '../documents/outbound.ts';
import { timelineRow } from '../documents/timeline.ts';
import type { Finding } from '../formats/document/finding.ts';
import { messageLevelLines, type MessageLevelResponse } from '../formats/document/messageLevelResponse.ts';
import type { FormatId, Identifier, OrderHeader, Party } from '../formats/document/order.ts';
import { writeMessageLevelResponse, type MessageLevelFormat } from '../formats/ubl/messageLevelResponse.write.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import { businessDay, businessTime } from '../shop/profile.ts';
import type { ActivityDeps } from './deps.ts';
import { enveloped } from './envelope.ts';
import { OrderInHand, type DocumentInHand } from './orderInHand.ts';
import { once, outboundId, outboundRow } from './outgoing.ts';
import { brokenRules } from './selfCheck.ts';
import type { Run, Written } from './steps.ts';

/** UNCL1001: an order. */
const ORDER = '220';
/** The outbound document's place among those of a document: order responses are counted from 0. */
const PLACE = 1_000_000;

const FORMATS: Readonly<Partial<Record<FormatId, MessageLevelFormat>>> = {
  'peppol-28a-order': 'peppol-36a-mlr',
  'peppol-3a-order': 'peppol-36a-mlr',
  'peppol-3-order': 'peppol-3-mlr',
  'peppol-3-order-change': 'peppol-3-mlr',
  'peppol-3-order-cancellation': 'peppol-3-mlr',
};

/** Says of a document whether it follows the rules, before anybody looks at its business (Peppol MLR; docs/formats/mlr.md). */
export function createMessageLevelActivities({ orm, reader, clock, log }: ActivityDeps) {
  return {
    /**
     * An attempt again finds it written. Undefined: the format has none, the document could not be read, or what refuses it is no rule.
     */
    async writeMessageLevelResponse({
      isRefused,
      ...run
    }: Run & { readonly isRefused: boolean }): Promise<Written | undefined> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) return undefined;
      const inHand = order.read;
      const format = FORMATS[inHand.header.format];
      if (format === undefined || isRefused !== inHand.judged.refusals.length > 0) return undefined;
      const id = outboundId({ inboundDocumentId: run.inboundDocumentId, round: 0, answerNumber: PLACE });
      const now = clock();
      const { refusals, notices } = inHand.judged;
      const response = compose(inHand, order.header, [...refusals, ...notices], now);
      const xml = writeMessageLevelResponse(response, format);
      const text = () => enveloped(inHand, { id, format, now }, Readable.from([xml]));
      const broken = await brokenRules(text());
      if (broken.length > 0) {
        // Most often the order names its parties in a way that the response cannot.
        log.error(
          { alert: 'bug', ...run, rules: broken },
          'A message level response of ours breaks rules and is not sent',
        );
        return undefined;
      }
      const deliver = messageAddress(inHand.agreement.settings, format) !== undefined;
      await write(em, inHand, { id, format, response, deliver }, text);
      return { outboundDocumentId: id, deliver };
    },
  };
}

interface Outgoing {
  readonly id: string;
  readonly format: MessageLevelFormat;
  readonly response: MessageLevelResponse;
  readonly deliver: boolean;
}

async function write(
  em: EntityManager,
  inHand: DocumentInHand,
  { id, format, response: { number, code }, deliver }: Outgoing,
  text: () => AsyncIterable<string>,
): Promise<void> {
  const about = { inboundDocumentId: inHand.document.id, outboundDocumentId: id };
  const row = outboundRow(inHand, { id, format, number, deliver });
  const kept = deliver ? [] : [timelineRow('answer.kept', { number }, about)];
  const told = [timelineRow('mlr.written', { number, code: code === 'RE' ? 'RE' : 'AP' }, about), ...kept];
  await once(() => writeOutbound(em, row, text, told));
}

function compose(
  { document, shop, judged }: DocumentInHand & { readonly judged: { readonly refusals: readonly Finding[] } },
  header: OrderHeader,
  findings: readonly Finding[],
  now: Date,
): MessageLevelResponse {
  const isRefused = judged.refusals.length > 0;
  const { envelope } = document;
  return {
    number: `${document.reference}-MLR`,
    issueDate: businessDay(shop, now),
    issueTime: businessTime(shop, now),
    code: isRefused ? 'RE' : 'AP',
    ...(isRefused && { description: `The document breaks rules: ${rulesOf(judged.refusals)}.` }),
    sender: addressed(header.seller, envelope?.receiver),
    receiver: addressed(header.buyer, envelope?.sender),
    documentId: envelope?.instanceIdentifier ?? header.number,
    ...(header.operation === undefined && { documentTypeCode: ORDER }),
    lines: messageLevelLines(findings),
  };
}

const MOST_RULES = 10;

function rulesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ id }) => id))].slice(0, MOST_RULES).join(', ');
}

/** Parties are those of the envelope, where there is one. */
function addressed(party: Party, participant: Identifier | undefined): Party {
  return participant === undefined || party.endpoint !== undefined ? party : { ...party, endpoint: participant };
}
