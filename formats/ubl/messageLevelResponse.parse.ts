import type { Finding } from '../document/finding.ts';
import type { DocumentStanding, DocumentStatus, StatusReason } from '../document/documentStatus.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { aggregate, aggregates, compact, identifier, text } from './read.ts';
import { newCheck } from './rules/transactions.ts';
import { DocumentStream } from './stream.ts';

export interface StatusOptions {
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  readonly limits?: Partial<XmlLimits>;
}

/** What was read; `status` is absent where the document does not say what it is about, or how that stands. */
export interface ParsedStatus {
  readonly status: DocumentStatus | undefined;
  readonly findings: readonly Finding[];
}

type StatusFormat = Exclude<DocumentStatus['format'], `cxml-${string}`>;

const STANDINGS: Readonly<Record<string, DocumentStanding>> = { AP: 'accepted', AB: 'acknowledged', RE: 'refused' };

/**
 * Reads a message level response of BIS 36A or BIS 3, or a message level status (UBL ApplicationResponse 2.1), bare or in an SBDH envelope,
 * with the rules of its format. Source: digest of the envelope, sections 5 and 6.
 * @param format as the intake has seen it
 * @throws XmlError for bytes that cannot be read
 */
export async function parseMessageLevelResponse(
  bytes: AsyncIterable<Uint8Array>,
  format: StatusFormat,
  options: StatusOptions = {},
): Promise<ParsedStatus> {
  const check = newCheck(format, { core: false });
  let answer: XmlElement | undefined;
  let root: XmlElement | undefined;
  const stream = new DocumentStream({
    ...options,
    consumers: [
      check,
      {
        line: (line, position) => {
          if (position === 1) answer = line;
        },
        end: (whole) => {
          root = whole;
        },
      },
    ],
  });
  for await (const piece of bytes) stream.write(piece);
  stream.close();
  const status = root && answer && statusOf(root, answer, format);
  return { status, findings: check.result.findings };
}

function statusOf(root: XmlElement, answer: XmlElement, format: StatusFormat): DocumentStatus | undefined {
  const response = aggregate(answer, 'Response');
  const standing = STANDINGS[text(response, 'ResponseCode') ?? ''];
  const about = text(aggregate(answer, 'DocumentReference'), 'ID');
  if (standing === undefined || about === undefined) return undefined;
  const sender = aggregate(root, 'SenderParty');
  return compact({
    format,
    number: text(root, 'ID'),
    sender: identifier(sender, 'EndpointID') ?? identifier(aggregate(sender, 'PartyIdentification'), 'ID'),
    standing,
    about: [about],
    text: text(response, 'Description'),
    reasons: [...reasonsOf(response, undefined), ...aggregates(answer, 'LineResponse').flatMap(lineReasons)],
  });
}

function lineReasons(line: XmlElement): StatusReason[] {
  const place = text(aggregate(line, 'LineReference'), 'LineID');
  return aggregates(line, 'Response').flatMap((response) => {
    const reasons = reasonsOf(response, place);
    if (reasons.length > 0) return reasons;
    return [compact({ place: placeOf(place), text: text(response, 'Description') })];
  });
}

/** One for each status of a response; that of the document as a whole has none in MLR. */
function reasonsOf(response: XmlElement | undefined, place: string | undefined): StatusReason[] {
  return aggregates(response, 'Status').map((status) =>
    compact({
      place: placeOf(place),
      code: text(status, 'StatusReasonCode'),
      text: place === undefined ? text(status, 'StatusReason') : text(response, 'Description'),
    }),
  );
}

/** `NA` is what is sent where there is no place. */
function placeOf(place: string | undefined): string | undefined {
  return place === 'NA' ? undefined : place;
}
