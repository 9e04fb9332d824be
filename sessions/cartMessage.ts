import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Cart, CartClassification, CartHeader, CartLine } from '../formats/document/cart.ts';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { Address } from '../formats/document/order.ts';
import { readCustomer } from '../shop/customerRecords.ts';
import { GLN_SCHEME } from '../shop/identity.ts';
import { localText } from '../shop/localText.ts';
import type { LocalText } from '../shop/product.entity.ts';
import { businessTime, type ShopProfile } from '../shop/profile.ts';
import { auxiliaryId } from './auxiliaryId.ts';
import { shopOf, type CartView, type CartViewLine } from './cartView.ts';
import { afterWorkingDays, offsetOf } from './days.ts';
import type { SessionInHand } from './inHand.ts';
import { buyerParty, sellerParty } from './parties.ts';
import { lineAmount } from './prices.ts';
import { productKey } from './productKey.ts';
import type { MessageKind } from './session.entity.ts';

/** Segments of UNSPSC whose commodities are services: 70 (farming services) to 94 (organisations). */
const SERVICES = /^(7\d|8\d|9[0-4])/;

/**
 * The cart as every protocol is written from: lines that can go back at all, with the prices of the day.
 * @param view of the same moment
 * @param purpose `empty`: no lines. `cancel`: no lines, or the original ones of an edit session.
 */
export async function neutralCart(
  em: EntityManager,
  session: SessionInHand,
  view: CartView,
  purpose: MessageKind,
  now: Date,
): Promise<Cart> {
  const shop = await shopOf(em);
  const lines = await linesOf(em, session, { view, purpose, shop });
  return { header: await headerOf(em, session, { view, lines, shop, now }), lines };
}

async function linesOf(
  em: EntityManager,
  session: SessionInHand,
  { view, purpose, shop }: { readonly view: CartView; readonly purpose: MessageKind; readonly shop: ShopProfile },
): Promise<readonly CartLine[]> {
  if (purpose === 'empty') return [];
  if (purpose === 'cancel') return session.row.originalCart?.lines ?? [];
  const sendable = view.lines.filter(isSendable);
  const details = await readDetails(em, session, sendable);
  return sendable.map((line, index) =>
    cartLine(line, { position: index + 1, session, detail: details.get(line.productId)!, view, shop }),
  );
}

type SendableLine = CartViewLine & Required<Pick<CartViewLine, 'price'>>;

/** A line without price, of a withdrawn product or in a unit that is gone cannot be told to anybody. */
function isSendable(line: CartViewLine): line is SendableLine {
  return line.price !== undefined && line.problems.every(({ code }) => code !== 'withdrawn' && code !== 'unitGone');
}

interface DetailRow {
  id: string;
  description: LocalText;
  classifications: CartClassification[];
  labels: string[];
  manufacturer: string | null;
  manufacturerNumber: string | null;
  pictures: string[];
  contractNumber: string | null;
  materialGroup: string | null;
  gtin: string | null;
  buyersId: string | null;
}

async function readDetails(
  em: EntityManager,
  { row }: SessionInHand,
  lines: readonly CartViewLine[],
): Promise<ReadonlyMap<string, DetailRow>> {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  const { rows } = await sql<DetailRow>`
    select id, description, classifications, labels, manufacturer, manufacturer_number as "manufacturerNumber", pictures,
      contract_number as "contractNumber", material_group as "materialGroup",
      (select min(value) from product_identifier where product_id = product.id and kind = 'gtin') as gtin,
      (select min(value) from buyers_number where product_id = product.id and customer_id = ${row.customer}) as "buyersId"
    from product where id = any(${ids}::uuid[])`.execute(em.getKysely());
  return new Map(rows.map((detail) => [detail.id, detail]));
}

interface LineContext {
  readonly position: number;
  readonly session: SessionInHand;
  readonly detail: DetailRow;
  readonly view: CartView;
  readonly shop: ShopProfile;
}

function cartLine(line: SendableLine, { position, session, detail, view, shop }: LineContext): CartLine {
  const { row } = session;
  const { number, articleNumber, quantity, unit, price, tax, note, reference, leadTimeDays } = line;
  const { manufacturer, manufacturerNumber, contractNumber, materialGroup, gtin, buyersId, classifications } = detail;
  const description = localText(detail.description, row.language);
  const availableFrom = availability(line, view, shop);
  return {
    position,
    id: String(number),
    sellersId: articleNumber,
    productKey: productKey({ productId: line.productId, unit }),
    auxiliaryId: auxiliaryId({ sessionId: row.id, cartCode: row.cartCode, line: number, articleNumber }),
    ...(buyersId !== null && { buyersId }),
    ...(gtin !== null && { standardId: { id: gtin, scheme: '0160' } }),
    name: line.name,
    ...(description !== '' && { description }),
    ...{ quantity, unit, price },
    ...(tax && { tax }),
    ...(leadTimeDays !== undefined && { leadTimeDays }),
    ...(availableFrom !== undefined && { availableFrom }),
    classifications,
    ...(manufacturer !== null && { manufacturer }),
    ...(manufacturerNumber !== null && { manufacturerNumber }),
    ...(contractNumber !== null && { contract: contractNumber }),
    ...(materialGroup !== null && { materialGroup }),
    service: classifications.some(({ scheme, code }) => scheme === 'UNSPSC' && SERVICES.test(code)),
    labels: detail.labels,
    pictures: detail.pictures,
    ...(note !== undefined && { note }),
    ...(reference !== undefined && { reference }),
  };
}

/** The day of the cart where the stock holds the quantity; else after the lead time, in working days. */
function availability(
  { inStock, leadTimeDays }: CartViewLine,
  { day }: CartView,
  { workingDays }: ShopProfile,
): string | undefined {
  if (inStock === true) return day;
  return leadTimeDays === undefined ? undefined : afterWorkingDays(day, leadTimeDays, workingDays);
}

interface HeaderContext {
  readonly view: CartView;
  readonly lines: readonly CartLine[];
  readonly shop: ShopProfile;
  readonly now: Date;
}

async function headerOf(em: EntityManager, session: SessionInHand, context: HeaderContext): Promise<CartHeader> {
  const { row, settings, customer } = session;
  const { view, lines, shop, now } = context;
  const [buyer, place] = [await readCustomer(em, customer.number), await deliveryPlace(em, session)];
  const issueTime = businessTime(shop, now);
  return {
    number: `${row.cartCode}-${row.returns + 1}`,
    issueDate: view.day,
    issueTime,
    timestamp: `${view.day}T${issueTime}${offsetOf(shop.timeZone, now)}`,
    ...(view.validUntil !== undefined && { validUntil: view.validUntil }),
    currency: view.currency,
    language: row.language,
    ...(settings.completeCart && { complete: true }),
    seller: sellerParty(shop),
    buyer: buyerParty(buyer!),
    customerNumber: customer.number,
    ...(row.userKey && { buyerReference: row.userKey }),
    ...(place && { deliveryPlace: place }),
    total: totalOf(lines),
  };
}

function totalOf(lines: readonly CartLine[]): string {
  return plain(lines.reduce((total, { price, quantity }) => total.plus(lineAmount(price, quantity)), new Decimal(0)));
}

interface PlaceRow {
  addressId: string | null;
  gln: string | null;
  name: string | null;
  address: Address;
}

async function deliveryPlace(
  em: EntityManager,
  { row }: SessionInHand,
): Promise<CartHeader['deliveryPlace'] | undefined> {
  if (row.deliveryAddress === null) return undefined;
  const { rows } = await sql<PlaceRow>`
    select address_id as "addressId", gln, name, json_strip_nulls(json_build_object('streetName', street_name,
      'additionalStreetName', additional_street_name, 'cityName', city_name, 'postalZone', postal_zone,
      'countrySubentity', country_subentity, 'country', country)) as address
    from customer_address where id = ${row.deliveryAddress}`.execute(em.getKysely());
  const [place] = rows;
  if (!place) return undefined;
  const { gln, addressId, name, address } = place;
  const id = gln === null ? addressId !== null && { id: addressId } : { id: gln, scheme: GLN_SCHEME };
  return { ...(name !== null && { name }), address: { ...(id && { id }), ...address } };
}
