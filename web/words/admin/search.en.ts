/** The search at the top of the console. */
export const searchEnglish = {
  searchEverywhere: 'Search',
  searchWhat:
    'Finds orders by our number or the buyer’s, partners by name or address, customers, articles, and documents by number, reference or id.',
  searchFoundFor: ({ q }: { q: string }) => `Found for “${q}”:`,
  searchFoundNothing: ({ q }: { q: string }) => `Nothing was found for “${q}”.`,
  searchCustomers: 'Customers',
  searchProducts: 'Articles',
  searchMore: 'Show all',
};
