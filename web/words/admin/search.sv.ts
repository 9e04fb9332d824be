import type { searchEnglish } from './search.en.ts';

export const searchSwedish: typeof searchEnglish = {
  searchEverywhere: 'Sök',
  searchWhat:
    'Hittar order efter vårt eller köparens nummer, partner efter namn eller adress, kunder, artiklar samt dokument efter nummer, referens eller id.',
  searchFoundFor: ({ q }) => `Funnet för ”${q}”:`,
  searchFoundNothing: ({ q }) => `Inget hittades för ”${q}”.`,
  searchCustomers: 'Kunder',
  searchProducts: 'Artiklar',
  searchMore: 'Visa alla',
};
