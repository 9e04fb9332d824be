import { cxmlForm } from '../../formats/cxml/browserForm.ts';
import type { CredentialName } from '../../formats/cxml/credentials.ts';
import { writePunchOutOrderMessage, type CartMessageContext } from '../../formats/cxml/punchOutOrderMessage.write.ts';
import type { CxmlSettings, PunchOutSettings } from '../../partners/punchOut.ts';
import type { ShopProfile } from '../../shop/profile.ts';
import type { CxmlReturn } from '../returnSpec.ts';
import { addressOf, type CartMessage, type MessageInput } from './message.ts';

const USER_AGENT = 'Roundtrip';

/** PunchOutOrderMessage: a cart, explicitly none, or Status 204 for "leave everything as it was" (cXML digest, section 6). */
export function writeCxmlMessage(input: MessageInput, spec: CxmlReturn): CartMessage | undefined {
  const action = addressOf(input);
  if (action === undefined) return undefined;
  const { kind, cart, mapped, session } = input;
  const settings = settingsOf(session.settings);
  const { operation } = session.row;
  const isGivenBack = operation === 'edit' && settings.cancelledEdit === 'original' && cart.lines.length > 0;
  const isLeft = kind === 'cancel' && !isGivenBack;
  const withoutCart = operation === 'create' ? settings.cancelledCreate : 'status204';
  const context = contextOf(input, spec, settings, withoutCart);
  const text = writePunchOutOrderMessage(isLeft ? undefined : cart, mapped, context);
  const form = cxmlForm(text, { encoding: settings.encoding, action, target: settings.target });
  return { form, document: { contentType: 'text/xml; charset=utf-8', text }, cuts: [], broken: [] };
}

function contextOf(
  { cart: { header }, session, shop }: MessageInput,
  spec: CxmlReturn,
  settings: CxmlSettings,
  withoutCart: CartMessageContext['withoutCart'],
): CartMessageContext {
  const from = ourNames(settings, spec, shop);
  const { row } = session;
  return {
    version: settings.cartVersion,
    payloadId: `${header.number}.${row.id}@${row.partnerCode}.roundtrip`,
    timestamp: header.timestamp,
    language: header.language,
    ...{ from, to: spec.from, sender: from[0]!, userAgent: USER_AGENT },
    buyerCookie: spec.buyerCookie,
    operationAllowed: operationAllowed(settings),
    test: spec.deploymentMode === 'test' || row.mode === 'test',
    tax: settings.tax,
    classificationDomain: settings.classificationDomain,
    currency: header.currency,
    withoutCart,
  };
}

/** The names by which the buyer called us, else those of the agreement, else an identity of the shop. */
function ourNames({ to }: CxmlSettings, spec: CxmlReturn, shop: ShopProfile): readonly CredentialName[] {
  if (to.length > 0) return to;
  const called = spec.to.filter(({ identity }) => identity.trim() !== '');
  if (called.length > 0) return called;
  if (shop.anid !== undefined) return [{ domain: 'NetworkID', identity: shop.anid }];
  if (shop.duns !== undefined) return [{ domain: 'DUNS', identity: shop.duns }];
  return [{ domain: 'CompanyName', identity: shop.name }];
}

/** What the buyer may come back for: what it was told is then kept (section 6.4). */
function operationAllowed({ operations }: CxmlSettings): CartMessageContext['operationAllowed'] {
  if (operations.includes('edit')) return 'edit';
  return operations.includes('inspect') ? 'inspect' : 'create';
}

function settingsOf({ cxml }: PunchOutSettings): CxmlSettings {
  if (cxml) return cxml;
  throw new Error('a cXML session without cXML in its agreement');
}
