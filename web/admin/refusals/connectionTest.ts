import type { Partner } from '../../../partners/partner.entity.ts';
import { nextRequest } from '../../../sessions/nextRequest.ts';
import type { AdminVisit } from '../visit.ts';
import type { RefusalRows } from './row.ts';
import type { TestView } from './views.ts';

/** A test that was left alone ends: milliseconds. */
const LONGEST = 86_400_000;

/** The connection test that the address names by its beginning, `?since=<instant>`; undefined where none is under way. */
export async function connectionTest(
  { em, query, now, root, tongue }: AdminVisit,
  { id }: Partner,
  here: string,
  rows: RefusalRows,
): Promise<TestView | undefined> {
  const since = new Date(query.get('since') ?? '');
  const age = now.getTime() - since.getTime();
  if (Number.isNaN(age) || age < 0 || age > LONGEST) return undefined;
  const view = {
    since: since.toISOString(),
    href: `${here}?since=${since.toISOString()}`,
    again: `${here}?since=${now.toISOString()}#test`,
  };
  const next = await nextRequest(em, id, since);
  if (next === undefined) return view;
  if (next.kind === 'refused') return { ...view, refused: await rows.of(next.request) };
  const at = next.at.toISOString();
  const { t } = tongue;
  if (next.kind === 'session') {
    const href = `${root}/admin/sessions/${next.session.id}`;
    return { ...view, arrived: { kind: 'session', at, href, text: t.refusalsTestSession } };
  }
  const { document } = next;
  const text = t.refusalsTestDocument({ number: document.number ?? '', reference: document.reference });
  return { ...view, arrived: { kind: 'document', at, href: `${root}/admin/documents/in/${document.id}`, text } };
}
