import type { ExportState } from '../../../documents/catalogueExport.entity.ts';
import { catalogueDocuments } from '../../../documents/catalogueExports.ts';
import { formatName } from '../../../documents/sentences.ts';
import type { Language } from '../../../documents/words.ts';
import type { CatalogueFormat } from '../../../formats/document/catalogue.ts';
import type { Mode } from '../../../partners/partner.entity.ts';
import type { PlainKey } from '../../templates.ts';
import type { Mark } from '../lists/views.ts';

/** How a catalogue stands, in a word. */
export const exportMarks: Readonly<Record<ExportState, Mark>> = {
  collecting: { tone: 'info', key: 'cataloguesCollecting' },
  waiting: { tone: 'warn', key: 'cataloguesWaiting' },
  writing: { tone: 'info', key: 'cataloguesWriting' },
  checking: { tone: 'info', key: 'cataloguesChecking' },
  done: { tone: 'good', key: 'cataloguesDone' },
  unchanged: { tone: 'good', key: 'cataloguesUnchanged' },
  refused: { tone: 'bad', key: 'cataloguesRefused' },
  discarded: { tone: 'info', key: 'cataloguesDiscarded' },
};

export function isUnderWay(state: ExportState): boolean {
  return state === 'collecting' || state === 'writing' || state === 'checking';
}

export const modeKeys = {
  production: 'documentsProduction',
  test: 'documentsTest',
} as const satisfies Readonly<Record<Mode, PlainKey>>;

export function nameOf(format: CatalogueFormat, language: Language): string {
  return formatName(catalogueDocuments[format], language);
}
