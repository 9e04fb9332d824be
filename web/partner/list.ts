import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { listInbound } from '../../documents/lists.ts';
import { shownToSender } from '../../documents/quarantine.ts';
import { senderState } from '../../documents/senderView.ts';
import { formatName } from '../../documents/sentences.ts';
import { inboundMarks } from '../admin/documents/marks.ts';
import { queryOf } from '../public/frame.ts';
import { linkTo, showPartnerPage, type PartnerVisit } from './visit.ts';

const ROWS = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** GET /partner/:token: the partner's documents, newest first. */
export async function showDocuments(visit: PartnerVisit): Promise<void> {
  const { em, partner, mode, expiresAt, tongue, req, base } = visit;
  const query = queryOf(req);
  const after = query.get('after') ?? '';
  const number = (query.get('number') ?? '').trim().slice(0, 100);
  const filter = { partnerId: partner.id, mode, ...(number && { number }), ...(UUID.test(after) && { after }) };
  const found = await listInbound(em, { ...filter, limit: ROWS + 1 });
  const shown = found.slice(0, ROWS);
  const rows = [];
  for (const document of shown) rows.push(await rowOf(visit, document));
  const older = new URLSearchParams({ ...(number && { number }), after: shown.at(-1)?.id ?? '' });
  showPartnerPage(visit, 'partner/list', tongue.t.partnerTitle, {
    ...{ partner: partner.name, mode, rows, number },
    expiresAt: expiresAt.toISOString(),
    action: base,
    language: query.get('language') ?? '',
    ...(found.length > ROWS && { older: linkTo(visit, `?${older.toString()}`) }),
  });
}

/** What a document is called: its format and number. */
export function nameOf({ tongue }: PartnerVisit, { format, number }: InboundDocument): string {
  const name = format ? formatName(format, tongue.language) : tongue.t.partnerUnknownFormat;
  return number == null ? name : `${name} ${number}`;
}

async function rowOf(visit: PartnerVisit, stored: InboundDocument) {
  const { em, tongue, reader } = visit;
  const document = await shownToSender(em, stored);
  const { text, next } = await senderState(em, document, tongue.language, reader.timeZone);
  return {
    href: linkTo(visit, `/documents/${stored.id}`),
    name: nameOf(visit, document),
    at: stored.receivedAt.toISOString(),
    mark: inboundMarks[document.state],
    ...{ text, next: next.text },
  };
}
