import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContentType } from '../../../formats/mime/contentType.ts';
import { MimeError } from '../../../formats/mime/error.ts';
import { parseMultipart, partOf, type Multipart, type MultipartLimits } from '../../../formats/mime/multipart.parse.ts';
import { encodeBase64 } from '../../../formats/base64.ts';
import { utf8 } from '../kit.ts';

const RELATED = 'multipart/related; boundary="=_gräns 1"; type="text/xml"'.replace('ä', 'a');
const BOUNDARY = '=_grans 1';

function parse(body: string | Uint8Array, type = RELATED, limits: Partial<MultipartLimits> = {}): Multipart {
  return parseMultipart(typeof body === 'string' ? utf8(body) : body, parseContentType(type)!, limits);
}
function mimeError(work: () => unknown): MimeError {
  try {
    work();
  } catch (error) {
    if (error instanceof MimeError) return error;
    throw error;
  }
  throw new Error('there was no error');
}
const textOf = ({ bytes }: { bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

const ORDER = [
  'Detta är en inledning som ingen läser.',
  `--${BOUNDARY}`,
  'Content-Type: text/xml; charset="UTF-8"',
  'Content-ID: <huvud@inkop.example>',
  '',
  '<cXML>å',
  '--=_grans 12 är ingen gräns',
  '</cXML>',
  `--${BOUNDARY}  `,
  'content-type: application/pdf;',
  ' name="ritning å.pdf"',
  'Content-ID: bilaga.1@inkop.example',
  'Content-Transfer-Encoding: BASE64',
  'Content-Disposition: attachment; filename="rit\\"ning.pdf"',
  '',
  encodeBase64(utf8('%PDF-1.7 åäö')).replace(/.{10}/g, '$&\r\n'),
  `--${BOUNDARY}`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Sm=C3=B6rg=C3=A5s=',
  'bord =3D gott=0D=0A=zz',
  `--${BOUNDARY}`,
  '',
  'utan rubriker',
  '',
  `--${BOUNDARY}--`,
  'efterord',
].join('\r\n');

describe('a multipart message', () => {
  it('is taken apart', () => {
    const { root, parts } = parse(ORDER);
    expect(parts).toHaveLength(4);
    expect(root).toBe(parts[0]);
    expect(textOf(root)).toBe('<cXML>å\r\n--=_grans 12 är ingen gräns\r\n</cXML>');
    expect(root.contentType.parameters.get('charset')).toBe('UTF-8');
    const [, drawing, note, plain] = parts;
    expect(textOf(drawing!)).toBe('%PDF-1.7 åäö');
    expect(drawing).toMatchObject({ contentId: 'bilaga.1@inkop.example', filename: 'rit"ning.pdf' });
    expect(drawing!.contentType.type).toBe('application/pdf');
    expect(textOf(note!)).toBe('Smörgåsbord = gott\r\n=zz');
    expect(textOf(plain!)).toBe('utan rubriker\r\n');
    expect(plain!.contentType.type).toBe('text/plain');
    expect(partOf(parts, '<bilaga.1@inkop.example>')).toBe(drawing);
  });

  it('may have line feeds alone', () => {
    const { parts } = parse(ORDER.replaceAll('\r\n', '\n'));
    expect(parts.map(({ bytes }) => bytes.length > 0)).toEqual([true, true, true, true]);
    expect(textOf(parts[3]!)).toBe('utan rubriker\n');
  });

  it('says with start which part is the document', () => {
    expect(parse(ORDER, `${RELATED}; start="<bilaga.1@inkop.example>"`).root.filename).toBe('rit"ning.pdf');
    expect(mimeError(() => parse(ORDER, `${RELATED}; start="<annan>"`))).toMatchObject({ found: '<annan>' });
  });

  it('gives back any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(bytes, fc.boolean()), { minLength: 1, maxLength: 5 }), (contents) => {
        const pieces = contents.map(([content, encoded]) => [
          utf8(`--~b~\r\nContent-Transfer-Encoding: ${encoded ? 'base64' : 'binary'}\r\n\r\n`),
          encoded ? utf8(encodeBase64(content)) : content,
          utf8('\r\n'),
        ]);
        const body = Buffer.concat([...pieces.flat(), utf8('--~b~--')]);
        const { parts } = parse(body, 'multipart/related; boundary=~b~');
        expect(parts.map((part) => Buffer.from(part.bytes).toString('hex'))).toEqual(
          contents.map(([content]) => Buffer.from(content).toString('hex')),
        );
      }),
    );
  });

  it.each([
    ['no boundary', ORDER, 'multipart/related; type="text/xml"', {}, 'malformed'],
    ['an end too early', ORDER.replace(`--${BOUNDARY}--`, ''), RELATED, {}, 'malformed'],
    ['no part', `--${BOUNDARY}--`, RELATED, {}, 'malformed'],
    ['a part without end of headers', `--${BOUNDARY}\r\nA: b\r\n--${BOUNDARY}--`, RELATED, {}, 'malformed'],
    ['an unknown encoding', ORDER.replace('BASE64', 'uuencode'), RELATED, {}, 'malformed'],
    ['base64 that is none', ORDER.replace('JVBERi', '!VBERi'), RELATED, {}, 'malformed'],
    ['too many bytes', ORDER, RELATED, { bytes: 100 }, 'tooLarge'],
    ['too many parts', ORDER, RELATED, { parts: 2 }, 'tooLarge'],
    ['too long headers', ORDER, RELATED, { headers: 40 }, 'tooLarge'],
  ])('with %s is refused', (_what, body, type, limits, kind) => {
    expect(mimeError(() => parse(body, type, limits)).kind).toBe(kind);
  });

  it('ends in a MimeError or not at all, whatever the bytes are', () => {
    const token = fc.constantFrom(
      '--b',
      '--b--',
      '--',
      '\r\n',
      '\n',
      ':',
      '=',
      'Content-Transfer-Encoding: base64',
      'x',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        try {
          parse(tokens.join(''), 'multipart/mixed; boundary=b');
        } catch (error) {
          expect(error).toBeInstanceOf(MimeError);
        }
      }),
    );
  });
});

describe('a content type', () => {
  it.each([
    ['text/xml', 'text/xml', []],
    ['Text/XML;charset=utf-8 ; Charset=latin1', 'text/xml', [['charset', 'utf-8']]],
    [
      'application/xml; a="x;y\\"z"; b=',
      'application/xml',
      [
        ['a', 'x;y"z'],
        ['b', ''],
      ],
    ],
  ])('%s is read', (value, type, parameters) => {
    const read = parseContentType(value)!;
    expect([read.type, [...read.parameters]]).toEqual([type, parameters]);
  });

  it.each(['', 'xml', '; charset=utf-8', 'text/xml charset'])('%j is none', (value) => {
    expect(parseContentType(value)).toBeUndefined();
  });
});
