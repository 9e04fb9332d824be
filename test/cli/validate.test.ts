import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAfter, fixture, node, setText, write } from '../formats/ubl/rules/kit/document.ts';
import { temporaryFolder } from '../kit/folders.ts';

const MAIN = join(import.meta.dirname, '../../cli/main.ts');
const folder = temporaryFolder('validate');

/** Runs in the folder of the documents, so that names are short. */
function roundtrip(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'validate', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  writeFileSync(join(folder, 'good.xml'), write(fixture('order')));
  const warned = fixture('order');
  addAfter(warned, 'cbc:ID', node('cbc:CopyIndicator', 'true'));
  writeFileSync(join(folder, 'warned.xml'), write(warned));
  const bad = fixture('order');
  setText(bad, 'cac:OrderLine[2]/cac:LineItem/cbc:Quantity', '-3');
  writeFileSync(join(folder, 'bad.xml'), write(bad));
  writeFileSync(join(folder, 'note.txt'), 'no XML');
  mkdirSync(join(folder, 'sub'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('for a person', () => {
  test('a valid document, exit code 0', () => {
    expect(roundtrip('good.xml')).toEqual({
      code: 0,
      out: 'good.xml: peppol-28a-order, valid\n1 checked, 1 valid, 0 fatal, 0 warnings\n',
      err: '',
    });
  });

  test('warnings alone leave it valid', () => {
    const { code, out } = roundtrip('warned.xml');
    expect(code).toBe(0);
    expect(out).toContain('warning PEPPOL_CORE_R002 (core) at /Order/CopyIndicator\n');
    expect(out).toMatch(/1 checked, 1 valid, 0 fatal, 1 warning\n$/);
  });

  test('findings with line, severity, id, path and a sentence, exit code 1', () => {
    const { code, out, err } = roundtrip('good.xml', 'bad.xml');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(
      /bad\.xml: peppol-28a-order, not valid\n {2}line \d+, fatal BII2-T01-R010 \(rules\) at \/Order\/OrderLine\[2\]\/LineItem\/Quantity\n {4}The ordered quantity .* Found: -3\. Expected: at least 0\.\n2 checked, 1 valid, 1 fatal, 0 warnings\n$/,
    );
    expect(out).not.toContain('\u001b');
  });

  test('a document of another kind says what is known', () => {
    const { code, out } = roundtrip('note.txt');
    expect(code).toBe(1);
    expect(out).toContain('fatal XML-MALFORMED (structure) at /');
  });
});

describe('--json', () => {
  test('one object a line, nothing else', () => {
    const { code, out } = roundtrip('--json', 'good.xml', 'bad.xml');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toEqual({ file: 'good.xml', format: 'peppol-28a-order', valid: true, findings: [] });
    expect(JSON.parse(lines[1]!)).toEqual({
      file: 'bad.xml',
      format: 'peppol-28a-order',
      valid: false,
      findings: [
        {
          id: 'BII2-T01-R010',
          layer: 'rules',
          severity: 'fatal',
          path: '/Order/OrderLine[2]/LineItem/Quantity',
          line: expect.any(Number),
          text: 'The ordered quantity (LineItem/Quantity) must be there and not be negative. Found: -3. Expected: at least 0.',
        },
      ],
    });
  });

  test('an unknown format is null', () => {
    const { out } = roundtrip('--json', 'note.txt');
    expect(JSON.parse(out)).toMatchObject({ format: null, valid: false, findings: [{ id: 'XML-MALFORMED' }] });
  });
});

describe('exit code 2', () => {
  test('without a file', () => {
    const { code, err } = roundtrip();
    expect(code).toBe(2);
    expect(err).toContain("missing required argument 'file'");
  });

  test.each([
    ['nosuch.xml', 'there is no such file'],
    ['sub', 'this is a folder'],
  ])('%s cannot be read; the others are judged all the same', (name, why) => {
    const { code, out, err } = roundtrip('good.xml', name);
    expect(code).toBe(2);
    expect(out).toContain('good.xml: peppol-28a-order, valid\n');
    expect(out).toContain('1 not readable');
    expect(err).toContain(`${name}: ${why}`);
  });
});

test('--no-core leaves out what goes beyond the core', () => {
  expect(roundtrip('--no-core', 'warned.xml').out).toContain('0 warnings');
});
