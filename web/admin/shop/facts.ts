import { businessDay } from '../../../shop/profile.ts';
import type { Tongue } from '../../words/words.ts';
import type { AdminVisit } from '../visit.ts';
import { cellsOfRecord, sectionViews } from './recordForm.ts';
import type { RecordKind } from './records.ts';
import type { FactView } from './views.ts';

/** Entries of a list that a page shows; the rest is told by their number. */
const MOST_ENTRIES = 50;

/** What a record says, by the labels of its form; what it does not say is left out. */
export function factsOf(kind: RecordKind, record: object, tongue: Tongue): FactView[] {
  const cells = cellsOfRecord(kind.form, record);
  return sectionViews(kind.form, { cells }, tongue).flatMap(({ heading, groups }) =>
    groups.slice(0, MOST_ENTRIES).flatMap((group, index) =>
      group
        .filter(({ value }) => value !== '')
        .map(({ label, value, kind }) => ({
          section: groups.length > 2 ? `${heading} ${index + 1}` : heading,
          label,
          values: kind === 'yesNo' ? [value === 'true' ? tongue.t.shopYes : tongue.t.shopNo] : value.split('\n'),
        })),
    ),
  );
}

/** Today's business day. */
export function today({ shop, now }: Pick<AdminVisit, 'shop' | 'now'>): string {
  return shop ? businessDay(shop, now) : now.toISOString().slice(0, 10);
}
