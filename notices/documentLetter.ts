import { formatName, type Language } from '../documents/sentences.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { Letter } from './letter.ts';
import { markTest } from './testMark.ts';

/** A document that goes to a partner as the attachment of a mail. */
export interface MailedDocument {
  readonly format: FormatId;
  readonly number: string;
  /** Name of the attachment. */
  readonly file: string;
  readonly mode: Mode;
  readonly shop: string;
}

const words = {
  en: {
    subject: (what: string, shop: string) => `${what} from ${shop}`,
    opening: (file: string) =>
      `Attached is the document ${file}, for your purchasing system. It reads the attachment; nobody needs to type it in.`,
    closing: 'Sent automatically. Replies to this mail are not read by a machine.',
  },
  sv: {
    subject: (what: string, shop: string) => `${what} från ${shop}`,
    opening: (file: string) =>
      `Bifogat finns dokumentet ${file}, avsett för ert inköpssystem. Det läser bilagan; ingen behöver skriva in den.`,
    closing: 'Skickat automatiskt. Svar på det här brevet läses inte maskinellt.',
  },
} as const;

/** The letter around it. */
export function documentLetter({ format, number, file, mode, shop }: MailedDocument, language: Language): Letter {
  const { subject, opening, closing } = words[language];
  return {
    subject: markTest(subject(`${formatName(format, language)} ${number}`, shop), mode),
    opening: [opening(file)],
    sections: [],
    closing: [shop, closing],
  };
}
