import { z } from 'zod';
import { cxmlVersions } from '../formats/cxml/versions.ts';
import type { FormatId } from '../formats/document/order.ts';

/** Outgoing HTTP address of the partner; its secret is a sealed credential of the partner named by `credential`. */
export const httpDelivery = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  authentication: z.enum(['none', 'basic', 'bearer']).default('none'),
  user: z.string().max(200).optional(),
  credential: z.string().max(100).optional(),
  /** Name of the client certificate that its TLS server demands. */
  certificate: z.string().max(100).optional(),
  timeoutSeconds: z.number().int().min(1).max(300).default(30),
  /** The bound of all attempts together. */
  giveUpAfterHours: z
    .number()
    .positive()
    .max(24 * 30)
    .default(72),
});
export type HttpDelivery = z.output<typeof httpDelivery>;

/** An address for one type of document. Of cXML also its DTD version, and the credential that Sender shows; absent: those of `cxml`. */
const typeAddress = httpDelivery.extend({
  dtdVersion: z.enum(cxmlVersions).optional(),
  senderCredential: z.string().max(100).optional(),
});
export type TypeAddress = z.output<typeof typeAddress>;

/** Where documents go that go elsewhere than to `orderResponses`. */
export const messageAddresses = z.strictObject({
  /** Where a cXML partner answers a ProfileRequest: the addresses that it names there go before those of the agreement. */
  profile: z.url({ protocol: /^https?$/ }).optional(),
  /** Despatch advices and ship notices. */
  delivery: typeAddress.optional(),
  /** Status updates. */
  status: typeAddress.optional(),
  /** Message level responses. */
  mlr: typeAddress.optional(),
  /** Catalogues, which go nowhere else. */
  catalogue: typeAddress.optional(),
});

interface Addresses {
  readonly orderResponses?: HttpDelivery | undefined;
  readonly addresses: z.output<typeof messageAddresses>;
}

const addressOf: Readonly<Partial<Record<FormatId, 'delivery' | 'status' | 'mlr' | 'catalogue'>>> = {
  'peppol-30a-despatch-advice': 'delivery',
  'peppol-3-despatch-advice': 'delivery',
  'cxml-ship-notice-request': 'delivery',
  'cxml-status-update-request': 'status',
  'peppol-36a-mlr': 'mlr',
  'peppol-3-mlr': 'mlr',
  'peppol-3-catalogue': 'catalogue',
  'peppol-1a-catalogue': 'catalogue',
  'catalogue-cxml-index': 'catalogue',
  'catalogue-cif': 'catalogue',
  'catalogue-csv': 'catalogue',
  'catalogue-xlsx': 'catalogue',
};

/** Where documents of a format go; undefined: nowhere, they are kept. */
export function messageAddress({ orderResponses, addresses }: Addresses, format: FormatId): TypeAddress | undefined {
  const type = addressOf[format];
  if (type === 'catalogue') return addresses.catalogue;
  return (type && addresses[type]) ?? orderResponses;
}
