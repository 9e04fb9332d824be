import { PATIENCE } from '../../../../documents/pickups.ts';
import type { PickupState } from '../../../../documents/pickup.entity.ts';
import { faultSentence } from '../../../../documents/sentences.ts';
import type { Tongue } from '../../../words/words.ts';
import type { AgreedFolder } from './agreed.ts';
import type { FolderView, FoldersLine } from './views.ts';

/** How a folder that documents are fetched from is: `info`, nobody has looked yet; `warn`, it may pass; `bad`, a person is called. */
export function toneOf(state: PickupState | undefined): FolderView['tone'] {
  if (!state?.lookedAt) return 'info';
  if (!state.fault) return 'good';
  return state.failures < PATIENCE ? 'warn' : 'bad';
}

/**
 * The folders of an agreement in one line: how many, when somebody looked last, and what is wrong.
 * @param states of those that documents are fetched from, by name
 * @returns undefined where there is no folder
 */
export function foldersLine(
  agreed: readonly AgreedFolder[],
  states: ReadonlyMap<string, PickupState>,
  { t, language }: Pick<Tongue, 't' | 'language'>,
): FoldersLine | undefined {
  if (agreed.length === 0) return undefined;
  const fetched = agreed.filter(({ isFetched }) => isFetched).map(({ name }) => states.get(name));
  const failing = fetched.find((state) => toneOf(state) === 'bad') ?? fetched.find((state) => toneOf(state) === 'warn');
  const count = agreed.length;
  if (failing?.fault) {
    const failures = fetched.filter((state) => state?.fault != null).length;
    const why = faultSentence(failing.fault, language);
    return { tone: toneOf(failing), text: t.partnersFoldersFail({ count, failures, why }) };
  }
  const looks = fetched.flatMap((state) => state?.lookedAt?.toISOString() ?? []);
  const at = looks.toSorted().at(-1);
  if (at === undefined) return { tone: 'info', text: t.partnersFoldersCount({ count }) };
  return { tone: 'good', text: t.partnersFoldersWork({ count, at }) };
}
