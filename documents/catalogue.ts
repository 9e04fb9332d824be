import type { EntityManager } from '@mikro-orm/postgresql';
import { cifProblem, writeCif } from '../formats/cif/cif.write.ts';
import type { CredentialName } from '../formats/cxml/credentials.ts';
import { writeIndex } from '../formats/cxml/index.write.ts';
import { writeCsvCatalogue, type CsvTemplate } from '../formats/csv/catalogue.write.ts';
import { writeSheet } from '../formats/xlsx/sheet.write.ts';
import type {
  Catalogue,
  CatalogueFormat,
  CatalogueHeader,
  CatalogueItem,
  CataloguePrice,
  ItemProblem,
} from '../formats/document/catalogue.ts';
import { writeCatalogue1A } from '../formats/ubl/catalogue1a.write.ts';
import { writeCatalogue3 } from '../formats/ubl/catalogue3.write.ts';
import { isCatalogueUnit } from '../formats/ubl/catalogue.codes.ts';
import type { Agreement } from '../partners/agreement.ts';
import type { PunchOutEntries } from '../partners/catalogue.ts';
import { RoundtripError } from '../platform/errors.ts';
import { buyerParty, sellerParty } from '../sessions/parties.ts';
import { offsetOf } from '../sessions/days.ts';
import { chooseCustomer } from '../sessions/customer.ts';
import { punchOutOf } from '../sessions/inHand.ts';
import { priceIn } from '../sessions/prices.ts';
import type { Shopper } from '../shop/assortment.ts';
import { catalogueRows, type CatalogueRow } from '../shop/catalogueRows.ts';
import { readCustomer } from '../shop/customerRecords.ts';
import { packageTwin } from '../shop/units.ts';
import { businessDay, businessTime, shopProfile, type ShopProfile } from '../shop/profile.ts';
import { Decimal } from '../formats/document/decimal.ts';
import { asEntry, holdsEntries, shopEntries } from './catalogueEntries.ts';

/** Whose catalogue, and of which day. */
export interface CatalogueSubject {
  /** The partner's address, which begins the catalogue's number. */
  readonly code: string;
  readonly agreement: Agreement;
  /** Business day of the prices, `YYYY-MM-DD`; absent: today. */
  readonly day?: string | undefined;
  readonly language: 'sv' | 'en';
}

/** How it is written. */
export interface CatalogueLayout {
  readonly agreement: Agreement;
  readonly format: CatalogueFormat;
  /** For CSV and Excel. */
  readonly template: CsvTemplate;
}

/** A catalogue that is asked for. */
export interface CatalogueAsked extends CatalogueSubject, CatalogueLayout {
  /** Told of every item that is left out. */
  readonly onLeftOut: (articleNumber: string, problem: ItemProblem) => void;
  /** Told of every item that is written. */
  readonly onItem: () => void;
}

/**
 * The partner's assortment with the prices of its customer on a day, as a stream of strings in UTF-8, read page by page while it is written.
 * An item that the format cannot hold is left out and told. The entity manager must be in a transaction of one snapshot.
 * @throws NotFound without a shop, PartnerDisabled without PunchOut in the agreement, AccessDenied without a customer
 */
export async function exportCatalogue(
  em: EntityManager,
  asked: CatalogueAsked,
  now: Date,
): Promise<AsyncGenerator<string, void, undefined>> {
  const { format, onLeftOut, onItem } = asked;
  const { header, shop, shopper, country } = await catalogueSource(em, asked, now);
  const punchOut = holdsEntries(format) ? asked.agreement.catalogue.punchOut : undefined;
  const judged = async function* () {
    for await (const row of catalogueRows(em, shopper)) yield judgeRow(row, { format, country, punchOut });
    if (punchOut)
      yield* (await shopEntries(em, punchOut, { shopName: shop.name, shopper })).map((item) => judgeItem(item, format));
  };
  const items = writable(judged(), { onLeftOut, onItem });
  return writeAs({ header, items }, asked, shop);
}

/** What a catalogue is written from. */
export interface CatalogueSource {
  readonly header: CatalogueHeader;
  readonly shop: ShopProfile;
  readonly shopper: Shopper;
  /** Of the VAT. */
  readonly country: string;
}

/** @param now moment of writing @throws as exportCatalogue */
export async function catalogueSource(em: EntityManager, asked: CatalogueSubject, now: Date): Promise<CatalogueSource> {
  const { agreement, language } = asked;
  const { assortment, currency, country } = punchOutOf(agreement);
  const shop = await shopProfile(em);
  if (!shop) throw new RoundtripError('NotFound', 'The shop is not set up yet.');
  const { id: customerId, number } = await chooseCustomer(em, agreement, { identities: [] });
  const customer = await readCustomer(em, number);
  const day = asked.day ?? businessDay(shop, now);
  const time = businessTime(shop, now);
  const header: CatalogueHeader = {
    number: `${asked.code}-${day}`,
    name: shop.name,
    issueDate: day,
    timestamp: `${businessDay(shop, now)}T${time}${offsetOf(shop.timeZone, now)}`,
    currency,
    language,
    seller: sellerParty(shop),
    buyer: buyerParty(customer!),
    ...(agreement.catalogue.response === 'expected' && { isAnswered: true as const }),
    ...(agreement.catalogue.punchOut && { hasPunchOut: true as const }),
  };
  return { header, shop, country, shopper: { customerId, day, currency, language, assortment } };
}

/** The catalogue in a format, as a stream of strings in UTF-8; of an Excel file its sheet, which documents/xlsxArchive.ts packs. */
export function writeAs(
  catalogue: Catalogue,
  { format, agreement, template }: CatalogueLayout,
  shop: ShopProfile,
): AsyncGenerator<string, void, undefined> {
  const { cxml } = punchOutOf(agreement);
  const [supplier, ...others] = shopNames(agreement, shop);
  const writers = {
    'peppol-3': () => writeCatalogue3(catalogue),
    'peppol-1a': () => writeCatalogue1A(catalogue),
    cif: () => writeCif(catalogue, supplier),
    'cxml-index': () =>
      writeIndex(catalogue, {
        version: cxml?.cartVersion ?? '1.2.014',
        suppliers: [supplier, ...others],
        classificationDomain: cxml?.classificationDomain ?? 'UNSPSC',
      }),
    csv: () => writeCsvCatalogue(catalogue, template),
    xlsx: () => writeSheet(catalogue, template.columns),
  } as const satisfies Record<CatalogueFormat, unknown>;
  return writers[format]();
}

/** The names that the agreement has for us, else an identity of the shop. */
export function shopNames(
  { punchOut }: Agreement,
  { anid, duns, name }: ShopProfile,
): [CredentialName, ...CredentialName[]] {
  const [first, ...others] = punchOut?.cxml?.to ?? [];
  if (first) return [first, ...others];
  if (anid !== undefined) return [{ domain: 'NetworkID', identity: anid }];
  if (duns !== undefined) return [{ domain: 'DUNS', identity: duns }];
  return [{ domain: 'CompanyName', identity: name }];
}

/** The items that the format can hold. */
async function* writable(
  all: AsyncIterable<JudgedItem>,
  { onLeftOut, onItem }: Pick<CatalogueAsked, 'onLeftOut' | 'onItem'>,
): AsyncGenerator<CatalogueItem> {
  for await (const judged of all) {
    if ('problem' in judged) onLeftOut(judged.number, judged.problem);
    else {
      onItem();
      yield judged.item;
    }
  }
}

/** An item of a catalogue, or why the format cannot hold it. */
export type JudgedItem = { readonly number: string } & (
  { readonly item: CatalogueItem } | { readonly problem: ItemProblem }
);

/** What judging a product takes. */
export interface Judging {
  readonly format: CatalogueFormat;
  /** Of the VAT. */
  readonly country: string;
  /** Absent: articles are articles. */
  readonly punchOut: PunchOutEntries | undefined;
}

/** A product as an item of a catalogue, or why the format cannot hold it. */
export function judgeRow(row: CatalogueRow, { format, country, punchOut }: Judging): JudgedItem {
  const prices = pricesOf(row);
  if (!prices) return { number: row.articleNumber, problem: noPrice };
  return judgeItem(asEntry(itemOf({ ...row, unit: unitIn(format, row.unit) }, prices, country), punchOut), format);
}

export function judgeItem(item: CatalogueItem, format: CatalogueFormat): JudgedItem {
  const problem = itemProblem(item, format);
  return { number: item.sellersId, ...(problem ? { problem } : { item }) };
}

const noPrice: ItemProblem = {
  rule: 'noPrice',
  field: 'price',
  found: '',
  expected: 'a price of the day in the currency of the agreement',
};

/** The steps in the shop unit; undefined without any. */
function pricesOf({ unit, units, steps }: CatalogueRow): CatalogueItem['prices'] | undefined {
  const factors = Object.fromEntries(units.map((each) => [each.unit, each.factor]));
  const prices = steps.flatMap(({ from, price }): CataloguePrice[] => {
    const found = priceIn(price, { shopUnit: unit, factors }, unit);
    return found ? [{ ...found, from }] : [];
  });
  const [first, ...others] = prices;
  return first && [first, ...others];
}

function itemOf(row: CatalogueRow, prices: CatalogueItem['prices'], country: string): CatalogueItem {
  const { articleNumber, buyersNumber, name, description, unit, leadTimeDays, classifications, labels, pictures } = row;
  const { minimumQuantity, maximumQuantity, multipleQuantity, manufacturer, manufacturerNumber, contractNumber } = row;
  const rate = row.vat.find((each) => each.country === country);
  const [gtin] = row.gtins;
  return {
    sellersId: articleNumber,
    ...(buyersNumber !== null && { buyersId: buyersNumber }),
    ...(gtin !== undefined && { standardId: { id: gtin, scheme: '0160' } }),
    name,
    ...(description !== '' && { description }),
    keywords: row.keywords,
    ...{ unit, prices, classifications, labels, pictures },
    ...(rate && { tax: { category: rate.category, percent: rate.rate } }),
    ...(leadTimeDays !== null && { leadTimeDays }),
    ...(minimumQuantity !== null && { minimumQuantity }),
    ...(maximumQuantity !== null && { maximumQuantity }),
    ...(multipleQuantity !== null && { multipleQuantity }),
    ...(manufacturer !== null && { manufacturer }),
    ...(manufacturerNumber !== null && { manufacturerNumber }),
    ...(contractNumber !== null && { contract: contractNumber }),
  };
}

/** The unit as the format writes it: packages of BIS 3 begin with an X. Orders come in either code. */
function unitIn(format: CatalogueFormat, unit: string): string {
  const twin = packageTwin(unit);
  const isTold = (format !== 'peppol-3' && format !== 'peppol-1a') || isCatalogueUnit(format, unit);
  return isTold || twin === undefined ? unit : twin;
}

/** Why a receiver would refuse the whole catalogue for this item; undefined where none would. */
function itemProblem(item: CatalogueItem, format: CatalogueFormat): ItemProblem | undefined {
  const { name, prices, unit, minimumQuantity, maximumQuantity } = item;
  if (name.trim() === '') return { rule: 'noName', field: 'name', found: name, expected: 'a name' };
  const negative = prices.find(({ amount }) => new Decimal(amount).isNegative());
  if (negative) return { rule: 'negativePrice', field: 'price', found: negative.amount, expected: 'at least 0' };
  if (minimumQuantity && maximumQuantity && new Decimal(maximumQuantity).lt(minimumQuantity)) {
    const expected = `at least ${minimumQuantity}, the least quantity`;
    return { rule: 'quantities', field: 'quantity', found: maximumQuantity, expected };
  }
  if ((format === 'peppol-3' || format === 'peppol-1a') && !isCatalogueUnit(format, unit)) {
    const expected = 'a unit of the format’s list (UN/ECE Recommendation 20)';
    return { rule: 'unknownUnit', field: 'unit', found: unit, expected };
  }
  return format === 'cif' ? cifProblem(item) : undefined;
}
