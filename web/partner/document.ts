import type { InboundDocument } from '../../documents/inbound.entity.ts';
import type { OutboundDocument } from '../../documents/outbound.entity.ts';
import { senderView, type SenderProblem } from '../../documents/senderView.ts';
import { detailSentence, formatName } from '../../documents/sentences.ts';
import { checkStored } from '../../documents/checkStored.ts';
import { findingSentence, type Finding } from '../../formats/document/finding.ts';
import { inboundMarks, outboundMark } from '../admin/documents/marks.ts';
import { nameOf } from './list.ts';
import { linkTo, ownDocument, showPartnerPage, type PartnerVisit } from './visit.ts';

/** GET /partner/:token/documents/:id: where a document stands, why, and what was answered. */
export async function showOwnDocument(visit: PartnerVisit): Promise<void> {
  const { em, tongue, reader } = visit;
  const document = await ownDocument(visit);
  const { text, next, original, problems, answers } = await senderView(em, document, tongue.language, reader.timeZone);
  const path = `/documents/${document.id}`;
  const name = nameOf(visit, document);
  showPartnerPage(visit, 'partner/document', name, {
    ...{ name, text, next: next.text },
    back: linkTo(visit, ''),
    at: document.receivedAt.toISOString(),
    ...{ reference: document.reference, size: document.size, sha256: document.sha256 },
    mark: inboundMarks[document.state],
    ...(original && {
      original: { href: linkTo(visit, `/documents/${original.id}`), reference: original.reference },
    }),
    ...(document.error && { error: errorView(visit, path, document.error) }),
    problems: problems.map((problem) => problemView(visit, path, problem)),
    answers: answers.map((answer) => answerView(visit, path, answer)),
    textHref: linkTo(visit, `${path}/text`),
    fileHref: linkTo(visit, `${path}/file`),
    checkHref: linkTo(visit, `${path}/check`),
  });
}

function lineHref(visit: PartnerVisit, path: string, line: number): string {
  return line === 0 ? '' : `${linkTo(visit, `${path}/text?line=${line}`)}#L${line}`;
}

function errorView(visit: PartnerVisit, path: string, { type, details }: NonNullable<InboundDocument['error']>) {
  const places = details.map((detail) => {
    const { element = '', found = '', expected = '', line = 0 } = detail;
    const text = detail.text ?? (element === '' ? detailSentence(detail, visit.tongue.language) : '');
    return { element, found, expected, text, line, lineHref: lineHref(visit, path, line) };
  });
  return { code: type, places };
}

/** A rule that was broken has a page of its own. */
function problemView(visit: PartnerVisit, path: string, problem: SenderProblem) {
  const { code, element, found, expected, text, rule } = problem;
  const line = rule?.line ?? 0;
  return {
    ...{ element, found, expected, text, line },
    code: rule?.id ?? code,
    lineHref: lineHref(visit, path, line),
  };
}

function answerView(visit: PartnerVisit, path: string, answer: OutboundDocument) {
  const { id, format, number, createdAt, state, heldAt, attempts, responseCode, lastError } = answer;
  const href = `${path}/answers/${id}`;
  return {
    ...{ number, attempts, code: responseCode ?? '', lastError: lastError ?? '' },
    name: formatName(format, visit.tongue.language),
    at: createdAt.toISOString(),
    mark: outboundMark(state, { isHeld: heldAt != null, attempts }),
    href: linkTo(visit, `${href}/text`),
    fileHref: linkTo(visit, `${href}/file`),
  };
}

const tones = { fatal: 'bad', warning: 'warn', info: 'info' } as const;

/** GET /partner/:token/documents/:id/check: what our rules of today find in it, line by line. */
export async function checkOwnDocument(visit: PartnerVisit): Promise<void> {
  const document = await ownDocument(visit);
  const { findings, omitted, valid } = await checkStored(visit.em, document);
  const path = `/documents/${document.id}`;
  const name = nameOf(visit, document);
  showPartnerPage(visit, 'partner/check', `${visit.tongue.t.partnerCheck} – ${name}`, {
    ...{ name, valid, omitted, back: linkTo(visit, path) },
    findings: findings.map((finding: Finding) => ({
      ...{ rule: finding.id, path: finding.path, line: finding.line },
      ...{ weight: finding.severity, tone: tones[finding.severity], text: findingSentence(finding) },
      href: lineHref(visit, path, finding.line),
    })),
  });
}
