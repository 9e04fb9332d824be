/** What an outgoing rule can name: the closed list of paths into a cart and its session. */
import type { Cart, CartHeader, CartLine } from '../../formats/document/cart.ts';
import type { Party } from '../../formats/document/order.ts';

/** Who shops and what the call-up said. */
export interface MappingSession {
  /** Parameters, fields or extrinsics of the call by name, without credentials; compared without regard to case. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly user?: { readonly id?: string; readonly name?: string; readonly mail?: string };
}

export interface MappingContext {
  readonly cart: Cart;
  readonly session: MappingSession;
}

/** What kind of value stands at a path; `any` is not known before. */
export type ValueKind = 'text' | 'number' | 'date' | 'any';

/** A place in a cart, its header or a line, or in the session. */
export interface Place<From> {
  /** What stands there, for an administrator. */
  readonly text: string;
  readonly kind: ValueKind;
  /** About a person: mapped only where the agreement allows personal data. */
  readonly personal?: true;
  readonly read: (from: From) => string | undefined;
}

type Places<From> = Readonly<Record<string, Place<From>>>;

const place = <From>(text: string, read: Place<From>['read'], kind: ValueKind = 'text'): Place<From> => ({
  text,
  kind,
  read,
});
const person = <From>(text: string, read: Place<From>['read']): Place<From> => ({
  ...place(text, read),
  personal: true,
});

function party(of: (header: CartHeader) => Party, who: string): Places<MappingContext> {
  const at = (text: string, read: (party: Party) => string | undefined) =>
    place<MappingContext>(`${text} of the ${who}`, ({ cart }) => read(of(cart.header)));
  const personAt = (text: string, read: (party: Party) => string | undefined): Place<MappingContext> => ({
    ...at(text, read),
    personal: true,
  });
  return {
    [`header.${who}.name`]: at('Name', ({ name, legalName }) => name ?? legalName),
    [`header.${who}.endpoint`]: at('Electronic address', ({ endpoint }) => endpoint?.id),
    [`header.${who}.identification`]: at('First identification', ({ identifications }) => identifications[0]?.id),
    [`header.${who}.legal`]: at('Organisation number', ({ legal }) => legal?.id),
    [`header.${who}.vat`]: at('VAT number', ({ vat }) => vat?.id),
    [`header.${who}.contact.name`]: personAt('Contact person', ({ contact }) => contact?.name),
    [`header.${who}.contact.telephone`]: personAt('Telephone', ({ contact }) => contact?.telephone),
    [`header.${who}.contact.electronicMail`]: personAt('E-mail', ({ contact }) => contact?.electronicMail),
  };
}

const head = (text: string, read: (header: CartHeader) => string | undefined, kind?: ValueKind) =>
  place<MappingContext>(text, ({ cart }) => read(cart.header), kind);

/** Places that header and lines can use. */
export const headerPlaces: Places<MappingContext> = {
  'header.number': head('Number of the cart', ({ number }) => number),
  'header.issueDate': head('Day of return', ({ issueDate }) => issueDate, 'date'),
  'header.issueTime': head('Time of return, HH:MM:SS', ({ issueTime }) => issueTime),
  'header.timestamp': head('Moment of return with offset', ({ timestamp }) => timestamp, 'date'),
  'header.validUntil': head('Last day of the price promise', ({ validUntil }) => validUntil, 'date'),
  'header.currency': head('ISO 4217', ({ currency }) => currency),
  'header.language': head('BCP 47', ({ language }) => language),
  'header.contract': head('Contract of the whole cart', ({ contract }) => contract),
  'header.total': head('Net sum of the lines', ({ total }) => total, 'number'),
  'header.buyerReference': head("The buyer's reference", ({ buyerReference }) => buyerReference),
  ...party(({ seller }) => seller, 'seller'),
  ...party(({ buyer }) => buyer, 'buyer'),
  'header.deliveryPlace.name': head('Name of the delivery place', ({ deliveryPlace }) => deliveryPlace?.name),
  'header.deliveryPlace.id': head('Its number', ({ deliveryPlace }) => deliveryPlace?.address.id?.id),
  'header.deliveryPlace.streetName': head('Its street', ({ deliveryPlace }) => deliveryPlace?.address.streetName),
  'header.deliveryPlace.postalZone': head('Its postal code', ({ deliveryPlace }) => deliveryPlace?.address.postalZone),
  'header.deliveryPlace.cityName': head('Its city', ({ deliveryPlace }) => deliveryPlace?.address.cityName),
  'header.deliveryPlace.country': head('Its country', ({ deliveryPlace }) => deliveryPlace?.address.country),
  'customer.number': head("The shop's customer number", ({ customerNumber }) => customerNumber),
  'customer.name': head("The customer's name", ({ buyer }) => buyer.name ?? buyer.legalName),
  'session.user.id': person('Who shops, as the call said', ({ session }) => session.user?.id),
  'session.user.name': person('Name of who shops', ({ session }) => session.user?.name),
  'session.user.mail': person('E-mail of who shops', ({ session }) => session.user?.mail),
};

/** Places of a line. */
export const linePlaces: Places<CartLine> = {
  'line.position': place('1, 2, 3 ...', ({ position }) => String(position), 'number'),
  'line.id': place('Key of the line in the session', ({ id }) => id),
  'line.sellersId': place("The shop's article number", ({ sellersId }) => sellersId),
  'line.productKey': place("The shop's key of the product", ({ productKey }) => productKey),
  'line.auxiliaryId': place('Key of line and cart', ({ auxiliaryId }) => auxiliaryId),
  'line.buyersId': place("The buyer's article number", ({ buyersId }) => buyersId),
  'line.standardId': place('GTIN', ({ standardId }) => standardId?.id),
  'line.name': place('Name of the article', ({ name }) => name),
  'line.description': place('Its description', ({ description }) => description),
  'line.quantity': place('Quantity', ({ quantity }) => quantity, 'number'),
  'line.unit': place('Its unit, UN/ECE Recommendation 20', ({ unit }) => unit),
  'line.price.amount': place('Net price per base quantity', ({ price }) => price.amount, 'number'),
  'line.price.baseQuantity': place('Base quantity of the price', ({ price }) => price.baseQuantity, 'number'),
  'line.tax.category': place('VAT category, UNCL5305', ({ tax }) => tax?.category),
  'line.tax.percent': place('VAT rate in percent', ({ tax }) => tax?.percent, 'number'),
  'line.leadTimeDays': place('Days to shipment', ({ leadTimeDays }) => leadTimeDays?.toString(), 'number'),
  'line.availableFrom': place('Day of shipment', ({ availableFrom }) => availableFrom, 'date'),
  'line.manufacturer': place('Manufacturer', ({ manufacturer }) => manufacturer),
  'line.manufacturerNumber': place("The manufacturer's number", ({ manufacturerNumber }) => manufacturerNumber),
  'line.contract': place('Contract of the line', ({ contract }) => contract),
  'line.materialGroup': place('Material group', ({ materialGroup }) => materialGroup),
  'line.service': place('`true` for a service, else `false`', ({ service }) => String(service)),
  'line.labels': place('Labels, with commas between', ({ labels }) => labels.join(', ')),
  'line.picture': place('Address of the main picture', ({ pictures }) => pictures[0]),
  'line.url': place("Address of the product's page", ({ url }) => url),
  'line.note': place('What the buyer wrote at the line', ({ note }) => note),
  'line.reference': place("The buyer's reference of the line", ({ reference }) => reference),
  'line.partOf': place('Position of the line that it is a part of', ({ partOf }) => partOf?.toString(), 'number'),
};

/** Before the name of a parameter of the call: `session.parameters.ACCOUNT_CODE`. */
export const PARAMETER = 'session.parameters.';
/** Before the name of a classification scheme: `line.classifications.UNSPSC`. */
export const CLASSIFICATION = 'line.classifications.';

/** Reads paths of a context, and of one of its lines. Parameters are found without regard to case. */
export class ContextReader {
  readonly #context: MappingContext;
  readonly #parameters: ReadonlyMap<string, string>;

  constructor(context: MappingContext) {
    this.#context = context;
    this.#parameters = byLowerCase(context.session.parameters);
  }

  /** The value at a path; undefined where nothing stands there. */
  read(path: string, line?: CartLine): string | undefined {
    if (path.startsWith(PARAMETER)) return this.#parameters.get(path.slice(PARAMETER.length).toLowerCase());
    if (line !== undefined && path.startsWith(CLASSIFICATION)) {
      const scheme = path.slice(CLASSIFICATION.length).toUpperCase();
      return line.classifications.find((one) => one.scheme.toUpperCase() === scheme)?.code;
    }
    if (line !== undefined && Object.hasOwn(linePlaces, path)) return linePlaces[path]?.read(line);
    return Object.hasOwn(headerPlaces, path) ? headerPlaces[path]?.read(this.#context) : undefined;
  }
}

/** Values by name without regard to case; of two names that differ only in case the first counts. */
export function byLowerCase(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}
