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
};
