import { isWritable, writable } from '../../../formats/oci/charset.ts';
import { cutTo, oneLine, plainLines, withoutMarkup } from '../../../formats/oci/text.ts';
import { of, type LintInput, type LintRule } from '../input.ts';

/** Texts of the lines: what of them does not arrive. */
export const textRules: readonly LintRule[] = [
  {
    id: 'LINT-LENGTH',
    text: 'A text that is longer than its field: the rest is cut.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      for (const { line, field, value } of texts(input)) {
        const longest = input.longestOf(field);
        if (longest === undefined || prepared(field, value, input).length <= longest.characters) continue;
        const { characters, source, status } = longest;
        const becomes = arriving(field, value, input);
        const expected = String(characters);
        yield { effect: 'cut', line, field, found: value, expected, becomes, source, status };
      }
    },
  },
  {
    id: 'LINT-BYTES',
    text: 'A text that has more bytes in UTF-8 than its field.',
    audience: 'administrator',
    from: 'platform',
    *check(input) {
      const { bytes } = input.facts;
      if (bytes === undefined) return;
      for (const { line, field, value } of texts(input)) {
        const most = bytes.value[field];
        if (most === undefined || utf8Bytes(value) <= most) continue;
        const becomes = cutToBytes(value, most);
        yield { effect: 'cut', line, field, found: value, expected: String(most), becomes, ...of(bytes) };
      }
    },
  },
  {
    id: 'LINT-CHARSET',
    text: 'A text with characters that the charset of the form lacks: they are written as plain ones.',
    audience: 'administrator',
    from: 'agreement or call, charset',
    *check(input) {
      const { charset } = input;
      for (const { line, field, value } of texts(input)) {
        if (isWritable(value, charset)) continue;
        const becomes = arriving(field, value, input);
        const known = { source: 'OCI 4.1', status: 'confirmed' } as const;
        yield { effect: 'cut', line, field, found: value, expected: charset, becomes, ...known };
      }
    },
  },
];

/** Every text that would be sent; keys and numbers are not among them. */
function* texts(input: LintInput): Generator<{ line: number; field: string; value: string }> {
  for (const { line, sent } of input.lines) {
    for (const [field, value] of sent) {
      if (input.fieldOf(field)?.kind === 'text') yield { line: line.position, field, value };
    }
  }
}

/** The text as it is before it is cut: an OCI form takes some things out of it. */
function prepared(field: string, value: string, { protocol, charset }: LintInput): string {
  if (protocol !== 'oci') return value;
  if (field === 'DESCRIPTION') return withoutMarkup(writable(value, charset));
  return writable(field === 'LONGTEXT' ? plainLines(value) : oneLine(value), charset);
}

function arriving(field: string, value: string, input: LintInput): string {
  const text = prepared(field, value, input);
  const longest = input.longestOf(field);
  return longest === undefined ? text : cutTo(text, longest.characters);
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

/** The first whole characters. */
function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** RFC 3629, 3. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
