import type { FormatId, OrderHeader, UblFormatId } from '../document/order.ts';
import {
  APPLICATION_RESPONSE,
  CATALOGUE,
  DESPATCH_ADVICE,
  ORDER,
  ORDER_CANCELLATION,
  ORDER_CHANGE,
  ORDER_RESPONSE,
} from './namespaces.ts';

/** What identifies a UBL document type: CustomizationID and ProfileID as Peppol BIS writes them. */
export interface Profile {
  readonly format: UblFormatId;
  /** The root element decides first: CustomizationID is not tested by the official rules and may be wrong. */
  readonly root: { readonly ns: string; readonly name: string };
  /** Local name (in cac) of its lines: children of the root that are read one by one. Empty where it has none. */
  readonly line: string;
  /** The first is what we write; a document may add a national tail (`...:extended:<own id>`). */
  readonly customizations: readonly [string, ...string[]];
  readonly profile: string;
  /** Other processes that have the document type too. */
  readonly otherProfiles?: readonly string[];
}

const T01 = 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:';
const T76 = 'urn:www.cenbii.eu:transaction:biitrns076:ver2.0:extended:urn:www.peppol.eu:bis:';
const T19 = 'urn:www.cenbii.eu:transaction:biitrns019:ver2.0:extended:urn:www.peppol.eu:bis:peppol1a:ver';
const T58 = 'urn:www.cenbii.eu:transaction:biitrns058:ver2.0:extended:urn:www.peppol.eu:bis:peppol1a:ver';
/** How identifiers of Peppol BIS 3 begin. */
const BIS3 = 'urn:fdc:peppol.eu:poacc:';
const order = { root: { ns: ORDER, name: 'Order' }, line: 'OrderLine' } as const;
const orderResponse = { root: { ns: ORDER_RESPONSE, name: 'OrderResponse' }, line: 'OrderLine' } as const;
const catalogue = { root: { ns: CATALOGUE, name: 'Catalogue' }, line: 'CatalogueLine' } as const;
const despatchAdvice = { root: { ns: DESPATCH_ADVICE, name: 'DespatchAdvice' }, line: 'DespatchLine' } as const;
const applicationResponse = {
  root: { ns: APPLICATION_RESPONSE, name: 'ApplicationResponse' },
  line: 'DocumentResponse',
} as const;

/** Every UBL document type that is known, one entry each. Source: the BIS documents, and the eDEC list for the spelling with zero. */
export const profiles = {
  'peppol-28a-order': {
    format: 'peppol-28a-order',
    ...order,
    customizations: [`${T01}peppol28a:ver1.0`],
    profile: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
  },
  'peppol-3a-order': {
    format: 'peppol-3a-order',
    ...order,
    customizations: [`${T01}peppol3a:ver2.0`, `${T01}peppol03a:ver2.0`],
    profile: 'urn:www.cenbii.eu:profile:bii03:ver2.0',
  },
  'peppol-28a-order-response': {
    format: 'peppol-28a-order-response',
    ...orderResponse,
    customizations: [`${T76}peppol28a:ver1.0`],
    profile: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
  },
  'peppol-3-order': {
    format: 'peppol-3-order',
    ...order,
    customizations: [`${BIS3}trns:order:3`],
    profile: `${BIS3}bis:ordering:3`,
    otherProfiles: [`${BIS3}bis:order_only:3`, `${BIS3}bis:advanced_ordering:3`],
  },
  'peppol-3-order-response': {
    format: 'peppol-3-order-response',
    ...orderResponse,
    customizations: [`${BIS3}trns:order_response:3`],
    profile: `${BIS3}bis:ordering:3`,
  },
  'peppol-3-order-change': {
    format: 'peppol-3-order-change',
    root: { ns: ORDER_CHANGE, name: 'OrderChange' },
    line: 'OrderLine',
    customizations: [`${BIS3}trns:order_change:3`],
    profile: `${BIS3}bis:advanced_ordering:3`,
  },
  'peppol-3-order-cancellation': {
    format: 'peppol-3-order-cancellation',
    root: { ns: ORDER_CANCELLATION, name: 'OrderCancellation' },
    line: '',
    customizations: [`${BIS3}trns:order_cancellation:3`],
    profile: `${BIS3}bis:advanced_ordering:3`,
  },
  'peppol-3-order-response-advanced': {
    format: 'peppol-3-order-response-advanced',
    ...orderResponse,
    customizations: [`${BIS3}trns:order_response_advanced:3`],
    profile: `${BIS3}bis:advanced_ordering:3`,
  },
  'peppol-3-order-agreement': {
    format: 'peppol-3-order-agreement',
    ...orderResponse,
    customizations: [`${BIS3}trns:order_agreement:3`],
    profile: `${BIS3}bis:order_agreement:3`,
  },
  'peppol-3-despatch-advice': {
    format: 'peppol-3-despatch-advice',
    ...despatchAdvice,
    customizations: [`${BIS3}trns:despatch_advice:3`],
    profile: `${BIS3}bis:despatch_advice:3`,
  },
  'peppol-3-mlr': {
    format: 'peppol-3-mlr',
    ...applicationResponse,
    customizations: [`${BIS3}trns:mlr:3`],
    profile: `${BIS3}bis:mlr:3`,
  },
  'peppol-3-catalogue': {
    format: 'peppol-3-catalogue',
    ...catalogue,
    customizations: [`${BIS3}trns:catalogue:3`],
    profile: `${BIS3}bis:catalogue_only:3`,
    otherProfiles: [`${BIS3}bis:catalogue_wo_response:3`],
  },
  'peppol-3-catalogue-response': {
    format: 'peppol-3-catalogue-response',
    ...applicationResponse,
    customizations: [`${BIS3}trns:catalogue_response:3`],
    profile: `${BIS3}bis:catalogue_only:3`,
  },
  // Samples have ver2.0, the BIS ver4.0, which is what we write.
  'peppol-1a-catalogue': {
    format: 'peppol-1a-catalogue',
    ...catalogue,
    customizations: [4, 1, 2, 3].map((version) => `${T19}${version}.0`) as [string, ...string[]],
    profile: 'urn:www.cenbii.eu:profile:bii01:ver2.0',
  },
  'peppol-1a-catalogue-response': {
    format: 'peppol-1a-catalogue-response',
    ...applicationResponse,
    customizations: [4, 1, 2, 3].map((version) => `${T58}${version}.0`) as [string, ...string[]],
    profile: 'urn:www.cenbii.eu:profile:bii01:ver2.0',
  },
  'peppol-30a-despatch-advice': {
    format: 'peppol-30a-despatch-advice',
    ...despatchAdvice,
    customizations: ['urn:www.cenbii.eu:transaction:biitrns016:ver1.0:extended:urn:www.peppol.eu:bis:peppol30a:ver1.0'],
    profile: 'urn:www.cenbii.eu:profile:bii30:ver2.0',
  },
  'peppol-36a-mlr': {
    format: 'peppol-36a-mlr',
    ...applicationResponse,
    customizations: ['urn:www.cenbii.eu:transaction:biitrns071:ver2.0:extended:urn:www.peppol.eu:bis:peppol36a:ver1.0'],
    profile: 'urn:www.cenbii.eu:profile:bii36:ver2.0',
  },
  // Between service providers; an access point may pass it on (digest of the envelope, section 6).
  'peppol-mls': {
    format: 'peppol-mls',
    ...applicationResponse,
    customizations: ['urn:peppol:edec:mls:1.0'],
    profile: 'urn:peppol:edec:mls',
  },
  'sveorder-2-order': {
    format: 'sveorder-2-order',
    ...order,
    // Core and full data model of CEN BII, phase 1; senders add tails.
    customizations: [
      'urn:www.cenbii.eu:transaction:biicoretrdm001:ver1.0',
      'urn:www.cenbii.eu:transaction:biifulltrdm001:ver1.0',
    ],
    profile: 'urn:www.cenbii.eu:profile:bii03:ver1.0',
    // What SFTI's first version and the oldest Swedish sample have.
    otherProfiles: ['urn:www.nesubl.eu:profiles:profile3:ver1.0', 'urn:www.nesubl.eu:profiles:profile3:ver2.0'],
  },
  'peppol-18a-cart': {
    format: 'peppol-18a-cart',
    ...catalogue,
    // No `urn:` before `www.peppol.eu`, unlike the others.
    customizations: ['urn:www.cenbii.eu:transaction:biitrns077:ver2.0:extended:www.peppol.eu:bis:peppol18a:ver1.0'],
    profile: 'urn:www.cenbii.eu:profile:bii18:ver1.0',
  },
  'peppol-3-cart': {
    format: 'peppol-3-cart',
    ...catalogue,
    customizations: ['urn:fdc:peppol.eu:poacc:trns:punch_out:3'],
    profile: 'urn:fdc:peppol.eu:poacc:bis:punch_out:3',
  },
} as const satisfies Record<UblFormatId, Profile>;

const ORDER_3 = ['peppol-3-order', 'peppol-3-order-change', 'peppol-3-order-cancellation'] as const;

export type OrderResponse3Format = Extract<UblFormatId, 'peppol-3-order-response' | 'peppol-3-order-response-advanced'>;

/**
 * The format of the order response that an order's process has, or undefined: 3A, Order 3 in the process order_only, and SveOrder 2.0 have
 * none. The process decides where a format may be used in several (digest of Order 3, section 1).
 */
export function responseFormat(
  order: Pick<OrderHeader, 'format' | 'profileId'>,
): 'peppol-28a-order-response' | OrderResponse3Format | undefined {
  if (order.format === 'peppol-28a-order') return 'peppol-28a-order-response';
  // A change, too, is answered by a response to its order.
  const isOfOrder3 = (ORDER_3 as readonly FormatId[]).includes(order.format);
  if (!isOfOrder3) return undefined;
  const formats = ['peppol-3-order-response', 'peppol-3-order-response-advanced'] as const;
  return formats.find((format) => profiles[format].profile === order.profileId);
}

const all: readonly Profile[] = Object.values(profiles);

export interface DocumentType {
  readonly root: { readonly ns: string; readonly name: string };
  readonly customizationId?: string | undefined;
  readonly profileId?: string | undefined;
}

/**
 * The format of a document, or undefined. Root element first, then CustomizationID (with or without a tail); where that is missing
 * altogether (a fatal finding of its own), ProfileID, in any letter case. A SveOrder may have another CustomizationID: its ProfileID is
 * enough, since SFTI published no example of either.
 */
export function identifyFormat({ root, customizationId, profileId }: DocumentType): UblFormatId | undefined {
  const candidates = all.filter(({ root: { ns, name } }) => ns === root.ns && name === root.name);
  const customization = customizationId?.trim();
  const found = customization
    ? candidates.find(({ customizations }) => customizations.some((known) => extendsId(customization, known)))
    : candidates.find((each) => isOf(each, profileId));
  return found?.format ?? (isSveOrder(candidates, profileId) ? 'sveorder-2-order' : undefined);
}

function isOf({ profile, otherProfiles = [] }: Profile, profileId: string | undefined): boolean {
  return [profile, ...otherProfiles].includes(profileId?.trim().toLowerCase() ?? '');
}

function isSveOrder(candidates: readonly Profile[], profileId: string | undefined): boolean {
  return candidates.some((each) => each.format === 'sveorder-2-order' && isOf(each, profileId));
}

/** True when some format has this root element. */
export function isKnownRoot(root: { readonly ns: string; readonly name: string }): boolean {
  return all.some((profile) => profile.root.ns === root.ns && profile.root.name === root.name);
}

/** Local name of the lines of a document with this root; of one that is not known, `OrderLine`, which most order documents of UBL have. */
export function lineName(root: { readonly ns: string; readonly name: string }): string {
  return all.find((profile) => profile.root.ns === root.ns && profile.root.name === root.name)?.line ?? 'OrderLine';
}

function extendsId(id: string, known: string): boolean {
  return id === known || id.startsWith(`${known}:`) || id.startsWith(`${known}#`);
}
