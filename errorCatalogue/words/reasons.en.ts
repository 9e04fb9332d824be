import type { ReasonCode } from '../../shop/evaluation.ts';

/** English: what each reason to wait means, and how it comes about. What to do stands in documents/reasons.en.ts. */
export const englishReasonMeanings: Readonly<Record<ReasonCode, readonly [meaning: string, cause: string]>> = {
  CUSTOMER_UNKNOWN: [
    'The order’s buyer is no customer that this partner may order for.',
    'A new company of a group, a changed organisation number, or an identity that the customer’s card lacks.',
  ],
  CUSTOMER_AMBIGUOUS: [
    'Several customers have the identity by which the order names its buyer.',
    'The same organisation number stands on several customer cards.',
  ],
  SELLER_MISMATCH: [
    'The order names another seller than this shop.',
    'The buyer has chosen the wrong supplier, or knows the shop by another identity.',
  ],
  ORDER_NUMBER_REUSED: [
    'An order with this number came before with other content.',
    'The buyer repeats an order with a change, or numbers start again in a new year or system.',
  ],
  ORDER_CHANGE: ['The buyer wants to change or take back an order, and a person decides.', 'The agreement says so.'],
  ORDER_REPLACES: [
    'The order says that it replaces another one that is here.',
    'The buyer has cancelled an order in its own system and written a new one.',
  ],
  CHANGED_ORDER_UNKNOWN: [
    'A change or cancellation is about an order that has not come.',
    'The order was lost on the way, was sent elsewhere, or comes later than its change.',
  ],
  CHANGE_EARLIER_MISSING: [
    'A change came, and one before it has not.',
    'The earlier one was lost on the way, or comes later.',
  ],
  CHANGE_SUPERSEDED: [
    'A later version of the order came before this one, and holds.',
    'Two changes overtook each other on the way.',
  ],
  CHANGE_TOO_LATE: [
    'The order’s handling has come too far to change or cancel it.',
    'It is shipped or completed already.',
  ],
  CHANGE_NOT_TAKEN: [
    'The agreement takes no changes or cancellations as documents.',
    'The purchasing system sends them all the same.',
  ],
  CHANGE_LINE_UNKNOWN: [
    'A change is about a line that does not fit the order.',
    'Line numbers were counted anew, or a change before it is missing.',
  ],
  CHANGE_LEAVES_NOTHING: [
    'After the change the order would have no lines.',
    'The buyer deletes each line instead of cancelling the order.',
  ],
  CHANGE_LINE_DELIVERED: [
    'More has been delivered than the change would leave.',
    'The change came after the goods had left.',
  ],
  RULE_FATAL: [
    'The document breaks a fatal rule of its format, and the agreement lets a person decide.',
    'The sending system writes something that the format does not allow. The rule has a page of its own.',
  ],
  CURRENCY_UNKNOWN: [
    'A price is in another currency than ours, and there is no rate for it.',
    'The buyer orders in its own currency, or the exchange rate is missing.',
  ],
  DELIVERY_PLACE_UNKNOWN: [
    'The delivery place is none of the customer’s delivery addresses.',
    'A new place of delivery, or another spelling of a known one.',
  ],
  DELIVERY_PLACE_AMBIGUOUS: [
    'The delivery place fits several addresses of the customer.',
    'The order names no place, or too little of it.',
  ],
  LINE_NUMBER_REPEATED: [
    'Two lines of the order have the same number.',
    'The purchasing system copied a line, or split it without a new number.',
  ],
  PRODUCT_UNKNOWN: [
    'No article is found by the numbers of the line.',
    'A mistyped or old article number, or a number of the buyer’s that the shop does not know.',
  ],
  PRODUCT_AMBIGUOUS: [
    'The numbers of the line fit several articles.',
    'One GTIN stands on several articles, or the numbers of the line contradict each other.',
  ],
  PRODUCT_WITHDRAWN: ['The article is withdrawn.', 'The buyer orders from an old list or an old cart.'],
  UNIT_UNKNOWN: [
    'The article has no such unit.',
    'The purchasing system uses a unit code of its own, or the conversion is missing.',
  ],
  UNIT_CONTRADICTION: [
    'Buyer and shop count another number of pieces in the ordered unit.',
    'The package size has changed on one side.',
  ],
  QUANTITY_NOT_ALLOWED: [
    'The quantity cannot be delivered so.',
    'It is below the least, above the most, or no multiple of the package.',
  ],
  OUTSIDE_ASSORTMENT: [
    'The article is outside the assortment that is agreed.',
    'The buyer typed the number by hand, or the assortment was changed.',
  ],
  WANTED_DATE_PAST: [
    'The wanted day of delivery is past.',
    'The order was approved late, or the date comes from a template.',
  ],
  WANTED_DATE_TOO_SOON: [
    'The wanted day is earlier than the article can be delivered.',
    'The lead time is longer than the buyer believes.',
  ],
  PRICE_MISSING: ['A line has no price.', 'The purchasing system sends none, or has none for the article.'],
  PRICE_ZERO: ['A line has the price 0.', 'A free sample, or a price that the purchasing system does not know.'],
  PRICE_UNUSABLE: [
    'A price cannot be compared, because a value beside it cannot be used.',
    'The quantity that the price is for is 0, or a number is written as text.',
  ],
  PRICE_OF_THE_DAY_MISSING: [
    'The shop has no price of the article for this customer on that day.',
    'A price list has ended, or the article was never priced in this currency.',
  ],
  LIVE_PRICE_MISSING: [
    'The shop behind us is asked for its prices, and has not told one that can be used.',
    'The shop does not answer, is slow, or tells another currency, a negative price or an unknown unit.',
  ],
  PRICE_DEVIATION: [
    'A price differs from the customer’s price of the day by more than the agreement allows.',
    'An old price list at the buyer, another unit, a discount that was not taken off, or VAT in the price.',
  ],
  AMOUNT_DEVIATION: [
    'The amount of a line is not its quantity times its price.',
    'A rounding, a discount that is not told, or a price for another quantity.',
  ],
  TOTAL_DEVIATION: [
    'The sum of the lines is not what the line amounts make.',
    'A line was left out of the sum, or added after it was made.',
  ],
  ORDER_SUM_DEVIATION: [
    'The order as a whole costs more or less than the agreement allows.',
    'Many small deviations, or freight and charges that were not agreed.',
  ],
  MINIMUM_ORDER_VALUE: ['The order is worth less than the least that is agreed.', 'A small additional order.'],
  CART_LINES_MISSING: [
    'Not everything of the cart was ordered.',
    'The buyer took lines out after the cart had come back, or orders the rest later.',
  ],
  CART_LINES_ADDED: [
    'The order has lines that are not from its cart.',
    'The buyer added lines in the purchasing system, or the reference to the cart was lost on the way.',
  ],
  CART_QUANTITY_EXCEEDED: [
    'The order has more of an article than its cart had.',
    'The quantity was changed after the cart had come back.',
  ],
  CART_USED_UP: [
    'This order and others together have more than the cart had.',
    'The same cart was ordered twice, or split into orders of more than it had.',
  ],
  CART_PRICE_DEVIATION: [
    'The price is not the one of the cart.',
    'The price was changed after the cart had come back, or the purchasing system takes it from elsewhere.',
  ],
  CART_UNIT_DEVIATION: [
    'The unit is not the one of the cart.',
    'The purchasing system has a unit of its own for the article.',
  ],
  CART_PROMISE_EXPIRED: [
    'The order came after the last day of the price that the cart promised.',
    'The cart waited for an approval for too long.',
  ],
  ALLOWANCE_CHARGE_PRESENT: [
    'The order has a charge or an allowance that a person must look at.',
    'Freight, a fee or a discount that no rule of the agreement covers.',
  ],
  PARTIAL_DELIVERY_FORBIDDEN: [
    'The buyer wants everything at once, and the stock does not suffice.',
    'The order forbids partial delivery.',
  ],
  NOTE_PRESENT: ['The order has a note that a person must read.', 'The buyer wrote something that no field holds.'],
  ATTACHMENT_PRESENT: [
    'The order has attachments that a person must read.',
    'A drawing, a picture or terms of the buyer.',
  ],
};
