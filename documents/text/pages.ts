import { LRUCache } from 'lru-cache';
import { maskLines } from '../refusedRequests.ts';
import { BEGINNING, type CutLine, type LineCutter, type Mark } from './line.ts';
import { PrettyXml } from './prettyXml.ts';
import { ReceivedLines } from './receivedLines.ts';
import type { TextSource, TextView } from './source.ts';

/** A line as it is shown, without secrets. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
  /** Characters at its end that are not shown. */
  readonly more: number;
}

export interface TextPage {
  readonly lines: readonly TextLine[];
  /** First line of the page before and after it. */
  readonly previous?: number;
  readonly next?: number;
}

/** A page ends with whichever comes first. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 150_000;
/** Lines before a page that are read with it: a secret may begin there. */
const CONTEXT = 20;
/** Lines between two marks. */
const MARK_EVERY = 500;
const MOST_HITS = 50;

/** Marks of a text that was read to its end. */
interface Index {
  readonly marks: readonly Mark[];
  readonly total: number;
}

/** A text of 20 MB is read through once, and not for each page. */
const indexes = new LRUCache<string, Index>({ max: 100 });

/** A page of lines. @param from its first line; one beyond the end gives the last page */
export async function readTextPage(source: TextSource, view: TextView, from: number): Promise<TextPage> {
  const first = from <= 1 ? 1 : Math.min(from, (await indexOf(source, view)).total);
  const begin = Math.max(1, first - CONTEXT);
  const mark = begin === 1 ? BEGINNING : markBefore(await indexOf(source, view), begin);
  const taken: CutLine[] = [];
  let characters = 0;
  let next: number | undefined;
  for await (const lines of cutFrom(source, view, mark)) {
    for (const line of lines) {
      if (line.line < begin) continue;
      const isFull =
        taken.length > 0 && (line.line >= first + MOST_LINES || characters + line.text.length > MOST_CHARACTERS);
      if (isFull && line.line > first) {
        next = line.line;
        break;
      }
      taken.push(line);
      if (line.line >= first) characters += line.text.length;
    }
    if (next !== undefined) break;
  }
  const lines = shown(taken, source.charset).filter(({ line }) => line >= first);
  return {
    lines,
    ...(first > 1 && { previous: Math.max(1, first - MOST_LINES) }),
    ...(next !== undefined && { next }),
  };
}

/** How many lines a text has. */
export async function countLines(source: TextSource, view: TextView): Promise<number> {
  return (await indexOf(source, view)).total;
}

/** Lines with a text, whatever its case, the first of them. What is masked is not found. */
export async function searchText(source: TextSource, view: TextView, wanted: string): Promise<TextLine[]> {
  const sought = wanted.toLowerCase();
  const hits: TextLine[] = [];
  let before: CutLine[] = [];
  for await (const lines of cutFrom(source, view, BEGINNING)) {
    const plain = decoded(lines, source.charset);
    for (const [index, text] of plain.entries()) {
      if (!text.toLowerCase().includes(sought)) continue;
      const context = index >= CONTEXT ? lines.slice(index - CONTEXT, index) : [...before, ...lines.slice(0, index)];
      const hit = shown([...context, lines[index]!], source.charset).at(-1)!;
      if (hit.text.toLowerCase().includes(sought)) hits.push(hit);
      if (hits.length === MOST_HITS) return hits;
    }
    before = [...before, ...lines].slice(-CONTEXT);
  }
  return hits;
}

async function* cutFrom(source: TextSource, view: TextView, mark: Mark): AsyncGenerator<CutLine[]> {
  const cutter: LineCutter = view === 'pretty' && source.isXml ? new PrettyXml(mark) : new ReceivedLines(mark);
  for await (const piece of source.read(mark.offset)) yield cutter.write(piece);
  yield cutter.end();
}

async function indexOf(source: TextSource, view: TextView): Promise<Index> {
  const key = `${source.key} ${view}`;
  const known = indexes.get(key);
  if (known) return known;
  const marks: Mark[] = [BEGINNING];
  let total = 1;
  for await (const lines of cutFrom(source, view, BEGINNING)) {
    for (const { line, mark } of lines) {
      total = line;
      if (mark && line >= marks.at(-1)!.line + MARK_EVERY) marks.push(mark);
    }
  }
  const index = { marks, total };
  indexes.set(key, index);
  return index;
}

function markBefore({ marks }: Index, line: number): Mark {
  return marks.findLast((mark) => mark.line <= line) ?? BEGINNING;
}

function decoded(lines: readonly CutLine[], charset: string): string[] {
  const bytes = Buffer.from(lines.map(({ text }) => text).join('\n'), 'latin1');
  return new TextDecoder(charset).decode(bytes).split('\n');
}

/** Decoded, and masked together. */
function shown(lines: readonly CutLine[], charset: string): TextLine[] {
  const texts = maskLines(decoded(lines, charset));
  return lines.map(({ line, more }, index) => {
    const text = texts[index] ?? '';
    // half a character may stand where a line was cut
    return { line, more, text: more > 0 ? text.replace(/\uFFFD+$/, '') : text };
  });
}
