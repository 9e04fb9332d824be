import type { Language } from '../../../../documents/words.ts';
import type { Mode } from '../../../../partners/partner.entity.ts';
import type { CustomerContact } from '../../../../shop/customer.entity.ts';
import type { Tongue } from '../../../words/words.ts';
import type { SheetSection } from './facts.ts';

export interface SheetModeView {
  readonly mode: Mode;
  readonly version: number;
  readonly sections: readonly SheetSection[];
}

export interface AccessSheetView {
  readonly partner: { readonly id: string; readonly name: string };
  /** Address of the partner's page. */
  readonly base: string;
  readonly shop: string;
  readonly contacts: readonly CustomerContact[];
  /** When it was made. */
  readonly at: string;
  /** Of the sheet, which may be another than the reader's. */
  readonly sheetLanguage: Language;
  readonly words: Tongue;
  /** Test before production; those that have no agreement are left out. */
  readonly sheets: readonly SheetModeView[];
}
