import { agreedWay, cameBy, waysIn, waysOut, type Way } from '../../../documents/ways.ts';
import type { ListedDocument } from '../../../documents/documentList.ts';
import type { InboundDocument } from '../../../documents/inbound.entity.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { findPartner } from '../../../partners/partners.ts';
import type { PlainKey } from '../../templates.ts';
import type { AdminVisit } from '../visit.ts';
import { fact } from './fact.ts';
import type { Fact } from './views.ts';

/** A word for each way, as a list has it. */
export const wayKeys = {
  http: 'documentsByHttp',
  peppol: 'documentsByPeppol',
  mail: 'documentsByMail',
  folder: 'documentsByFolder',
  sftp: 'documentsBySftp',
  fetched: 'documentsByFetching',
} as const satisfies Readonly<Record<Way, PlainKey>>;

/** How each document of a list came or leaves, by its id; none where nobody knows any more. */
export async function waysOf(
  { em }: Pick<AdminVisit, 'em'>,
  documents: readonly ListedDocument[],
): Promise<ReadonlyMap<string, Way>> {
  const ids = (direction: ListedDocument['direction']) =>
    documents.filter((document) => document.direction === direction).map(({ id }) => id);
  return new Map([...(await waysIn(em, ids('in'))), ...(await waysOut(em, ids('out')))]);
}

/** How a document came, from where and under which name. */
export async function arrivalFact({ em, root, tongue }: AdminVisit, document: InboundDocument): Promise<Fact> {
  const { t } = tongue;
  const { partner, remoteAddress, headers, hub } = document;
  const way = cameBy(document);
  const from = remoteAddress.replace(/^(folder|mailto):/, '');
  const file = headers['file-name'] ?? headers['filename'] ?? '';
  if (way === 'folder' || way === 'sftp') {
    return fact(t.documentsCame, t.documentsCameFile({ file, from }), `${root}/admin/partners/${partner}/folders`);
  }
  if (way === 'mail') return fact(t.documentsCame, t.documentsCameMail({ file, from }));
  const carrier = hub == null ? null : await findPartner(em, hub);
  if (!carrier) return fact(t.documentsCame, t.documentsCameHttp);
  const href = `${root}/admin/partners/${carrier.id}`;
  const through = { hub: carrier.name };
  const text = way === 'peppol' ? t.documentsCamePeppol(through) : t.documentsCameThrough(through);
  return fact(t.documentsCame, text, href);
}

/** How a document of ours leaves, or left, and to where; none where nobody knows any more. */
export async function departureFact({ em, root, tongue }: AdminVisit, document: OutboundDocument): Promise<Fact[]> {
  const { t } = tongue;
  const agreed = await agreedWay(em, document);
  const way = (await waysOut(em, [document.id])).get(document.id);
  if (!way) return [];
  // The agreement may have been changed since it left.
  const to = way === agreed?.way ? (agreed.to ?? '') : '';
  const texts: Readonly<Record<Way, string>> = {
    http: t.documentsLeavesHttp({ to }),
    peppol: t.documentsLeavesPeppol({ to }),
    mail: t.documentsLeavesMail({ to }),
    folder: t.documentsLeavesFile({ to: to.replace(/^folder:/, '') }),
    sftp: t.documentsLeavesFile({ to }),
    fetched: t.documentsIsFetched,
  };
  const isFile = way === 'folder' || way === 'sftp';
  const href = isFile ? `${root}/admin/partners/${document.partner}/folders` : undefined;
  return [fact(t.documentsLeaves, texts[way], href)];
}
