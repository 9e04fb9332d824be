import { readInbound, readOutbound } from '../../../api/v1/documents/readDocument.ts';
import { checkStored } from '../../../documents/checkStored.ts';
import { formatName } from '../../../documents/sentences.ts';
import { errorAddress } from '../../../errorCatalogue/address.ts';
import { findingSentence, type Finding } from '../../../formats/document/finding.ts';
import { formatIds } from '../../../formats/document/order.ts';
import type { ValidationResult } from '../../../formats/validate.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { documentStyles } from './styles.ts';
import type { Mark } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { shownInbound } from './inbound.ts';
import { shownOutbound } from './outbound.ts';
import type { ShownText } from './text.ts';
import type { CheckView } from './views.ts';

export const inboundCheck = adminPage({
  path: '/documents/in/:id/check',
  role: 'reader',
  show: async (visit) => check(visit, shownInbound(visit, await readInbound(visit.em, idParam(visit)))),
});

export const outboundCheck = adminPage({
  path: '/documents/out/:id/check',
  role: 'reader',
  show: async (visit) => check(visit, shownOutbound(visit, await readOutbound(visit.em, idParam(visit)))),
});

/** A document checked by the rules of today: what is found, with the line that it is about. */
async function check(visit: AdminVisit, shown: ShownText): Promise<AdminAnswer> {
  const { em, root, tongue } = visit;
  const { t } = tongue;
  const result = await checkStored(em, shown);
  const base = `${root}/admin${shown.path}`;
  const heading = `${shown.name} – ${t.documentsChecked}`;
  const view: CheckView = {
    heading,
    back: { href: base, text: shown.name },
    verdict: result.valid ? { tone: 'good', key: 'documentsValid' } : { tone: 'bad', key: 'documentsInvalid' },
    format: formatText(visit, result),
    findings: result.findings.map((finding) => findingView(root, base, finding)),
    omitted: result.omitted,
  };
  return page('admin/documents/check', view, { title: heading, styles: documentStyles });
}

function formatText({ tongue }: AdminVisit, { format }: ValidationResult): string {
  const known = formatIds.find((one) => one === format);
  return known ? formatName(known, tongue.language) : (format ?? '');
}

const marks: Readonly<Record<Finding['severity'], Mark>> = {
  fatal: { tone: 'bad', key: 'documentsFatal' },
  warning: { tone: 'warn', key: 'documentsWarning' },
  info: { tone: 'info', key: 'documentsInfo' },
};

function findingView(root: string, base: string, finding: Finding): CheckView['findings'][number] {
  const { id, layer, severity, path, line } = finding;
  return {
    ...{ layer, path, line, rule: id, mark: marks[severity], text: findingSentence(finding) },
    ruleHref: errorAddress(root, id),
    href: `${base}/text?view=received&line=${line}#L${line}`,
  };
}
