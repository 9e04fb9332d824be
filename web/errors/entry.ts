import type { Request, Response } from 'express';
import { formatName } from '../../documents/sentences.ts';
import { catalogue } from '../../errorCatalogue/catalogue.ts';
import type { CatalogueEntry, EntryFacts } from '../../errorCatalogue/entry.ts';
import { expectedIn } from '../../errorCatalogue/words/expected.ts';
import { sendPublicPage, withLanguage } from '../public/frame.ts';
import type { Reader } from '../render.ts';
import { tongue, type PageText } from '../words/words.ts';
import { familyKeys } from './list.ts';

const layerKeys = {
  structure: 'errorsLayerStructure',
  rules: 'errorsLayerRules',
  core: 'errorsLayerCore',
  advice: 'errorsLayerAdvice',
} as const;
const severityKeys = {
  fatal: 'errorsSeverityFatal',
  warning: 'errorsSeverityWarning',
  info: 'errorsSeverityInfo',
} as const;

/** GET /errors/:code: the page of one code. */
export function showEntry(req: Request, res: Response, reader: Reader): void {
  const { t } = tongue(reader.language, reader.timeZone);
  const code = String(req.params['code']);
  const list = withLanguage(req, `${reader.root}/errors`);
  const brand = { text: t.errorsTitle, href: list };
  const entry = catalogue().get(code);
  if (!entry) {
    const shown = code.slice(0, 100).toWellFormed();
    const facts = { title: t.errorsUnknownTitle, brand, status: 404 };
    return sendPublicPage(
      { req, res },
      'errors/none',
      { code: shown, list, action: `${reader.root}/errors` },
      facts,
      reader,
    );
  }
  const view = {
    code,
    family: t[familyKeys[entry.family]],
    ...entry.words(reader.language),
    facts: factsOf(entry, t, reader),
    list,
  };
  sendPublicPage({ req, res }, 'errors/entry', view, { title: code, brand }, reader);
}

type FactRow = { readonly name: string; readonly values: readonly string[] };

function factsOf({ facts }: CatalogueEntry, t: PageText, { language }: Reader): FactRow[] {
  const { layer, severities = [], formats = [], places = [], expected } = facts;
  const rows: FactRow[] = [
    { name: t.errorsLayer, values: layer === undefined ? [] : [t[layerKeys[layer]]] },
    { name: t.errorsSeverity, values: severities.map((severity) => t[severityKeys[severity]]) },
    { name: t.errorsFormats, values: formats.map((format) => formatName(format, language)) },
    { name: t.errorsPlaces, values: places },
    { name: t.errorsExpected, values: expected === undefined ? [] : [expectedIn(language, expected)] },
    ...answeredRows(facts, t),
  ];
  return rows.filter(({ values }) => values.length > 0);
}

function answeredRows({ answered }: EntryFacts, t: PageText): FactRow[] {
  if (!answered) return [];
  return [
    { name: t.errorsHttp, values: [`${answered.http}`] },
    { name: t.errorsCxml, values: [`${answered.cxml}`] },
    { name: t.errorsRetried, values: [answered.retried ? t.errorsYes : t.errorsNo] },
  ];
}
