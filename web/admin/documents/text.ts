import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readChunks } from '../../../documents/chunks.ts';
import { purgedAt } from '../../../documents/retention.ts';
import { countLines, readTextPage, searchText } from '../../../documents/text/pages.ts';
import { openText, textViews, type StoredBytes, type TextView } from '../../../documents/text/source.ts';
import { file, page, type AdminAnswer } from '../answer.ts';
import { queryOf } from '../lists/list.ts';
import { documentStyles } from './styles.ts';
import type { AdminVisit } from '../visit.ts';
import type { TextExcerpt, TextPageView } from './views.ts';

/** A stored document whose text is shown, and where its pages are. */
export interface ShownText extends StoredBytes {
  readonly heading: string;
  /** Path of its page, below /admin; `/text` and `/file` follow. */
  readonly path: string;
  /** What its page is called. */
  readonly name: string;
  /** Address of its page, where that is not the path. */
  readonly back?: string;
}

/** Lines of the beginning. */
const EXCERPT = 40;
/** Lines before one that was asked for. */
const AROUND = 10;
const SHORTEST_SEARCH = 2;

/** The beginning of a text, with the way to the rest. */
export async function excerptOf(
  { em, root, tongue }: AdminVisit,
  shown: Omit<ShownText, 'heading' | 'name'>,
): Promise<TextExcerpt> {
  const base = `${root}/admin${shown.path}`;
  const hrefs = { href: `${base}/text`, fileHref: `${base}/file` };
  const removedAt = await purgedAt(em, shown.id);
  if (removedAt) {
    const removed = tongue.t.documentsTextRemoved({ at: removedAt.toISOString() });
    return { ...hrefs, lines: [], isText: false, removed };
  }
  const source = await openText(em, shown, 'pretty');
  const lines = source ? (await readTextPage(source, 'pretty', 1)).lines.slice(0, EXCERPT) : [];
  return { ...hrefs, lines, isText: source !== undefined, removed: '' };
}

/** A text to be read: pages of lines that can be linked to and searched. */
export async function textPage(visit: AdminVisit, shown: ShownText): Promise<AdminAnswer> {
  const { em, root, query, tongue } = visit;
  const { t } = tongue;
  const view: TextView = textViews.find((one) => one === query.get('view')) ?? 'pretty';
  const action = `${root}/admin${shown.path}/text`;
  const source = await openText(em, shown, view);
  const q = (query.get('q') ?? '').trim().slice(0, 200);
  const line = positive(query.get('line'));
  const from = line > 0 ? Math.max(1, line - AROUND) : positive(query.get('from')) || 1;
  const isSought = source !== undefined && q.length >= SHORTEST_SEARCH;
  const found = source && (await readTextPage(source, view, from));
  const at = (given: Record<string, string>): string => action + queryOf({ view, ...given });
  const lineHref = (number: number): string => `${at({ line: String(number) })}#L${number}`;
  const shownView: TextPageView = {
    ...{ heading: shown.heading, action, view, q, line },
    back: { href: shown.back ?? `${root}/admin${shown.path}`, text: shown.name },
    fileHref: `${root}/admin${shown.path}/file`,
    views: textViews.map((one) => ({
      href: action + queryOf({ view: one }),
      text: one === 'pretty' ? t.documentsPretty : t.documentsAsReceived,
      here: one === view,
    })),
    hits: isSought
      ? (await searchText(source, view, q)).map((hit) => ({ ...hit, href: lineHref(hit.line) }))
      : undefined,
    lines: found?.lines ?? [],
    total: source ? await countLines(source, view) : 0,
    previous: found?.previous === undefined ? '' : at({ from: String(found.previous) }),
    next: found?.next === undefined ? '' : at({ from: String(found.next) }),
    isText: source !== undefined,
  };
  return page('admin/documents/text', shownView, { title: shown.heading, styles: documentStyles });
}

function positive(text: string | null): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}

/** Its bytes as they are stored, to be kept and not shown. */
export function fileOf(em: EntityManager, { id }: StoredBytes, name: string): AdminAnswer {
  const safe = name.replaceAll(/[^\w.-]+/g, '_').slice(0, 100);
  return file('application/octet-stream', Readable.from(readChunks(em, id)), safe);
}
