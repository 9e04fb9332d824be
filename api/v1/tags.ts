/** The areas of the API, in the order of its documentation. */
export const tags = {
  shop: 'The shop itself: name, identities, address, working days',
  products: 'What the shop sells',
  customers: 'Who buys',
  prices: 'Price lists and the prices of the day',
  orders: 'Purchase orders, their lines, decisions and status',
  documents: 'Documents received and sent, with their bytes and timelines',
  sessions: 'PunchOut sessions: visits of buyers, with their carts and documents',
  partners: 'Trading partners, their agreements and credentials',
  notices: 'Notifications by mail and webhook: who is told of what, and what became of each message',
  operations: 'The books, and the keys to this API',
} as const;

export type Tag = keyof typeof tags;
