import { join } from 'node:path';
import { Eta } from 'eta';
import type { Language } from '../documents/words.ts';
import { errorAddress } from '../errorCatalogue/address.ts';
import { assetPath, type AssetName } from './assets.ts';
import type { Templates } from './templates.ts';
import { unitName } from '../documents/unitNames.ts';
import { tongue } from './words/words.ts';

/**
 * Templates are files of web/templates: `<%= %>` escapes, and what is missing is an error and not the word undefined. Each finds the
 * page's values in `it`, its sentences in `t`, numbers, money and times in `w`, names of units by `unit(code)`, and the address of a code in
 * the error catalogue by `errorPage(code)`; the partial `errorLink` shows a code that leads there.
 */
const eta = new Eta({
  views: join(import.meta.dirname, 'templates'),
  cache: true,
  autoFilter: true,
  filterFunction: (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw new TypeError(`A template shows a value of type ${typeof value}.`);
  },
  functionHeader: 'const { t, w, unit, asset, errorPage } = it.tools;',
});

/** Whom a page is written for. */
export interface Reader {
  readonly language: Language;
  /** IANA name: the shop's. */
  readonly timeZone: string;
  /** Path of the application below its host, without a slash at the end; empty where it has the host for itself. */
  readonly root: string;
}

/** Writes a page. */
export function render<N extends keyof Templates>(name: N, view: Templates[N], reader: Reader): string {
  const { t, w } = tongue(reader.language, reader.timeZone);
  const tools = {
    t,
    w,
    unit: (code: string) => unitName(code, reader.language),
    asset: (asset: AssetName) => reader.root + assetPath(asset),
    errorPage: (code: string) => errorAddress(reader.root, code),
  };
  return eta.render(`./${name}`, { ...view, language: reader.language, tools });
}
