import type { Cart, CartHeader } from '../document/cart.ts';
import type { FieldValues, MappedFields } from '../document/outgoingField.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeCxml, writeHeader, type CxmlEnvelope, type CxmlParties } from './envelope.write.ts';
import { writeItemIn, type ItemContext } from './itemIn.write.ts';
import { statusTexts } from './status.ts';
import { money, writeCartTax } from './tax.ts';

/** What a cart message needs besides the cart: from the session, the agreement and the door. */
export interface CartMessageContext extends CxmlEnvelope, CxmlParties {
  /** Inner XML of the request's BuyerCookie, as it was read. */
  readonly buyerCookie: string;
  /** What the buyer may ask for later: `edit` only where a cart can be rebuilt. */
  readonly operationAllowed: 'create' | 'inspect' | 'edit';
  /** A test document has no real effect (Message/@deploymentMode). */
  readonly test: boolean;
  /** Is VAT written? */
  readonly tax: boolean;
  /** Domain of the UNSPSC classification. */
  readonly classificationDomain: string;
  /** Currency of a message without cart. */
  readonly currency: string;
  /** What leaving without a cart is told as: Status 204 (nothing changes), or a cart without items. */
  readonly withoutCart: 'status204' | 'empty';
}

/**
 * Writes a cart for the buyer's browser (cXML DTD: PunchOutOrderMessage), valid against the DTD version that it declares, without a secret,
 * in UTF-8. No cart: the buyer left without one. A cart without lines: explicitly nothing. Texts lose characters that XML cannot carry.
 */
export function writePunchOutOrderMessage(
  cart: Cart | undefined,
  mapped: MappedFields,
  context: CartMessageContext,
): string {
  const message: XmlNode = {
    name: 'Message',
    attributes: { deploymentMode: context.test ? 'test' : undefined },
    children: [
      ...(cart === undefined && context.withoutCart === 'status204' ? [NO_CONTENT] : []),
      {
        name: 'PunchOutOrderMessage',
        children: [
          { name: 'BuyerCookie', source: context.buyerCookie },
          writeMessageHeader(cart, mapped.header, context),
          ...(cart ? writeItems(cart, mapped, context) : []),
        ],
      },
    ],
  };
  return writeCxml(context, [writeHeader(context), message]);
}

const NO_CONTENT: XmlNode = { name: 'Status', attributes: { code: '204', text: statusTexts[204] } };

function writeMessageHeader(cart: Cart | undefined, values: FieldValues, context: CartMessageContext): XmlNode {
  const currency = cart?.header.currency ?? context.currency;
  const parts = [
    { name: 'Total', children: [money(cart?.header.total ?? '0', currency)] },
    cart && writeShipping(values, cart.header),
    cart && context.tax ? writeCartTax(cart.lines, currency, context.language) : undefined,
  ];
  return {
    name: 'PunchOutOrderMessageHeader',
    attributes: { operationAllowed: context.operationAllowed },
    children: parts.filter((part) => part !== undefined),
  };
}

/** Freight, where the agreement says how much it is: a cart knows of none. */
function writeShipping(values: FieldValues, { currency, language }: CartHeader): XmlNode | undefined {
  const amount = values['Shipping'];
  if (!amount) return undefined;
  const text = values['Shipping/Description'] || (/^sv\b/i.test(language) ? 'Frakt' : 'Shipping');
  const description = { name: 'Description', attributes: { 'xml:lang': language }, text: xmlText(text) };
  return { name: 'Shipping', children: [money(amount, currency), description] };
}

function writeItems({ header, lines }: Cart, mapped: MappedFields, context: CartMessageContext): XmlNode[] {
  const { version, classificationDomain, tax, from } = context;
  const composites = new Set(lines.map((line) => line.partOf).filter((position) => position !== undefined));
  const item: ItemContext = { version, header, supplier: from[0], classificationDomain, tax, composites };
  const ofAll = Object.entries(mapped.header).filter(([name]) => name.startsWith('Extrinsic['));
  const shared: FieldValues = Object.fromEntries(ofAll);
  return lines.map((line) => writeItemIn(line, { ...shared, ...mapped.line(line.position) }, item));
}
