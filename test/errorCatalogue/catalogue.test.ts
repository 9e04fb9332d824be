import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../documents/words.ts';
import { catalogue, searchCatalogue } from '../../errorCatalogue/catalogue.ts';
import { swedishRuleText } from '../../errorCatalogue/words/ruleTexts.sv.ts';
import type { UblFormatId } from '../../formats/document/order.ts';
import { itemRules } from '../../formats/oci/rules.ts';
import { profiles } from '../../formats/ubl/profiles.ts';
import { rulesOf } from '../../formats/ubl/rules/transactions.ts';
import { lintIds } from '../../partners/lint/finding.ts';
import { errorTypes } from '../../platform/errors.ts';
import { reasonCodes } from '../../shop/evaluation.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['formats', 'partners', 'shop', 'documents', 'sessions', 'activities', 'api'];

const all = catalogue();
const formats = Object.keys(profiles) as UblFormatId[];

/** Ids as findings carry them, wherever they stand in the sources that make findings. */
function idsInSources(): string[] {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  );
  const id = /'((?:UBL|XML|FORMAT|CXML|OCI|RT|CART|LINT)-[A-Z][A-Z0-9_-]+)'/g;
  return [...new Set(sources.flatMap((text) => [...text.matchAll(id)].map(([, found]) => found!)))];
}

describe('the error catalogue', () => {
  test('has a page for every error, reason, lint rule and rule of every format and release', () => {
    const codes = [
      ...Object.keys(errorTypes),
      ...reasonCodes,
      ...lintIds,
      ...itemRules.map(({ id }) => id),
      ...formats.flatMap((format) => rulesOf(format).map(({ id }) => id)),
    ];
    expect(codes.length).toBeGreaterThan(2_000);
    expect([...new Set(codes)].filter((code) => !all.has(code))).toEqual([]);
  });

  test('has a page for every id that a source names', () => {
    const ids = idsInSources();
    expect(ids.length).toBeGreaterThan(60);
    expect(ids.filter((id) => !all.has(id))).toEqual([]);
  });

  test('has no page for a code that nothing emits', () => {
    const sources = new Set(idsInSources());
    const ofTables = new Set([
      ...itemRules.map(({ id }) => id),
      // written from the role of the party and from the digits of the rule
      ...['RT-SBDH-SENDER', 'RT-SBDH-RECEIVER'],
    ]);
    const written = [...all.keys()].filter((code) => /^(UBL|XML|FORMAT|CXML|OCI|RT|CART|LINT)-/.test(code));
    expect(written.filter((code) => !sources.has(code) && !ofTables.has(code))).toEqual([]);
  });

  test.each(languages)('says meaning, cause, example and remedy of each in %s', (language) => {
    const wordless = [...all.values()].filter((entry) =>
      Object.values(entry.words(language)).some((said) => said.trim().length < 3 || /undefined|\[object/.test(said)),
    );
    expect(wordless.map(({ code }) => code)).toEqual([]);
  });

  test('says it in the reader’s own language', () => {
    const english = /\b(the|must|should|is|are|with|and)\b/i;
    const same = [...all.values()].filter(({ words }) => {
      const { meaning, cause, remedy } = words('sv');
      return [meaning, cause, remedy].some((said) =>
        english.test(said.replaceAll(/\([^)]*\)|”[^”]*”|[\w/]*@\w+/g, '')),
      );
    });
    expect(same.map(({ code, words }) => `${code}: ${words('sv').meaning}`)).toEqual([]);
  });

  test('translates every sentence of a rule, and keeps no translation of one that is gone', () => {
    const texts = new Set(formats.flatMap((format) => rulesOf(format).map(({ text }) => text)));
    expect([...texts].filter((text) => swedishRuleText(text) === undefined)).toEqual([]);
    const table = readFileSync(join(ROOT, 'errorCatalogue/words/ruleTexts.sv.ts'), 'utf8');
    const rows = [...table.matchAll(/^\w+\|([^|]+)\|[^|]+$/gm)].map(([, english]) => english!);
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter((english) => !texts.has(english))).toEqual([]);
  });

  test('is found by a code, by words, and by a family', () => {
    const codes = (text: string, family?: 'reason') => searchCatalogue(text, family, 'sv').map(({ code }) => code);
    expect(codes('bii2-t01-r012')).toEqual(['BII2-T01-R012']);
    expect(codes('dagspris avtalet')).toContain('PRICE_DEVIATION');
    expect(codes('', 'reason')).toEqual([...reasonCodes]);
    expect(codes('xyzzy')).toEqual([]);
  });
});
