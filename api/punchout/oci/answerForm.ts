import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { OciHtmlCall } from '../../../formats/oci/call.ts';
import { OciFieldError } from '../../../formats/oci/error.ts';
import { writeEmptyOciForm, writeOciForm } from '../../../formats/oci/form.write.ts';
import { readInputName } from '../../../formats/oci/names.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { neutralCart } from '../../../sessions/cartMessage.ts';
import { readCart } from '../../../sessions/cartView.ts';
import { insertLines } from '../../../sessions/edit.ts';
import type { SessionInHand } from '../../../sessions/inHand.ts';
import { mapCart } from '../../../sessions/return/mapped.ts';
import { ociFormOptions } from '../../../sessions/return/oci.ts';
import type { OciReturn } from '../../../sessions/returnSpec.ts';
import { answerAtOnce } from '../../../sessions/sessions.ts';
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
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** In the unit. */
  readonly quantity: string;
}

/**
 * Writes the form for the products that were found; without any it has no item data. What cannot go back (withdrawn, without price) is left
 * out as in a cart.
 * @param find the products, in the transaction that stores the call
 */
export async function answerForm(
  door: PunchOutDoor,
  call: PunchOutCall,
  shopper: OciShopper,
  { login, oci }: FormQuestion,
  find: (tx: EntityManager, session: SessionInHand) => Promise<readonly AnsweredItem[]>,
): Promise<BrowserForm> {
  const em = door.deps.orm.em.fork();
  const now = call.visit.receivedAt;
  const given = await newSession(em, call, shopper, login);
  const spec = login.returnSpec as OciReturn;
  const write = async (tx: EntityManager, session: SessionInHand): Promise<BrowserForm> => {
    const options = ociFormOptions(shopper.punchOut, spec, spec.url ?? '');
    const items = await find(tx, session);
    if (items.length === 0) return writeEmptyOciForm(options);
    await insertLines(
      tx,
      session,
      items.map((item) => ({ ...item, note: null, reference: null })),
      now,
    );
    const cart = await neutralCart(tx, session, await readCart(tx, session, now), 'return', now);
    const told = oci.function === 'VALIDATE' ? await toldPriceUnit(tx, session, cart.lines[0]?.productKey) : undefined;
    const priceUnits = new Map(told === undefined ? [] : [[cart.lines[0]!.productKey, told]]);
    return writeOciForm(cart, mapCart(session, cart), { ...options, priceUnits }).form;
  };
  try {
    return await answerAtOnce(em, given, write, now);
  } catch (error) {
    if (!(error instanceof OciFieldError)) throw error;
    const { field: element, found, expected, message } = error;
    throw new RoundtripError('DocumentInvalid', message, { details: [{ element, found, expected }], cause: error });
  }
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
