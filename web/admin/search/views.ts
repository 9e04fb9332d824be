import type { PlainKey } from '../../templates.ts';
import type { Hit } from './find.ts';

/** What the templates of web/templates/admin/search are given. */
export interface SearchViews {
  readonly 'admin/search/search': {
    /** Empty: nothing was asked yet. */
    readonly q: string;
    readonly groups: readonly {
      readonly titleKey: PlainKey;
      readonly hits: readonly Hit[];
      /** Address of the list with further ones; empty: these are all. */
      readonly more: string;
    }[];
  };
}
