import type { Request, Response } from 'express';
import { errorAddress } from '../../errorCatalogue/address.ts';
import { searchCatalogue } from '../../errorCatalogue/catalogue.ts';
import { families, type CatalogueEntry, type Family } from '../../errorCatalogue/entry.ts';
import { queryOf, sendPublicPage, withLanguage } from '../public/frame.ts';
import type { Reader } from '../render.ts';
import { tongue } from '../words/words.ts';

/** Rows of a page. */
const ROWS = 50;
const LONGEST_SEARCH = 100;

export const familyKeys = {
  error: 'errorsFamilyError',
  reason: 'errorsFamilyReason',
  finding: 'errorsFamilyFinding',
  cart: 'errorsFamilyCart',
  xml: 'errorsFamilyXml',
  delivery: 'errorsFamilyDelivery',
} as const satisfies Readonly<Record<Family, string>>;

/** GET /errors: every code, by search and kind. */
export function showList(req: Request, res: Response, reader: Reader): void {
  const { t } = tongue(reader.language, reader.timeZone);
  const query = queryOf(req);
  const q = (query.get('q') ?? '').slice(0, LONGEST_SEARCH).trim();
  const family = families.find((one) => one === query.get('family'));
  const address = (changes: Readonly<Record<string, string>>): string => {
    const values = new URLSearchParams({ ...(q && { q }), ...(family && { family }), ...changes });
    for (const [name, value] of Object.entries(changes)) if (value === '') values.delete(name);
    const said = values.toString();
    return withLanguage(req, `${reader.root}/errors${said === '' ? '' : `?${said}`}`);
  };
  const all = searchCatalogue(q, undefined, reader.language);
  const chosen = family === undefined ? all : all.filter((entry) => entry.family === family);
  const { rows, next } = pageOf(chosen, query.get('after') ?? '');
  const counted = (of: Family | undefined): number =>
    of === undefined ? all.length : all.filter((entry) => entry.family === of).length;
  sendPublicPage(
    { req, res },
    'errors/list',
    {
      action: `${reader.root}/errors`,
      language: query.get('language') ?? '',
      ...{ q, family: family ?? '', found: chosen.length },
      families: [undefined, ...families].map((one) => ({
        href: address({ family: one ?? '', after: '' }),
        text: one === undefined ? t.errorsAll : t[familyKeys[one]],
        count: counted(one),
        here: one === family,
      })),
      rows: rows.map((entry) => ({
        href: withLanguage(req, errorAddress(reader.root, entry.code)),
        code: entry.code,
        meaning: entry.words(reader.language).meaning,
      })),
      ...(next !== undefined && { next: address({ after: next }) }),
    },
    { title: t.errorsTitle, brand: { text: 'Roundtrip', href: withLanguage(req, `${reader.root}/errors`) } },
    reader,
  );
}

/** The rows behind a code; from the beginning where the code is not among them. */
function pageOf(entries: readonly CatalogueEntry[], after: string) {
  const from = entries.findIndex(({ code }) => code === after) + 1;
  const rows = entries.slice(from, from + ROWS);
  const next = from + ROWS < entries.length ? rows.at(-1)?.code : undefined;
  return { rows, next };
}
