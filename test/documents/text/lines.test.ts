import { describe, expect, test } from 'vitest';
import { LONGEST_LINE, type LineCutter } from '../../../documents/text/line.ts';
import { countLines, readTextPage, searchText } from '../../../documents/text/pages.ts';
import { PrettyXml } from '../../../documents/text/prettyXml.ts';
import { ReceivedLines } from '../../../documents/text/receivedLines.ts';
import type { TextSource } from '../../../documents/text/source.ts';

/** Cut in one piece, and in pieces of every length: the lines must be the same. */
function linesOf(make: () => LineCutter, text: string): string[] {
  const inPieces = (length: number) => {
    const cutter = make();
    const lines = [];
    for (let at = 0; at < text.length; at += length) lines.push(...cutter.write(text.slice(at, at + length)));
    return [...lines, ...cutter.end()].map((line) => line.text);
  };
  const whole = inPieces(text.length || 1);
  for (const length of [1, 2, 7, 50]) expect(inPieces(length)).toEqual(whole);
  return whole;
}

const pretty = (text: string) => linesOf(() => new PrettyXml(), text);

let sources = 0;
/** A text that counts how many bytes were read of it. */
function sourceOf(text: string, isXml = true) {
  const bytes = Buffer.from(text).toString('latin1');
  const read = { bytes: 0 };
  const pieces = function* (offset: number) {
    for (let at = offset; at < bytes.length; at += 1_000) {
      const piece = bytes.slice(at, at + 1_000);
      read.bytes += piece.length;
      yield piece;
    }
  };
  const source: TextSource = { key: `test ${(sources += 1)}`, charset: 'utf-8', isXml, read: pieces };
  return { source, read, size: bytes.length };
}

describe('XML for people', () => {
  test('is an element a line, with those of text alone on one', () => {
    const text = '<?xml version="1.0"?><a x="1>2"><b>one</b><c/><d><!-- two --><e><![CDATA[ <3> ]]></e></d></a>';
    expect(pretty(text)).toEqual([
      '<?xml version="1.0"?>',
      '<a x="1>2">',
      '  <b>one</b>',
      '  <c/>',
      '  <d>',
      '    <!-- two -->',
      '    <e><![CDATA[ <3> ]]></e>',
      '  </d>',
      '</a>',
    ]);
  });

  test('keeps what is malformed, and lines within a text', () => {
    expect(pretty('<a>1 < 2<b\n x="1"\n>t</c></a></a><')).toEqual([
      '<a>1< 2',
      '  <b',
      '  x="1"',
      '  >t</c>',
      '</a>',
      '</a>',
      '<',
    ]);
    expect(pretty('<a>first\nsecond</a>')).toEqual(['<a>first', 'second</a>']);
    expect(pretty('no XML at all')).toEqual(['no XML at all']);
    expect(pretty('')).toEqual([]);
  });

  test('is the same from any mark on', () => {
    const text = `<a>${'<b><c>x</c> mixed <d/></b>\n'.repeat(20)}</a>`;
    const whole = new PrettyXml();
    const lines = [...whole.write(text), ...whole.end()];
    for (const { mark } of lines) {
      if (!mark) continue;
      const part = new PrettyXml(mark);
      expect([...part.write(text.slice(mark.offset)), ...part.end()]).toEqual(lines.slice(mark.line - 1));
    }
  });
});

test('lines as received are as they are; a long one is cut and says by how much', () => {
  const text = `one\r\n\n${'x'.repeat(LONGEST_LINE + 5)}\nlast`;
  expect(linesOf(() => new ReceivedLines(), text)).toEqual(['one', '', 'x'.repeat(LONGEST_LINE), 'last']);
  const cutter = new ReceivedLines();
  expect([...cutter.write(text), ...cutter.end()].map(({ more }) => more)).toEqual([0, 0, 5, 0]);
});

describe('pages of a long text', () => {
  const text = `<r>${Array.from({ length: 5_000 }, (_, i) => `<line><n>${i}</n><t>Tvål ${i}</t></line>`).join('')}</r>`;

  test('follow one another without a gap, forwards and from anywhere', async () => {
    const { source } = sourceOf(text);
    const all: number[] = [];
    for (let from: number | undefined = 1; from !== undefined;) {
      const { lines, next }: Awaited<ReturnType<typeof readTextPage>> = await readTextPage(source, 'pretty', from);
      all.push(...lines.map(({ line }) => line));
      from = next;
    }
    expect(all).toEqual(Array.from({ length: 20_002 }, (_, i) => i + 1));
    expect(await countLines(source, 'pretty')).toBe(20_002);
    const page = await readTextPage(source, 'pretty', 10_004);
    expect(page.lines[0]).toEqual({ line: 10_004, text: '    <t>Tvål 2500</t>', more: 0 });
    expect(page.previous).toBe(9_504);
    expect((await readTextPage(source, 'pretty', 99_999)).lines.map(({ text: last }) => last)).toEqual(['</r>']);
  });

  test('read only what they show: the first its beginning, any other what is around it', async () => {
    const { source, read, size } = sourceOf(text);
    await readTextPage(source, 'pretty', 1);
    expect(read.bytes).toBeLessThan(size / 4);
    await countLines(source, 'pretty');
    read.bytes = 0;
    await readTextPage(source, 'pretty', 15_000);
    expect(read.bytes).toBeLessThan(size / 4);
  });

  test('hold no more than a browser likes', async () => {
    const { source } = sourceOf(`${'y'.repeat(3_000)}\n`.repeat(1_000), false);
    const { lines, next } = await readTextPage(source, 'received', 1);
    expect(lines.length).toBe(50);
    expect(next).toBe(51);
  });

  test('are searched, whatever the case', async () => {
    const { source } = sourceOf(text);
    const hits = await searchText(source, 'pretty', 'TVÅL 4999');
    expect(hits).toEqual([{ line: 20_000, text: '    <t>Tvål 4999</t>', more: 0 }]);
    expect(await searchText(source, 'pretty', 'Tvål')).toHaveLength(50);
  });
});

describe('secrets in a text', () => {
  const secret = 'gro\nss\nGeheim7';
  const text = `<r><Password x="1">${secret}</Password><a token="abcdef12">Authorization: Basic QWxhZGRpbjpvcGVu</a></r>`;

  test('are masked line by line in both views, and cannot be found', async () => {
    for (const view of ['pretty', 'received'] as const) {
      const { source } = sourceOf(text);
      const { lines } = await readTextPage(source, view, 1);
      const shown = lines.map((line) => line.text).join('\n');
      expect(shown).not.toMatch(/gro|ss\n|Geheim7|abcdef12|QWxh/);
      expect(shown).toContain('<Password x="1">***\n***\n***</Password>');
      expect(await searchText(source, view, 'Geheim7')).toEqual([]);
      expect(await searchText(source, view, '</Password>')).toHaveLength(1);
    }
  });

  test('are masked also where a page begins within one', async () => {
    const { source } = sourceOf(text);
    const { lines } = await readTextPage(source, 'received', 2);
    expect(lines[0]?.text).toBe('***');
  });
});

test('a hostile text takes no time', async () => {
  for (const hostile of [
    '<'.repeat(300_000),
    '<a "'.repeat(80_000),
    `<a ${'b-'.repeat(100_000)}`,
    'a-'.repeat(150_000),
  ]) {
    const { source } = sourceOf(hostile);
    const begin = performance.now();
    await readTextPage(source, 'pretty', 1);
    await searchText(source, 'pretty', 'zz');
    expect(performance.now() - begin).toBeLessThan(2_000);
  }
});
