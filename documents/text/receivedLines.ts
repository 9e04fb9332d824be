import { BEGINNING, LONGEST_LINE, type CutLine, type LineCutter, type Mark } from './line.ts';

/** Lines as they are in the text, however long. */
export class ReceivedLines implements LineCutter {
  #line: number;
  #offset: number;
  #shown = '';
  #length = 0;

  constructor({ line, offset }: Mark = BEGINNING) {
    this.#line = line;
    this.#offset = offset;
  }

  write(piece: string): CutLine[] {
    const lines: CutLine[] = [];
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      this.#take(piece, from, at);
      lines.push(this.#finish());
      from = at + 1;
    }
    this.#take(piece, from, piece.length);
    return lines;
  }

  end(): CutLine[] {
    return this.#length > 0 ? [this.#finish()] : [];
  }

  #take(piece: string, from: number, to: number): void {
    const room = LONGEST_LINE - this.#shown.length;
    if (room > 0) this.#shown += piece.slice(from, Math.min(to, from + room));
    this.#length += to - from;
  }

  #finish(): CutLine {
    const [line, offset, shown] = [this.#line, this.#offset, this.#shown];
    const more = this.#length - shown.length;
    this.#line += 1;
    this.#offset += this.#length + 1;
    this.#shown = '';
    this.#length = 0;
    const text = more === 0 && shown.endsWith('\r') ? shown.slice(0, -1) : shown;
    return { line, text, more, mark: { line, offset, depth: 0 } };
  }
}
