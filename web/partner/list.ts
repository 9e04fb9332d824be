import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { listDocuments } from '../../documents/documentList.ts';
import { findInbound } from '../../documents/inbound.ts';
import { shownToSender } from '../../documents/quarantine.ts';
import { senderState } from '../../documents/senderView.ts';
import { formatName } from '../../documents/sentences.ts';
import { inboundMarks } from '../admin/documents/marks.ts';
import { queryOf } from '../public/frame.ts';
import { linkTo, ownInbound, showPartnerPage, type PartnerVisit } from './visit.ts';

const ROWS = 20;

/** GET /partner/:token: the partner's documents, newest first. */
export async function showDocuments(visit: PartnerVisit): Promise<void> {
  const { em, partner, mode, expiresAt, tongue, req, base } = visit;
  const query = queryOf(req);
  const after = await ownInbound(visit, query.get('after') ?? '');
  const number = (query.get('number') ?? '').trim().slice(0, 100);
  const found = await listDocuments(em, {
    ...{ direction: 'in', partnerId: partner.id, mode, limit: ROWS + 1 },
    ...(number && { name: number }),
    ...(after && { after: { at: after.receivedAt, id: after.id } }),
  });
  const shown = found.slice(0, ROWS);
  const rows = [];
  for (const { id } of shown) {
    const document = await findInbound(em, id);
    if (document) rows.push(await rowOf(visit, document));
  }
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
