import type { DtdRule } from '../../formats/cxml/dtd.check.ts';
import type { OrderRule } from '../../formats/cxml/orderValues.ts';
import type { WordsOf } from '../entry.ts';

/** English: what is said of documents in cXML. */
export const englishCxml: WordsOf<DtdRule | OrderRule> = {
  'CXML-DTD-FILE': {
    meaning: 'The DOCTYPE names a DTD that does not have this document.',
    cause: 'The classic mistake: a confirmation or despatch advice with cXML.dtd instead of Fulfill.dtd.',
    example: 'A ConfirmationRequest is not in the DTD that the DOCTYPE names. Found: cXML.dtd. Expected: Fulfill.dtd.',
    remedy: 'Name the right DTD in the DOCTYPE.',
  },
  'CXML-DTD-UNKNOWN': {
    meaning: 'cXML has no such element.',
    cause: 'A misspelled name, or data of one’s own.',
    example: 'Line 30: cXML has no element ItemOutt.',
    remedy: 'Correct the name. Data of one’s own belong into Extrinsic.',
  },
  'CXML-DTD-ELEMENT': {
    meaning: 'The element may not stand in this place.',
    cause: 'Elements stand in another order than the DTD has, or one too many.',
    example: 'Line 31: This element may not stand here in ItemOut. Found: ItemDetail. Expected: ItemID.',
    remedy: 'Write the elements in the order of the DTD.',
  },
  'CXML-DTD-MISSING': {
    meaning: 'An element is not complete: the DTD demands more in it.',
    cause: 'A field is empty in the sending system.',
    example: 'Line 40: ItemDetail is not complete. Expected: UnitOfMeasure.',
    remedy: 'Write the element that is named.',
  },
  'CXML-DTD-TEXT': {
    meaning: 'Text stands where only elements may be.',
    cause: 'A value was written into the group instead of into an element of it.',
    example: 'Line 44: ItemID holds elements, no text. Found: 10-442.',
    remedy: 'Put the text into the right element, for example SupplierPartID.',
  },
  'CXML-DTD-ATTRIBUTE': {
    meaning: 'An attribute is missing, unknown, or has a value that the DTD does not have.',
    cause: 'A misspelled attribute, or a value of one’s own.',
    example: 'Line 6: The attribute deploymentMode must be production or test. Found: prod.',
    remedy: 'Write the attribute as the DTD has it.',
  },
  'CXML-ORDER-MISSING': {
    meaning: 'A part of the order is missing.',
    cause: 'An order without orderID, date or lines, or a line without quantity.',
    example: 'Line 12: orderID is missing.',
    remedy: 'Write the part that is named.',
  },
  'CXML-ORDER-VALUE': {
    meaning: 'A number or a date is none.',
    cause: 'A decimal comma, thousands separators, or a date without time zone.',
    example: 'Line 33: This is no number. Found: 1,5. Expected: a decimal number such as 12.50.',
    remedy: 'Write numbers as 12.50, and dates as 2026-01-31T12:00:00+01:00.',
  },
  'CXML-ORDER-CURRENCY': {
    meaning: 'An amount is in another currency than the order.',
    cause: 'A catalogue with several currencies, or a fixed currency in the program.',
    example: "An amount is in another currency than the order's. Found: EUR. Expected: SEK.",
    remedy: 'Write all amounts in one currency.',
  },
  'CXML-ORDER-TOTAL': {
    meaning: 'The total is not the sum of the lines, with or without tax, shipping and modifications.',
    cause: 'A rounding, or a charge that the order does not name.',
    example: 'The total is not the sum of the lines. Found: 1200.00. Expected: 1150.00.',
    remedy: 'Send the total that the lines make, or name the charge.',
  },
  'CXML-ORDER-BLANKET': {
    meaning: 'A blanket order commits to an amount, and not to its lines.',
    cause: 'orderType is blanket.',
    example: 'A blanket order commits to an amount within a period; its quantities mean nothing.',
    remedy: 'A person decides. Send releases of the blanket order as orders of their own.',
  },
  'CXML-ORDER-INTERNAL': {
    meaning: 'By the buyer’s word nothing has changed for the supplier.',
    cause: 'isInternalVersion is yes.',
    example: 'By the word of the buyer nothing has changed for the supplier.',
    remedy: 'Nothing has to be done.',
  },
  'CXML-LINE-NUMBER': {
    meaning: 'Two lines have the same lineNumber.',
    cause: 'A line was copied or split without a new number.',
    example: 'Item 2 has the same line number. Found: 20.',
    remedy: 'Give each line a number of its own.',
  },
  'CXML-LINE-PART': {
    meaning: 'A line has no SupplierPartID.',
    cause: 'Free text was ordered without isAdHoc.',
    example: 'Line 52: The line has no SupplierPartID.',
    remedy: 'Send the article number, or isAdHoc="yes" for free text.',
  },
  'CXML-LINE-RETURN': {
    meaning: 'The line returns goods, and does not order them.',
    cause: 'isReturn is yes.',
    example: 'The buyer returns the goods of this line, and does not order them.',
    remedy: 'A person decides. Agree on returns outside the order.',
  },
  'CXML-LINE-SCHEDULE': {
    meaning: 'The line is wanted in parts on several days.',
    cause: 'The line has several ScheduleLine.',
    example: 'The line is wanted in parts on several days.',
    remedy: 'A person decides. Send a line for each day.',
  },
  'CXML-LINE-OPERATION': {
    meaning: 'The line is deleted or blocked in the buyer’s system.',
    cause: 'ItemOut/@operation is delete or block.',
    example: 'The buyer has deleted the line: it is left out.',
    remedy: 'Nothing has to be done for a deleted line; a person decides about a blocked one.',
  },
};
