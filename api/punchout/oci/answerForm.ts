import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { addTimeline, timelineRow } from '../../../documents/timeline.ts';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { OciHtmlCall } from '../../../formats/oci/call.ts';
import { OciFieldError } from '../../../formats/oci/error.ts';
import { writeEmptyOciForm, writeOciForm } from '../../../formats/oci/form.write.ts';
import { readInputName } from '../../../formats/oci/names.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { neutralCart } from '../../../sessions/cartMessage.ts';
import { readCart, shopOf } from '../../../sessions/cartView.ts';
import { insertLines } from '../../../sessions/edit.ts';
import type { SessionInHand } from '../../../sessions/inHand.ts';
import { mapCart } from '../../../sessions/return/mapped.ts';
import { ociFormOptions } from '../../../sessions/return/oci.ts';
import type { OciReturn } from '../../../sessions/returnSpec.ts';
import { answerAtOnce } from '../../../sessions/sessions.ts';
import type { Shopper } from '../../../shop/assortment.ts';
import { businessDay } from '../../../shop/profile.ts';
import { askForPrices, type Untold } from '../../../transports/shop/live.ts';
import type { PunchOutCall, PunchOutDoor } from '../door.ts';
import { newSession, type Login } from '../login.ts';
import type { OciShopper } from './call.ts';

/** A call that is answered with a form at the called address. */
export interface FormQuestion {
  readonly oci: OciHtmlCall;
  readonly login: Login;
}

/** A product that the answer is about. */
export interface AnsweredItem {
  readonly productId: string;
  /** As a page names it. */
  readonly title: string;
  /** One without a price may get one from the shop behind us; still without, it is left out. */
  readonly isPriced: boolean;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** In the unit. */
  readonly quantity: string;
}

/** A form, and what it is about. */
export interface FormAnswer {
  readonly form: BrowserForm;
  readonly items: readonly AnsweredItem[];
}

/**
 * Writes the form for the products that were found; without any it has no item data. What cannot go back (withdrawn, without price) is left
 * out as in a cart, and so is what the shop behind us tells no price of, where nothing is to leave without.
 * @param find the products, with the prices as they are now: asked before a shop behind us tells its own, and again in the transaction
 *   that stores the call
 */
export async function answerForm(
  door: PunchOutDoor,
  call: PunchOutCall,
  shopper: OciShopper,
  { login, oci }: FormQuestion,
  find: (em: EntityManager, buyer: Shopper) => Promise<readonly AnsweredItem[]>,
): Promise<FormAnswer> {
  const em = door.deps.orm.em.fork();
  const now = call.visit.receivedAt;
  const given = await newSession(em, call, shopper, login);
  const spec = login.returnSpec as OciReturn;
  const { currency, assortment } = shopper.punchOut;
  const day = businessDay(await shopOf(em), now);
  const buyer = { customerId: given.customer.id, day, currency, language: given.language, assortment };
  const untold = await askForPrices(em, door.deps, { ...buyer, now }, async () =>
    (await find(em, buyer)).map(({ productId }) => productId),
  );
  let items: readonly AnsweredItem[] = [];
  const write = async (tx: EntityManager, session: SessionInHand): Promise<BrowserForm> => {
    const options = ociFormOptions(shopper.punchOut, spec, spec.url ?? '');
    const isKept = ({ productId }: AnsweredItem) => untold.keepsBack && untold.faults.has(productId);
    items = (await find(tx, buyer)).filter((item) => item.isPriced && !isKept(item));
    if (untold.faults.size > 0) await tellUntold(tx, session, untold, now);
    if (items.length === 0) return writeEmptyOciForm(options);
    const lines = items.map(({ productId, unit, quantity }) => ({ productId, unit, quantity }));
    await insertLines(
      tx,
      session,
      lines.map((line) => ({ ...line, note: null, reference: null })),
      now,
    );
    const cart = await neutralCart(tx, session, await readCart(tx, session, now), 'return', now);
    const told = oci.function === 'VALIDATE' ? await toldPriceUnit(tx, session, cart.lines[0]?.productKey) : undefined;
    const priceUnits = new Map(told === undefined ? [] : [[cart.lines[0]!.productKey, told]]);
    return writeOciForm(cart, mapCart(session, cart), { ...options, priceUnits }).form;
  };
  try {
    const form = await answerAtOnce(em, given, write, now);
    return { form, items };
  } catch (error) {
    if (!(error instanceof OciFieldError)) throw error;
    const { field: element, found, expected, message } = error;
    throw new RoundtripError('DocumentInvalid', message, { details: [{ element, found, expected }], cause: error });
  }
}

async function tellUntold(tx: EntityManager, { row }: SessionInHand, untold: Untold, at: Date): Promise<void> {
  const facts = { articles: untold.faults.size, leftOut: untold.keepsBack };
  await addTimeline(tx, [timelineRow('session.pricesUntold', facts, { sessionId: row.id, at })]);
}

/** PRICEUNIT as this buyer's system was told it last: SAP loses another one (OCI digest, section 5). */
async function toldPriceUnit(
  tx: EntityManager,
  { row }: SessionInHand,
  key: string | undefined,
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const { rows } = await sql<{ form: BrowserForm }>`
    select document.form from session_document document join punch_out_session session on session.id = document.session_id
    where session.partner_id = ${row.partner} and session.mode = ${row.mode} and document.kind = 'cart'
      and document.form->'fields' @> ${JSON.stringify([[key]])}::jsonb
    order by document.id desc limit 1`.execute(tx.getKysely());
  const fields = rows[0]?.form.fields ?? [];
  const index = fields.flatMap(([name, value]) => (value === key ? [readInputName(name)?.index] : []))[0];
  return fields.find(([name]) => {
    const read = readInputName(name);
    return read?.field === 'PRICEUNIT' && read.index === index;
  })?.[1];
}
