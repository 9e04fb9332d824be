/** Figures of the partners beside each other. */
export const statisticsEnglish = {
  statisticsIntro: 'What each partner sends and gets. Everything is counted in the hour in which it began.',
  statisticsNone: 'Nothing went between you and a partner in this time.',
  statisticsNoneAdvice: 'Choose a longer time, or test documents instead of production.',
  statisticsOrders: 'Orders',
  statisticsFirstTimeRight: 'Right the first time',
  statisticsDecided: 'Placed after a decision',
  statisticsWaiting: 'Waiting',
  statisticsRefused: 'Refused',
  statisticsSessions: 'Sessions',
  statisticsCarts: 'Carts returned',
  statisticsDeviating: 'Deviating lines',
  statisticsOutside: 'Beyond the agreement',
  statisticsResponse: 'Time to the order response',
  statisticsConfirmation: 'Time to the confirmation',
  statisticsDelivery: 'Time to the despatch advice',
  statisticsUndelivered: 'Not delivered',
  statisticsMeaning: 'What the columns mean',
  statisticsOrdersMeaning: 'Orders that were placed, wait or were refused. Duplicates and changes are not counted.',
  statisticsFirstTimeRightMeaning: 'Of these, how many were placed without a question to anybody.',
  statisticsDeviatingMeaning:
    'Lines whose price is not the price of the day; beyond the agreement is what its tolerance does not take.',
  statisticsTimeMeaning:
    'From the receipt of the order until the buyer had the document: half of them came sooner. Documents that are kept to be fetched count from when they were written.',
  statisticsCartsTitle: 'What became of carts',
  statisticsCartsIntro:
    'Carts that went back to purchasing systems in this time, and the orders that came of them until now.',
  statisticsCartsNone: 'No cart went back to a partner in this time.',
  statisticsCartsInFull: 'Ordered in full',
  statisticsCartsInPart: 'Ordered in part',
  statisticsCartsExpired: 'Never ordered',
  statisticsCartsOpen: 'Not ordered yet',
  statisticsCartsTime: 'Time to the order',
  statisticsCartsMissing: 'Lines not ordered',
  statisticsCartsQuantity: 'More than in the cart',
  statisticsCartsOverUsed: 'More than was left',
  statisticsCartsPrice: 'Another price',
  statisticsCartsUnit: 'Another unit',
  statisticsCartsLate: 'Too late',
  statisticsCartsInFullMeaning:
    'Orders have everything of the cart; in part: something. Orders that wait, were rejected or cancelled have nothing.',
  statisticsCartsExpiredMeaning:
    'Nothing was ordered until the last day on which the cart promised its prices. What promised nothing is not ordered yet.',
  statisticsCartsTimeMeaning: 'From the return of the cart to its first order, on average.',
  statisticsCartsMissingMeaning: 'Lines that nobody ordered of carts that were ordered in part.',
  statisticsCartsLinesMeaning:
    'This and the columns after it count lines of orders as they came in, whatever became of them.',
};
