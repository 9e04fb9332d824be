import type { Change } from '../../../../documents/audit.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import type { Mode } from '../../../../partners/partner.entity.ts';
import { differences } from '../../../../partners/settings/difference.ts';

/** What changed of an agreement, by the paths of its settings, for the audit trail. */
export function auditOf(mode: Mode, before: DraftSettings, after: DraftSettings): Pick<Change, 'before' | 'after'> {
  const changed = differences(before, after);
  const side = (name: 'before' | 'after') =>
    Object.fromEntries([['mode', mode], ...changed.map((each) => [each.path, each[name] ?? null] as const)]);
  return { before: side('before'), after: side('after') };
}
