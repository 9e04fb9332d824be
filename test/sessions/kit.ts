import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { CartLine } from '../../formats/document/cart.ts';
import { createPartner, findAgreement, saveAgreement } from '../../partners/partners.ts';
import type { punchOutSettings } from '../../partners/punchOut.ts';
import { addToCart } from '../../sessions/cart.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import type { ReturnSpec } from '../../sessions/returnSpec.ts';
import { createSession, findSession, openSession, type NewSession } from '../../sessions/sessions.ts';
import type { SessionTimes } from '../../sessions/times.ts';
import { writeCartMessage } from '../../sessions/writeCartMessage.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { customers, prices, products } from '../shop/fixtures.ts';

/** A Wednesday, ten in the morning in Stockholm. */
export const NOW = new Date('2026-11-25T09:00:00.000Z');

export const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

export const ociReturn: ReturnSpec = {
  protocol: 'oci',
  url: 'https://srm.example.com/hook',
  target: '_top',
  controls: [['~OkCode', 'ADDI']],
};

/** A shop with screws by the piece and by the box, pens, and an article that is not sold any more. */
export async function smallShop(em: EntityManager): Promise<void> {
  await saveShopProfile(
    em,
    shopInput.parse({
      name: 'Järnbutiken AB',
      organisationNumber: '5560001111',
      vatNumber: 'SE556000111101',
      gln: '7350001000015',
      address: { streetName: 'Storgatan 1', cityName: 'Umeå', postalZone: '90326', country: 'SE' },
      contacts: [{ name: 'Åsa Öberg', telephone: '090-10 00 00' }],
      timeZone: 'Europe/Stockholm',
      workingDays: [1, 2, 3, 4, 5],
    }),
  );
  await smallRange(em);
}

/** What the small shop sells, to whom and at which prices: for a shop that has a profile. */
export async function smallRange(em: EntityManager): Promise<void> {
  const vat = [
    { country: 'SE', category: 'S', rate: '25' },
    { country: 'NO', category: 'S', rate: '15' },
  ];
  await customers(em, { number: 'K-1', name: 'Umeå Verkstad AB', organisationNumber: '5560002222' }, { number: 'K-2' });
  await products(
    em,
    {
      articleNumber: 'SKR-1',
      name: { sv: 'Träskruv försänkt', en: 'Wood screw countersunk' },
      description: { sv: 'Förzinkad, 4 × 40 mm' },
      unit: 'C62',
      units: [{ unit: 'BX', factor: '200' }],
      minimumQuantity: '10',
      multipleQuantity: '10',
      stock: '5000',
      leadTimeDays: 3,
      gtins: ['7350001234564'],
      buyersNumbers: [{ customer: 'K-1', number: 'UV-77' }],
      classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '31161504' }],
      category: 'Skruv',
      vat,
    },
    { articleNumber: 'PEN-1', name: { sv: 'Kulspetspenna blå' }, unit: 'C62', category: 'Pennor', vat },
    { articleNumber: 'GAM-1', name: { sv: 'Gammal vara' }, status: 'withdrawn', replacedBy: 'PEN-1' },
  );
  await prices(
    em,
    { articleNumber: 'SKR-1', amount: '50', baseQuantity: '100' },
    { articleNumber: 'SKR-1', amount: '45', baseQuantity: '100', minimumQuantity: '1000' },
    { articleNumber: 'PEN-1', amount: '12.50' },
  );
}

export interface TestPunchOut {
  readonly given: NewSession;
  readonly code: string;
}

/** A partner that punches out by OCI for customer K-1, and what a login of it is. */
export async function punchOut(
  em: EntityManager,
  settings: z.input<typeof punchOutSettings> = {},
  more: Partial<NewSession> = {},
): Promise<TestPunchOut> {
  const code = `p${v7().slice(-12)}`;
  const partnerId = await createPartner(em, { name: 'Proceedo', addresses: { production: code } });
  const punchOut = { oci: {}, returnHosts: ['srm.example.com'], ...settings };
  await saveAgreement(em, { partnerId, mode: 'production', settings: { punchOut }, by: 'test' });
  const agreement = await findAgreement(em, partnerId, 'production');
  const [id] = await customers(em, { number: 'K-1', name: 'Umeå Verkstad AB', organisationNumber: '5560002222' });
  const given: NewSession = {
    partnerCode: code,
    partnerName: 'Proceedo',
    agreement,
    operation: 'create',
    customer: { id: id!, number: 'K-1', name: 'Umeå Verkstad AB' },
    language: 'sv',
    returnSpec: ociReturn,
    parameters: {},
    ...more,
  };
  return { given, code };
}

/** A session whose first page was seen. */
export async function shopping(
  em: EntityManager,
  { given }: TestPunchOut,
  more: Partial<NewSession> = {},
  now = NOW,
): Promise<{ session: SessionInHand; token: string }> {
  const { startToken } = await createSession(em, { ...given, ...more }, now);
  const { sessionToken } = await openSession(em, startToken, now);
  return { session: await findSession(em, sessionToken, now), token: sessionToken };
}

export const short: SessionTimes = { start: 1_000, idle: 5_000, life: 20_000 };

let forms = 0;

/** Adds an article by a form of its own. @returns number of the line */
export function add(
  em: EntityManager,
  session: SessionInHand,
  articleNumber: string,
  quantity: string,
  unit?: string,
  now = NOW,
): Promise<number> {
  forms += 1;
  return addToCart(em, session, { articleNumber, quantity, formKey: `form-${forms}`, ...(unit && { unit }) }, now);
}

export interface ReturnedCart {
  readonly sessionId: string;
  /** With the count of the return. */
  readonly number: string;
  readonly code: string;
  readonly lines: readonly CartLine[];
}

/** Two boxes of screws and three pens of the small shop, as they went back. */
export async function returnedCart(em: EntityManager, partner: TestPunchOut): Promise<ReturnedCart> {
  const { session } = await shopping(em, partner);
  await add(em, session, 'SKR-1', '2', 'BX');
  await add(em, session, 'PEN-1', '3');
  const { header, lines } = await neutralCart(em, session, await readCart(em, session, NOW), 'return', NOW);
  const sessionId = session.row.id;
  await writeCartMessage(em, { sessionId, attempt: 'a', kind: 'return' }, NOW);
  return { sessionId, number: header.number, code: session.row.cartCode, lines };
}
