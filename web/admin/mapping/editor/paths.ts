import type { Language } from '../../../../documents/words.ts';
import { CLASSIFICATION, headerPlaces, linePlaces, PARAMETER } from '../../../../partners/mapping/context.ts';
import { forbiddenPaths } from '../../../../partners/mapping/forbidden.ts';
import type { PunchOutSettings } from '../../../../partners/punchOut.ts';
import { swedishPlaces } from '../../../words/admin/mappingPlaces.sv.ts';
import type { Level } from './rules.ts';

export interface PathView {
  readonly path: string;
  readonly text: string;
}

/** What a rule can name, for suggestions; what the agreement closes is left out. */
export function pathsFor(level: Level, settings: PunchOutSettings, language: Language): PathView[] {
  const closed = forbiddenPaths(settings);
  const places = [...Object.entries(headerPlaces), ...(level === 'line' ? Object.entries(linePlaces) : [])];
  const known = places.map(([path, { text }]) => ({ path, text: textOf(path, text, language) }));
  const open = [
    ...(level === 'line' ? [{ path: `${CLASSIFICATION}UNSPSC`, text: 'UNSPSC' }] : []),
    { path: `${PARAMETER}NAME`, text: textOf(`${PARAMETER}NAME`, 'A parameter of the call', language) },
  ];
  const all = [...known, ...open].filter(({ path }) => closed(path) === undefined);
  // What is about the line is looked for most.
  return level === 'line'
    ? all.toSorted((a, b) => Number(b.path.startsWith('line.')) - Number(a.path.startsWith('line.')))
    : all;
}

function textOf(path: string, english: string, language: Language): string {
  return language === 'sv' ? (swedishPlaces[path] ?? english) : english;
}
