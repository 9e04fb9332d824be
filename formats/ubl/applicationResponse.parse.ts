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

/** What was read, one status for each document that it is about; none where it does not say what one is, or how that stands. */
export interface ParsedStatuses {
  readonly statuses: readonly DocumentStatus[];
  readonly findings: readonly Finding[];
}

/** Nobody answers more documents at once. */
const MOST = 100;

type StatusFormat = Exclude<DocumentStatus['format'], `cxml-${string}`>;

const STANDINGS: Readonly<Record<string, DocumentStanding>> = { AP: 'accepted', AB: 'acknowledged', RE: 'refused' };

/**
 * Reads a message level response of BIS 36A or BIS 3, a message level status, or a catalogue response of BIS 1A or BIS 3 (UBL
 * ApplicationResponse 2.1), bare or in an SBDH envelope, with the rules of its format. Sources: digests of the envelope, sections 5 and 6, and
 * of the catalogue, sections 3.4 and 4.2.
 * @param format as the intake has seen it
 * @throws XmlError for bytes that cannot be read
 */
export async function parseApplicationResponse(
  bytes: AsyncIterable<Uint8Array>,
  format: StatusFormat,
  options: StatusOptions = {},
): Promise<ParsedStatuses> {
  const check = newCheck(format, { core: false });
  const answers: XmlElement[] = [];
  let root: XmlElement | undefined;
  const stream = new DocumentStream({
    ...options,
    consumers: [
      check,
      {
        line: (line) => {
          if (answers.length <= MOST) answers.push(line);
        },
        end: (whole) => {
          root = whole;
        },
      },
    ],
  });
  for await (const piece of bytes) stream.write(piece);
  stream.close();
  return { statuses: root === undefined ? [] : statusesOf(root, answers, format), findings: check.result.findings };
}

function statusesOf(root: XmlElement, answers: readonly XmlElement[], format: StatusFormat): DocumentStatus[] {
  const statuses = answers.flatMap((answer) => statusOf(root, answer, format));
  return answers.length > MOST || statuses.includes(undefined) ? [] : statuses.filter((each) => each !== undefined);
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
    // A catalogue response has no description: its reasons stand in the note.
    text: text(response, 'Description') ?? text(root, 'Note'),
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
