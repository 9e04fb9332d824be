import { BEGINNING, LONGEST_LINE, type CutLine, type LineCutter, type Mark } from './line.ts';

/** A tag that is longer, or has no end, is taken for text. */
const LONGEST_TAG = 65_536;
const TAG = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y;
const DEEPEST_INDENT = 40;

/** What ends a piece of markup that begins so. */
const MARKUP = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

interface Token {
  readonly kind: 'text' | 'data' | 'start' | 'empty' | 'end' | 'other';
  readonly text: string;
}

/** A start tag, and the text after it, that may still end on the same line. */
interface Opened {
  readonly mark: Mark;
  text: string;
}

/**
 * XML as a person reads it: an element a line, indented, an element of text alone on one line. Works on the signs alone, so that what is
 * malformed is shown too; no character but white space around texts is lost.
 */
export class PrettyXml implements LineCutter {
  #rest = '';
  #offset: number;
  #line: number;
  #depth: number;
  #opened: Opened | undefined;
  #lines: CutLine[] = [];

  constructor({ line, offset, depth }: Mark = BEGINNING) {
    this.#line = line;
    this.#offset = offset;
    this.#depth = depth;
  }

  write(piece: string): CutLine[] {
    this.#rest += piece;
    this.#cut(false);
    return this.#taken();
  }

  end(): CutLine[] {
    this.#cut(true);
    this.#flush();
    return this.#taken();
  }

  #taken(): CutLine[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  #cut(isLast: boolean): void {
    let at = 0;
    while (at < this.#rest.length) {
      const token = nextToken(this.#rest, at, isLast);
      if (!token) break;
      this.#take(token, this.#offset + at);
      at += token.text.length;
    }
    this.#rest = this.#rest.slice(at);
    this.#offset += at;
  }

  #take({ kind, text }: Token, offset: number): void {
    if (kind === 'text' || kind === 'data') return this.#takeText(kind === 'data' ? text : text.trim(), offset);
    if (kind === 'end') return this.#takeEnd(text, offset);
    this.#flush();
    const mark = this.#mark(offset);
    if (kind === 'start') {
      this.#opened = { mark, text };
      this.#depth += 1;
    } else this.#push(text, mark);
  }

  #takeText(text: string, offset: number): void {
    if (text === '') return;
    if (this.#opened) this.#opened.text += text;
    else this.#push(text, this.#mark(offset));
  }

  #takeEnd(text: string, offset: number): void {
    if (this.#opened) {
      this.#opened.text += text;
      this.#flush();
      this.#depth = Math.max(0, this.#depth - 1);
      return;
    }
    const mark = this.#mark(offset);
    this.#depth = Math.max(0, this.#depth - 1);
    this.#push(text, mark);
  }

  #mark(offset: number): Mark {
    return { line: this.#line, offset, depth: this.#depth };
  }

  /** The start tag ends its line here. */
  #flush(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened) this.#push(opened.text, opened.mark, opened.mark.depth);
  }

  /** What has lines of its own keeps them. */
  #push(text: string, mark: Mark, depth = this.#depth): void {
    const indent = '  '.repeat(Math.min(depth, DEEPEST_INDENT));
    for (const [index, part] of text.split(/\r?\n/).entries()) {
      const shown = indent + (index === 0 ? part : part.trim()).slice(0, LONGEST_LINE);
      const more = Math.max(0, part.length - LONGEST_LINE);
      this.#lines.push({ line: this.#line, text: shown, more, ...(index === 0 && { mark }) });
      this.#line += 1;
    }
  }
}

/** @returns undefined where its end is still to come */
function nextToken(rest: string, at: number, isLast: boolean): Token | undefined {
  if (rest[at] !== '<') return textUntil(rest, at, at, isLast);
  for (const [begin, end] of MARKUP) {
    if (!rest.startsWith(begin, at)) continue;
    const to = rest.indexOf(end, at + begin.length);
    const kind = begin === '<![CDATA[' ? 'data' : 'other';
    if (to >= 0) return { kind, text: rest.slice(at, to + end.length) };
    return isLast ? { kind, text: rest.slice(at) } : undefined;
  }
  if (!isLast && rest.length - at < '<![CDATA['.length) return undefined;
  TAG.lastIndex = at;
  const tag = TAG.exec(rest)?.[0];
  if (tag !== undefined) return { kind: tagKind(tag), text: tag };
  if (!isLast && rest.length - at < LONGEST_TAG) return undefined;
  // no tag at all: the sign stands for itself
  return textUntil(rest, at, at + 1, isLast);
}

function tagKind(tag: string): Token['kind'] {
  if (tag.startsWith('</')) return 'end';
  if (tag.startsWith('<!')) return 'other';
  return tag.endsWith('/>') ? 'empty' : 'start';
}

function textUntil(rest: string, at: number, from: number, isLast: boolean): Token | undefined {
  const to = rest.indexOf('<', from);
  if (to >= 0) return { kind: 'text', text: rest.slice(at, to) };
  return isLast ? { kind: 'text', text: rest.slice(at) } : undefined;
}
