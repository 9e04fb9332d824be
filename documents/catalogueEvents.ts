import type { CatalogueRefusal } from './catalogueRefusals.ts';
import type { Words } from './words.ts';

/** Whose catalogue, and where it is found. */
type CatalogueNamed = {
  readonly partnerId: string;
  readonly partner: string;
  readonly exportId: string;
  readonly number: string;
};

/** What happens to catalogues, for timelines and subscribers. */
export interface CatalogueFacts {
  /** It stands in chunks, ready to be delivered. `leftOut`: items that its format cannot hold. */
  readonly 'catalogue.written': { readonly number: string; readonly items: number; readonly leftOut: number };
  /** It waits for a person; of no document yet. */
  readonly 'catalogue.waiting': CatalogueNamed & {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly leftOut: number;
  };
  /** It was not written; of no document. */
  readonly 'catalogue.refused': CatalogueNamed & { readonly refusal: CatalogueRefusal };
  /** The partner has not said in time whether it takes it. `due`: ISO 8601. */
  readonly 'catalogue.unanswered': CatalogueNamed & { readonly due: string };
}

/** The sentences of a language. */
export type CatalogueSentences = {
  readonly [C in keyof CatalogueFacts]: (facts: CatalogueFacts[C], words: Words) => string;
};
