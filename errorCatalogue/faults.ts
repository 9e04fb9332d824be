import { deliverySentence, type DeliverySentences } from '../documents/deliveryFaults.ts';
import { englishDelivery } from '../documents/deliveryFaults.en.ts';
import { swedishDelivery } from '../documents/deliveryFaults.sv.ts';
import { timelineSentence } from '../documents/sentences.ts';
import type { Language } from '../documents/words.ts';
import { swedishFaults } from '../documents/xmlFaults.sv.ts';
import { faultSentence, type XmlFault, type XmlFaultCode, type XmlSentences } from '../formats/xml/fault.ts';
import { englishFaults } from '../formats/xml/sentences.en.ts';
import type { DeliveryFault, DeliveryFaultCode } from '../platform/deliveryFault.ts';
import type { CatalogueEntry } from './entry.ts';
import { deliveryFaults, xmlFaults } from './examples/faults.ts';
import { deliveryWords, xmlKinds, xmlWords } from './words/faults.ts';

const xmlSentences: Readonly<Record<Language, XmlSentences>> = { en: englishFaults, sv: swedishFaults };

/** Why bytes cannot be read as a document. */
export function xmlEntries(): CatalogueEntry[] {
  return (Object.keys(xmlFaults) as XmlFaultCode[]).map((code) => ({
    code,
    family: 'xml',
    facts: {},
    words: (language) => {
      const [kind, example] = xmlKinds[code];
      const [cause, remedy] = xmlWords[language][kind];
      // code and values come from one entry of the examples
      const fault = { code, ...(xmlFaults[code] as object) } as XmlFault;
      return { meaning: `${faultSentence(xmlSentences[language], fault)}.`, cause, example, remedy };
    },
  }));
}

const deliverySentences: Readonly<Record<Language, DeliverySentences>> = { en: englishDelivery, sv: swedishDelivery };
const NEXT = '2026-11-27T09:14:00Z';

/** Why a document did not arrive. */
export function deliveryEntries(): CatalogueEntry[] {
  return (Object.keys(deliveryFaults) as DeliveryFaultCode[]).map((code) => ({
    code,
    family: 'delivery',
    facts: {},
    words: (language) => {
      const [cause, remedy] = deliveryWords[language][code];
      // code and values come from one entry of the examples
      const fault = { code, ...(deliveryFaults[code] as object) } as DeliveryFault;
      const meaning = deliverySentence(deliverySentences[language], fault);
      const facts = { attempt: 1, error: meaning, fault, nextAttemptAt: NEXT };
      const told = timelineSentence({ code: 'delivery.failed', facts, actor: 'roundtrip' }, language);
      return { meaning, cause, example: told, remedy };
    },
  }));
}
