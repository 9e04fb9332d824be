import { RoundtripError } from '../../../platform/errors.ts';
import { findSessionDocument } from '../../../sessions/lists.ts';
import type { SessionDocument } from '../../../sessions/session.entity.ts';
import { fileOf, textPage } from '../documents/text.ts';
import { adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { documentKeys } from './marks.ts';

export const sessionText = adminPage({
  path: '/sessions/:id/documents/:document/text',
  role: 'reader',
  show: async (visit) => {
    const document = await documentOf(visit);
    const { t } = visit.tongue;
    const { id, contentType, kind, number, session } = document;
    const heading = [t[documentKeys[kind]], number].filter((text) => text != null).join(' ');
    const path = `/sessions/${session}/documents/${id}`;
    const back = { href: `${visit.root}/admin/sessions/${session}`, text: t.sessionsBack };
    return textPage(visit, { id, contentType, heading, path, name: back.text, back: back.href });
  },
});

export const sessionFile = adminPage({
  path: '/sessions/:id/documents/:document/file',
  role: 'reader',
  show: async (visit) => {
    const document = await documentOf(visit);
    return fileOf(visit.em, document, document.number ?? document.kind);
  },
});

/** @throws NotFound */
async function documentOf(visit: AdminVisit): Promise<SessionDocument> {
  const found = await findSessionDocument(visit.em, idParam(visit), idParam(visit, 'document'));
  if (!found) throw new RoundtripError('NotFound', 'The session has no such document.');
  return found;
}
