import { xmlText, type XmlNode } from '../xml/writer.ts';
import type { CredentialName } from './credentials.ts';
import { writeCxml, type CxmlEnvelope } from './envelope.write.ts';
import type { CxmlItem } from './item.parse.ts';
import type { PunchOutOperation } from './punchOutSetupRequest.parse.ts';

/** What a purchasing system asks for: what the demonstration, the simulator and tests play. */
export interface SetupRequestToWrite extends CxmlEnvelope {
  readonly from: CredentialName;
  readonly to: CredentialName;
  /** Sender with its secret: this document goes from server to server, never through a browser. */
  readonly sender: CredentialName & { readonly sharedSecret: string };
  readonly userAgent: string;
  readonly operation: PunchOutOperation;
  readonly buyerCookie: string;
  readonly browserFormPost?: string;
  readonly extrinsics: Readonly<Record<string, string>>;
  /** The earlier cart, for edit and inspect: ItemIn as it was received. */
  readonly items: readonly Pick<CxmlItem, 'itemId' | 'quantity' | 'lineNumber'>[];
}

/** Writes a PunchOutSetupRequest (cXML DTD: PunchOutSetupRequest). */
export function writePunchOutSetupRequest(request: SetupRequestToWrite): string {
  const { from, to, sender, userAgent, operation, buyerCookie, browserFormPost, extrinsics, items } = request;
  const header: XmlNode = {
    name: 'Header',
    children: [
      { name: 'From', children: [credential(from)] },
      { name: 'To', children: [credential(to)] },
      { name: 'Sender', children: [credential(sender, sender.sharedSecret), text('UserAgent', userAgent)] },
    ],
  };
  const setup: XmlNode = {
    name: 'PunchOutSetupRequest',
    attributes: { operation },
    children: [
      text('BuyerCookie', buyerCookie),
      ...Object.entries(extrinsics).map(([name, value]) => ({ ...text('Extrinsic', value), attributes: { name } })),
      ...(browserFormPost === undefined ? [] : [{ name: 'BrowserFormPost', children: [text('URL', browserFormPost)] }]),
      ...items.map(writeItemOut),
    ],
  };
  return writeCxml(request, [header, { name: 'Request', children: [setup] }]);
}

function credential({ domain, identity }: CredentialName, secret?: string): XmlNode {
  const shown = secret === undefined ? [] : [text('SharedSecret', secret)];
  return { name: 'Credential', attributes: { domain }, children: [text('Identity', identity), ...shown] };
}

function writeItemOut({ itemId, quantity, lineNumber }: SetupRequestToWrite['items'][number]): XmlNode {
  const auxiliary = itemId.supplierPartAuxiliaryId;
  const ids = [
    text('SupplierPartID', itemId.supplierPartId),
    ...(auxiliary === undefined ? [] : [text('SupplierPartAuxiliaryID', auxiliary)]),
  ];
  return { name: 'ItemOut', attributes: { quantity, lineNumber }, children: [{ name: 'ItemID', children: ids }] };
}

function text(name: string, value: string): XmlNode {
  return { name, text: xmlText(value) };
}
