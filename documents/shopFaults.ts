import type { Language } from './words.ts';
import type { ShopFault } from '../shop/port.ts';
import { deliverySentence } from './deliveryFaults.ts';
import { englishDelivery } from './deliveryFaults.en.ts';
import { swedishDelivery } from './deliveryFaults.sv.ts';

/** What went wrong in a call to the shop behind us, as a whole sentence. */
export function shopFaultSentence(fault: ShopFault, language: Language): string {
  const isSwedish = language === 'sv';
  if (fault.code === 'ANSWER_UNREADABLE') {
    const at = fault.at === '' ? '' : isSwedish ? ` i ${fault.at}` : ` at ${fault.at}`;
    return isSwedish
      ? `Butikens svar kan inte läsas${at}: ${fault.found}`
      : `The shop’s answer cannot be read${at}: ${fault.found}`;
  }
  if (fault.code === 'ORDER_NOT_TELLABLE')
    return isSwedish
      ? `Butiken kan inte ta emot ordern, ${fault.at}: ${fault.found}.`
      : `The shop cannot take the order, ${fault.at}: ${fault.found}.`;
  return deliverySentence(isSwedish ? swedishDelivery : englishDelivery, fault);
}
