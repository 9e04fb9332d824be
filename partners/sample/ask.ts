/** What is asked of the shop about a sample, and what it knows. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderLine } from '../../formats/document/order.ts';
import { SECRET } from '../../formats/oci/call.names.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { findCustomer, type CustomerMatch, type CustomerQuestion } from '../../shop/customers.ts';
import { normaliseIdentity, type Identity } from '../../shop/identity.ts';
import { findProduct } from '../../shop/products.ts';
import type { ShopProfile } from '../../shop/profile.ts';
import type { Units } from '../../shop/units.ts';
import { agreementSchema } from '../agreement.ts';
import { customerQuestion } from '../matching.ts';
import { LOOKED_AT, type Sample } from './sample.ts';

/** Of the shop, as far as the sample asks for it. */
export interface ShopKnowledge {
  /** Undefined: it is not set up yet. */
  readonly shop: ShopProfile | undefined;
  /** Who the identities of the buyer are. */
  readonly customer: CustomerMatch;
  /** Those of the numbers in a call's parameters that are customer numbers. */
  readonly customerNumbers: readonly string[];
  /** Units of the articles that the shop has, by article number. */
  readonly articles: ReadonlyMap<string, Units>;
}

/** Parameters of a call that may be customer numbers. */
const MOST_NUMBERS = 30;
const LONGEST_NUMBER = 50;

/** Looks up what the shop knows about the sample: a handful of queries, each by a key. */
export async function askShop(
  em: EntityManager,
  sample: Sample,
  shop: ShopProfile | undefined,
): Promise<ShopKnowledge> {
  const customer = await findCustomer(em, buyerQuestion(sample));
  const numbers = possibleNumbers(sample);
  const records = [];
  for (const number of numbers) records.push(await readCustomer(em, number));
  const articles = new Map<string, Units>();
  for (const number of articleNumbers(sample)) {
    const product = await findProduct(em, number);
    if (!product) continue;
    const factors = Object.fromEntries((product.units ?? []).map(({ unit, factor }) => [unit, factor]));
    articles.set(number, { shopUnit: product.unit, factors });
  }
  const customerNumbers = records.flatMap((record) => (record ? [record.number] : []));
  return { shop, customer, customerNumbers, articles };
}

function buyerQuestion(sample: Sample): CustomerQuestion {
  if (sample.kind === 'cxmlOrder' || sample.kind === 'ublOrder') {
    return customerQuestion(agreementSchema.parse({}), sample.order.header);
  }
  const addresses = sample.kind === 'setupRequest' ? (sample.request.shipTo?.addressId ?? '') : '';
  return {
    identities: buyerIdentities(sample),
    allowedCustomers: [],
    ...(addresses !== '' && { deliveryAddresses: [addresses] }),
  };
}

/** Identities by which a setup request or a call names the buyer. */
function buyerIdentities(sample: Sample): Identity[] {
  if (sample.kind === 'setupRequest') {
    const from = sample.document.header?.from ?? [];
    return from.map(({ domain, identity }) => normaliseIdentity({ scheme: domain, id: identity }));
  }
  if (sample.kind !== 'peppolLogin') return [];
  const buyer = sample.parameters.find(({ name }) => name.toLowerCase() === 'buyer_id')?.value ?? '';
  const [scheme, id] = /^([\w:]+?):(.+)$/.exec(buyer)?.slice(1) ?? ['', buyer];
  return id ? [normaliseIdentity({ scheme: scheme ?? '', id })] : [];
}

function possibleNumbers(sample: Sample): string[] {
  if (sample.kind !== 'ociCall' && sample.kind !== 'peppolLogin') return [];
  const values = sample.parameters.filter(({ name }) => !SECRET.test(name)).map(({ value }) => value.trim());
  return [...new Set(values.filter((value) => value !== '' && value.length <= LONGEST_NUMBER))].slice(0, MOST_NUMBERS);
}

/** Of the first lines, each once. */
function articleNumbers(sample: Sample): string[] {
  const lines: readonly OrderLine[] =
    sample.kind === 'cxmlOrder' || sample.kind === 'ublOrder' ? sample.order.lines : [];
  const numbers = lines.slice(0, LOOKED_AT).flatMap(({ item }) => item.sellersId ?? []);
  return [...new Set(numbers)];
}
