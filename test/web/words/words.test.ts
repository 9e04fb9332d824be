import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unitName } from '../../../documents/unitNames.ts';
import { pageCatalogues, tongue } from '../../../web/words/words.ts';

const WEB = join(import.meta.dirname, '../../../web');

/** Everything that may say something: templates and the code of the pages, the catalogues themselves left out. */
const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(eta|ts)$/.test(file) && !file.startsWith('words/'))
  .map((file) => readFileSync(join(WEB, file), 'utf8'));
const text = sources.join('\n');
const keys = Object.keys(pageCatalogues.en);

describe('the catalogues', () => {
  test('have the same keys in both languages, of the same kind', () => {
    const kinds = (language: 'en' | 'sv') =>
      Object.fromEntries(Object.entries(pageCatalogues[language]).map(([key, said]) => [key, typeof said]));
    expect(kinds('sv')).toStrictEqual(kinds('en'));
  });

  test('have every sentence that a page says', () => {
    const said = [...text.matchAll(/\bt\.(\w+)/g)].map(([, key]) => key);
    expect(said.filter((key) => !keys.includes(key!))).toEqual([]);
  });

  test.each(keys)('%s is said somewhere', (key) => {
    // by its name, or as a key that the code passes to a template
    expect(text).toMatch(new RegExp(`\\bt\\.${key}\\b|'${key}'`));
  });

  test('no sentence is empty, begins small by mistake, or has a hole', () => {
    for (const language of ['en', 'sv'] as const) {
      for (const [key, said] of Object.entries(pageCatalogues[language])) {
        if (typeof said === 'string') expect(said.trim(), `${language} ${key}`).toBe(said);
        expect(said, `${language} ${key}`).not.toBe('');
      }
    }
  });
});

describe('a tongue', () => {
  test('writes numbers, money, plurals and times as the language does', () => {
    const [sv, en] = [tongue('sv', 'Europe/Stockholm'), tongue('en', 'Europe/Stockholm')];
    const cart = { count: 1_200, sum: '12345.5', currency: 'SEK' };
    expect(sv.t.cartLinkSum(cart).replaceAll(/\s/g, ' ')).toBe('1 200 rader, 12 345,50 SEK');
    expect(en.t.cartLinkSum(cart)).toBe('1,200 lines, 12,345.50 SEK');
    expect(en.t.searchCount({ count: 1 })).toBe('1 article');
    expect(sv.t.stripUntil({ until: '2026-11-25T13:05:00Z', left: 1 })).toBe(
      'Besöket är öppet till 14:05, 1 minut kvar.',
    );
    expect(en.t.promise({ day: '2026-12-24' })).toBe('The prices are promised until 24 Dec 2026.');
  });

  test('calls units by what people say, and others by their code', () => {
    expect(unitName('PCE', 'sv')).toBe('st');
    expect(unitName('XBX', 'en')).toBe('box');
    expect(unitName('4A', 'sv')).toBe('4A');
    expect(unitName('constructor', 'sv')).toBe('constructor');
  });
});
