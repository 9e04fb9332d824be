import { z } from 'zod';
import { cxmlVersions } from '../formats/cxml/versions.ts';
import type { FormatId } from '../formats/document/order.ts';
import { folderName, placeName, requireLogin, sftpLogin } from './pickups.ts';

/**
 * How documents leave. `http`: posted to `url`. `peppol`: posted in their envelope to the access point at `url`, or else to that of the
 * installation (ACCESS_POINT_URL), which finds the receiver by the envelope. `mail`: sent to `mailTo` as an attachment.
 * `folder`, `sftp`: put into `folder` as a file, below the folder for partners of this installation or on a server.
 */
export const deliveryKinds = ['http', 'peppol', 'mail', 'folder', 'sftp'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

const delivery = z.strictObject({
  kind: z.enum(deliveryKinds).default('http'),
  url: z.url({ protocol: /^https?$/ }).optional(),
  mailTo: z.email().max(254).optional(),
  authentication: z.enum(['none', 'basic', 'bearer']).default('none'),
  ...sftpLogin,
  /** Where files are put. */
  folder: folderName.optional(),
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

/** Settings of an address that only some kinds have. */
const settingsOfKinds: Readonly<Record<string, readonly DeliveryKind[]>> = {
  url: ['http', 'peppol'],
  mailTo: ['mail'],
  authentication: ['http', 'peppol'],
  user: ['http', 'peppol', 'sftp'],
  credential: ['http', 'peppol', 'sftp'],
  folder: ['folder', 'sftp'],
  host: ['sftp'],
  port: ['sftp'],
  hostKey: ['sftp'],
  certificate: ['http', 'peppol'],
  dtdVersion: ['http', 'mail', 'folder', 'sftp'],
  senderCredential: ['http'],
};

/** Which kinds of an address have a setting; empty: all, or it is of no address. @param path `addresses.delivery.url` */
export function kindsWith(path: string): readonly DeliveryKind[] {
  const [, key = ''] = /^(?:orderResponses|addresses\.\w+)\.(\w+)$/.exec(path) ?? [];
  return settingsOfKinds[key] ?? [];
}

/** What a kind cannot do without. */
function complete(given: z.output<typeof delivery>, context: z.RefinementCtx): void {
  const { kind, url, mailTo, folder } = given;
  if (kind === 'http' && url === undefined)
    context.addIssue({ code: 'custom', path: ['url'], message: 'must be there to send over HTTP' });
  if (kind === 'mail' && mailTo === undefined)
    context.addIssue({ code: 'custom', path: ['mailTo'], message: 'must be there to send mail' });
  if ((kind === 'folder' || kind === 'sftp') && folder === undefined)
    context.addIssue({ code: 'custom', path: ['folder'], message: 'must be there to put files' });
  requireLogin(given, context);
}

/** Where documents of the partner go, and how. */
export const deliveryAddress = delivery.superRefine(complete);
export type DeliveryAddress = z.output<typeof deliveryAddress>;

/** An address for one type of document. Of cXML also its DTD version, and the credential that Sender shows; absent: those of `cxml`. */
const typeAddress = delivery
  .extend({
    dtdVersion: z.enum(cxmlVersions).optional(),
    senderCredential: z.string().max(100).optional(),
  })
  .superRefine(complete);
export type TypeAddress = z.output<typeof typeAddress>;

/** An address as people read it; undefined: the access point of the installation. */
export function addressText(address: DeliveryAddress): string | undefined {
  const { kind, url, mailTo, folder } = address;
  if (kind === 'mail') return mailTo;
  return kind === 'folder' || kind === 'sftp' ? placeName({ ...address, kind, folder: folder ?? '' }) : url;
}

/** The mail address, the folder or the host of the address; undefined: the access point of the installation. */
export function receiverName(address: DeliveryAddress): string | undefined {
  const text = addressText(address);
  return text === undefined || !/^https?:/.test(text) ? text : new URL(text).host;
}

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
  readonly orderResponses?: DeliveryAddress | undefined;
  readonly addresses: z.output<typeof messageAddresses>;
}

const addressOf: Readonly<Partial<Record<FormatId, Exclude<AddressName, 'orderResponses'>>>> = {
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

/** Of an agreement, as its settings call them: `addresses.*` beside the one that everything goes to. */
export const addressNames = ['orderResponses', 'delivery', 'status', 'mlr', 'catalogue'] as const;
export type AddressName = (typeof addressNames)[number];

/** Which address documents of a format go to. */
export function addressName({ addresses }: Pick<Addresses, 'addresses'>, format: FormatId): AddressName {
  const type = addressOf[format];
  return type && (type === 'catalogue' || addresses[type]) ? type : 'orderResponses';
}

/** Where documents of a format go; undefined: nowhere, they are kept. */
export function messageAddress({ orderResponses, addresses }: Addresses, format: FormatId): TypeAddress | undefined {
  const type = addressOf[format];
  if (type === 'catalogue') return addresses.catalogue;
  return (type && addresses[type]) ?? orderResponses;
}
