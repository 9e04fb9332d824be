import type { CatalogueSentences } from './catalogueRefusals.ts';

/** Swedish. */
export const swedishCatalogue: CatalogueSentences = {
  refusals: {
    noItem: () => 'Ingen artikel kan stå i katalogen.',
    leftOut: ({ count, first }, problem) =>
      `Artiklar som inte kan stå i katalogen: ${count}. Den första är ${first.articleNumber}: ${problem(first.problem)}`,
    rules: ({ broken }) =>
      `Katalogen bryter mot officiella regler: ${broken.map(({ id, path, text }) => `${id} vid ${path}: ${text}`).join(' ')}`,
    tooLarge: ({ articleNumber, kilobytes }) =>
      `${articleNumber} ensam tar mer än ett dokument får ha (${kilobytes} kB).`,
    noShop: () => 'Butiken är inte uppsatt än.',
    noAddress: () => 'Partnern har ingen adress, som katalogens nummer börjar med.',
    noPunchOut: () => 'Avtalet öppnar ingen punchout, vars sortiment, valuta och kund katalogen tar.',
    noCustomer: () => 'Avtalet nämner ingen kund som finns; vems priser skulle stå i katalogen?',
    underWay: () => 'En katalog i detta format är redan på väg till partnern.',
    other: ({ text }) => text,
  },
  problems: {
    noPrice: () => 'Den har inget dagspris i avtalets valuta.',
    negativePrice: ({ found }) => `Dess pris är ${found}, mindre än 0.`,
    noName: () => 'Den har ingen benämning.',
    quantities: ({ found }) => `Dess största kvantitet (${found}) är mindre än den minsta.`,
    unknownUnit: ({ found }) => `Formatet känner inte till dess enhet ${found}.`,
    noUnspsc: () => 'Den har ingen UNSPSC-kod, som CIF kräver.',
    priceDecimals: ({ found }) => `Priset för en enhet har fler decimaler än CIF kan bära (${found}).`,
  },
};
