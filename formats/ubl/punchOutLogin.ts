/** The browser's way in and out of Peppol Punch Out (Peppol Punch Out Login & Transmission Specification 1.00). */
import type { BrowserForm } from '../document/browserForm.ts';
import type { CallNames } from '../document/callNames.ts';
import type { CartFormat } from './cart.codes.ts';
import { profiles } from './profiles.ts';

/** Names of the login form's fields. */
export interface LoginNames extends CallNames {
  readonly buyer: string;
}

/** A login form as posted. Nothing is judged here. */
export interface PunchOutLogin {
  /** Secret: for comparison only. */
  readonly credentials: { readonly user: string; readonly password: string };
  /** The buyer in its role as customer: `buyer_id`, or the agreed parameter. */
  readonly customer?: string;
  /** return_object_spec_id, trimmed: the specification's own example has a line break before it. */
  readonly specificationId: string;
  /** The cart that it asks for; undefined where the id is of none that is written here. */
  readonly document: CartFormat | undefined;
  /** post_url exactly as received. */
  readonly postUrl?: string;
  readonly user: { readonly id?: string; readonly name?: string; readonly mail?: string };
  readonly deliveryPlace?: string;
  readonly language?: string;
  readonly entry?: { readonly kind: 'product' | 'category' | 'search'; readonly value: string };
}

const SPECIFICATION = 'return_object_spec_id';
const cartFormats = ['peppol-18a-cart', 'peppol-3-cart'] as const satisfies readonly CartFormat[];

/** Is it a login of this specification? No other protocol has the field. */
export function isPunchOutLogin(parameters: readonly (readonly [name: string, value: string])[]): boolean {
  return parameters.some(([name]) => name.toLowerCase() === SPECIFICATION);
}

/** Reads a login form (section 3.1 of the digest). Of a name that is repeated the first counts. */
export function parsePunchOutLogin(
  parameters: readonly (readonly [name: string, value: string])[],
  names: LoginNames,
): PunchOutLogin {
  const values = new Map(parameters.toReversed().map(([name, value]) => [name.toLowerCase(), value]));
  const get = (name: string | undefined): string => (name === undefined ? '' : (values.get(name.toLowerCase()) ?? ''));
  const specificationId = get(SPECIFICATION).trim();
  const kind = (['product', 'category', 'search'] as const).find((each) => get(names[each]).trim() !== '');
  return {
    credentials: { user: get(names.user), password: get(names.password) },
    specificationId,
    document: cartFormats.find((format) => profiles[format].customizations.some((known) => known === specificationId)),
    ...given({
      customer: get(names.customer) || get(names.buyer),
      postUrl: get('post_url'),
      deliveryPlace: get(names.deliveryPlace),
      language: get(names.language),
    }),
    user: given({ id: get(names.userId), name: get(names.userName), mail: get(names.userMail) }),
    ...(kind && { entry: { kind, value: get(names[kind]).trim() } }),
  };
}

function given<T extends Record<string, string>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
}

/** The form that takes a cart back (section 3.2): `cart` is base64 of the document's bytes, which are UTF-8. */
export function punchOutReturnForm(
  cart: string,
  { action, target, document }: { readonly action: string; readonly target: string; readonly document: CartFormat },
): BrowserForm {
  return {
    action,
    target,
    method: 'post',
    charset: 'utf-8',
    fields: [
      [SPECIFICATION, profiles[document].customizations[0]],
      ['return_object_mime', 'application/xml'],
      ['return_object_encoding', 'UTF-8'],
      ['return_object_base64', cart],
    ],
  };
}
