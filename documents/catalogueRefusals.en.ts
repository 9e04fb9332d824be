import type { CatalogueSentences } from './catalogueRefusals.ts';

/** English. */
export const englishCatalogue: CatalogueSentences = {
  refusals: {
    noItem: () => 'No item can stand in this catalogue.',
    leftOut: ({ count, first }, problem) =>
      `Items that cannot stand in the catalogue: ${count}. The first is ${first.articleNumber}: ${problem(first.problem)}`,
    rules: ({ broken }) =>
      `The catalogue breaks official rules: ${broken.map(({ id, path, text }) => `${id} at ${path}: ${text}`).join(' ')}`,
    tooLarge: ({ articleNumber, kilobytes }) =>
      `${articleNumber} alone takes more than a document may have (${kilobytes} kB).`,
    noShop: () => 'The shop is not set up yet.',
    noAddress: () => 'The partner has no address, which a catalogue is numbered by.',
    noPunchOut: () => 'The agreement opens no PunchOut, whose assortment, currency and customer a catalogue takes.',
    noCustomer: () => 'The agreement names no customer that exists; whose prices would stand in the catalogue?',
    underWay: () => 'A catalogue in this format is under way to the partner already.',
    other: ({ text }) => text,
  },
  problems: {
    noPrice: () => 'It has no price of the day in the currency of the agreement.',
    negativePrice: ({ found }) => `Its price is ${found}, less than 0.`,
    noName: () => 'It has no name.',
    quantities: ({ found }) => `Its greatest quantity (${found}) is less than its least.`,
    unknownUnit: ({ found }) => `The format does not know its unit ${found}.`,
    noUnspsc: () => 'It has no UNSPSC code, which CIF demands.',
    priceDecimals: ({ found }) => `The price of one unit has more decimals than CIF can hold (${found}).`,
  },
};
