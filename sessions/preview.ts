/** The message that a cart would become with other settings: nothing is written, nothing is sent. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Cart } from '../formats/document/cart.ts';
import { lintCart, lintForm, type LintFinding } from '../partners/lint/lint.ts';
import type { CartProtocol } from '../partners/mapping/schema.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { PunchOutSettings } from '../partners/punchOut.ts';
import { RoundtripError } from '../platform/errors.ts';
import { businessDay, businessTime, type ShopProfile } from '../shop/profile.ts';
import { lintOptions } from './checkCart.ts';
import { offsetOf, promisedUntil } from './days.ts';
import { demoCart } from './demoCart.ts';
import { findSessionById } from './inHand.ts';
import { neutralCart } from './cartMessage.ts';
import { readCart, shopOf } from './cartView.ts';
import { listSessions } from './lists.ts';
import { mapCart, type SessionToMap } from './return/mapped.ts';
import type { CartMessage, SessionToWrite } from './return/message.ts';
import { writeMessage } from './return/write.ts';
import type { ReturnSpec } from './returnSpec.ts';
import type { PunchOutSession } from './session.entity.ts';

export interface CartToPreview {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly protocol: CartProtocol;
  /** In place of those of the agreement; the protocol is open in them. */
  readonly settings: PunchOutSettings;
  /** Whose cart; absent: an invented one. */
  readonly sessionId?: string;
}

export interface CartPreview {
  /** Undefined where nothing would go back: the call had no address, and the settings name none. */
  readonly message: CartMessage | undefined;
  readonly findings: readonly LintFinding[];
  readonly lines: number;
}

type PreviewedSession = SessionToMap & SessionToWrite;

/**
 * Writes the message of a cart as it would leave now.
 * @throws NotFound when the session is none of the partner's in this protocol
 */
export async function previewCart(em: EntityManager, asked: CartToPreview, now: Date): Promise<CartPreview> {
  const shop = await shopOf(em);
  const { session, cart } =
    asked.sessionId === undefined ? invented(asked, shop, now) : await realCart(em, asked, asked.sessionId, now);
  const mapped = mapCart(session, cart);
  const options = lintOptions(session);
  const findings = lintCart(cart, mapped, options);
  const message = await writeMessage({ session, kind: 'return', cart, mapped, shop });
  return {
    message,
    findings: [...findings, ...(message ? lintForm(message.form, options) : [])],
    lines: cart.lines.length,
  };
}

interface Previewed {
  readonly session: PreviewedSession;
  readonly cart: Cart;
}

async function realCart(em: EntityManager, asked: CartToPreview, sessionId: string, now: Date): Promise<Previewed> {
  const found = await findSessionById(em, sessionId);
  const { partnerId, protocol, settings } = asked;
  if (found?.row.partner !== partnerId || found.row.returnSpec.protocol !== protocol) {
    throw new RoundtripError('NotFound', 'There is no such session of this partner.');
  }
  const session = { ...found, settings };
  const cart = await neutralCart(em, session, await readCart(em, session, now), 'return', now);
  return { session, cart };
}

/** A session that nobody had, with a cart of lines that show what a mapping must cope with. */
function invented({ mode, protocol, settings }: CartToPreview, shop: ShopProfile, now: Date): Previewed {
  const [day, time] = [businessDay(shop, now), businessTime(shop, now)];
  const validUntil = promisedUntil(day, settings.promiseDays, shop.workingDays);
  const cart = demoCart({
    ...{ shop, currency: settings.currency, language: settings.language, day, time },
    timestamp: `${day}T${time}${offsetOf(shop.timeZone, now)}`,
    ...(validUntil !== undefined && { validUntil }),
  });
  const { customerNumber, buyer } = cart.header;
  const session: PreviewedSession = {
    settings,
    customer: { id: DEMO_ID, number: customerNumber, name: buyer.name ?? '' },
    row: {
      ...{ id: DEMO_ID, partnerCode: 'demo', mode, operation: 'create' },
      returnSpec: demoReturn(protocol, settings, mode),
      parameters: {},
      ...{ userKey: 'anna', userName: 'Anna Åström', userMail: 'anna@kund.example' },
    },
  };
  return { session, cart };
}

const DEMO_ID = '00000000-0000-7000-8000-000000000000';
const DEMO_ADDRESS = 'https://inkop.kund.example/back';

/** What a call by the book would have said about the way back. */
function demoReturn(protocol: CartProtocol, { cxml, peppol }: PunchOutSettings, mode: Mode): ReturnSpec {
  if (protocol === 'oci') {
    return {
      protocol,
      url: DEMO_ADDRESS,
      target: '_top',
      controls: [
        ['~OkCode', 'ADDI'],
        ['~TARGET', '_top'],
        ['~CALLER', 'CTLG'],
      ],
    };
  }
  if (protocol === 'peppol') {
    return { protocol, url: DEMO_ADDRESS, target: '_top', document: peppol?.documents.at(-1) ?? 'peppol-3-cart' };
  }
  const from = cxml?.from.slice(0, 1) ?? [];
  return {
    protocol,
    url: DEMO_ADDRESS,
    buyerCookie: 'demo',
    from,
    to: [],
    deploymentMode: mode,
    payloadId: 'demo@kund.example',
  };
}

/** The last sessions of a partner in a protocol, to choose a cart from; newest first. */
export async function latestSessions(
  em: EntityManager,
  { partnerId, mode, protocol }: Pick<CartToPreview, 'partnerId' | 'mode' | 'protocol'>,
  limit: number,
): Promise<PunchOutSession[]> {
  return listSessions(em, { partnerId, mode, protocol, limit });
}
