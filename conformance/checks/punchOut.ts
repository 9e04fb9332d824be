/** Logging in, shopping, and each way out of the shop. */
import { sql } from 'kysely';
import { endWhenDue } from '../../sessions/lifeCycle.ts';
import { findCart, listCarts, sessionOfStep } from '../../simulator/carts.ts';
import { callForm, type PunchOutStart, type Way } from '../../simulator/punchOut.ts';
import { readCart, type ReadCart } from '../../simulator/readCart.ts';
import { sendForm, Shopping, type HandedOver } from '../../simulator/shopper.ts';
import { beginPunchOut, findStep } from '../../simulator/steps.ts';
import { fail, notApplicable, pass, type CheckContext, type Evidence, type Verdict } from './check.ts';

const LINES = 2;

interface Opened {
  readonly step: string;
  /** Undefined: the shop did not open. */
  readonly startPage: string | undefined;
  readonly evidence: readonly Evidence[];
  /** What the shop said instead. */
  readonly said: string;
}

async function open({ em, buyer }: CheckContext, way: Way, wrongSecret = false): Promise<Opened> {
  const start: PunchOutStart = { way, method: 'post', operation: 'create', target: '_self', shownIn: 'frame' };
  const step = await beginPunchOut(em(), buyer, start, { wrongSecret }, new Date());
  const kept = await findStep(em(), buyer.simulationId, step);
  const sent: Evidence = { name: 'sent', text: kept.sent };
  if (way === 'cxml') {
    const answered = kept.answered ?? '';
    return {
      ...{ step, startPage: kept.start?.startPage, evidence: [sent, { name: 'answered', text: answered }] },
      said: /<Status[^>]*>([^<]*)/.exec(answered)?.[1] ?? `HTTP ${kept.httpStatus}`,
    };
  }
  const answer = await sendForm(callForm(buyer, step, start, wrongSecret));
  const text = `HTTP ${answer.status}`;
  return {
    ...{ step, startPage: answer.location, evidence: [sent, { name: 'answered', text }] },
    said: answer.location === undefined ? words(answer.text, text) : '',
  };
}

/** What a page of ours says, without its tags. */
function words(html: string, otherwise: string): string {
  const main = /<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? '';
  return (
    main
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || otherwise
  );
}

/** The right secret opens the shop. */
export async function checkLogin(context: CheckContext, way: Way): Promise<Verdict> {
  const { startPage, evidence, said } = await open(context, way);
  if (startPage === undefined) return fail('refused', said, ...evidence);
  const { landing } = await Shopping.enter(startPage);
  return pass(...evidence, { name: 'answered', text: `HTTP ${landing.status}` });
}

/** A wrong one does not. */
export async function checkWrongSecret(context: CheckContext, way: Way): Promise<Verdict> {
  const { startPage, evidence } = await open(context, way, true);
  return startPage === undefined ? pass(...evidence) : fail('wrongSecretAccepted', '', ...evidence);
}

/** A cart with lines comes back and can be read. The first one is what orders are made from. */
export async function checkCart(context: CheckContext, way: Way): Promise<Verdict> {
  const shopping = await enter(context, way);
  if ('outcome' in shopping) return shopping;
  const wanted = await shopping.shop.fill(LINES);
  if (wanted === 0) return fail('noCart');
  const read = await leave(context, shopping, 'return');
  if (read === undefined) return fail('noCart');
  const evidence: Evidence = { name: 'cart', text: read.text };
  if (read.cart.kind !== 'cart') return fail('cartUnreadable', read.cart.problem ?? '', evidence);
  const lines = read.cart.lines.flatMap(({ line }) => line ?? []);
  if (lines.length < wanted) return fail('linesLost', `${lines.length} / ${wanted}`, evidence);
  context.goods ??= { lines, currency: read.cart.currency };
  return pass(evidence);
}

/** Leaving without a cart changes nothing over there. */
export async function checkCancel(context: CheckContext, way: Way): Promise<Verdict> {
  const shopping = await enter(context, way);
  if ('outcome' in shopping) return shopping;
  await shopping.shop.fill(1);
  const read = await leave(context, shopping, 'cancel');
  if (read === undefined) return pass();
  const evidence: Evidence = { name: 'cart', text: read.text };
  return read.cart.kind === 'cart' ? fail('cartCameBack', '', evidence) : pass(evidence);
}

/** A cart without lines says that nothing is wanted, where the protocol has a word for it. */
export async function checkEmpty(context: CheckContext, way: Way): Promise<Verdict> {
  if (way !== 'oci' && way !== 'cxml') return notApplicable('noEmptyCart');
  const shopping = await enter(context, way);
  if ('outcome' in shopping) return shopping;
  const read = await leave(context, shopping, 'empty');
  if (read === undefined) return fail('noCart');
  const evidence: Evidence = { name: 'cart', text: read.text };
  return read.cart.kind === 'empty' ? pass(evidence) : fail('cartUnreadable', read.cart.problem ?? '', evidence);
}

/** A visit whose time is up shows the shop no more. Its time is put to an end here, since nobody waits for it. */
export async function checkExpiry(context: CheckContext, way: Way): Promise<Verdict> {
  const shopping = await enter(context, way);
  if ('outcome' in shopping) return shopping;
  const em = context.em();
  const session = await sessionOfStep(em, context.simulation.row, shopping.step);
  if (!session) return fail('noCart');
  const now = new Date();
  await sql`update punch_out_session set expires_at = ${now} where id = ${session.row.id} and mode = 'test'`.execute(
    em.getKysely(),
  );
  await endWhenDue(em.fork(), session.row.id, new Date(now.getTime() + 1));
  const page = await fetch(`${shopping.shop.address}/`, { redirect: 'manual' });
  const evidence: Evidence = { name: 'answered', text: `HTTP ${page.status}` };
  await page.arrayBuffer();
  return page.status === 410 ? pass(evidence) : fail('stillOpen', evidence.text, evidence);
}

interface Entered {
  readonly step: string;
  readonly way: Way;
  readonly shop: Shopping;
}

async function enter(context: CheckContext, way: Way): Promise<Entered | Verdict> {
  const { step, startPage, evidence, said } = await open(context, way);
  if (startPage === undefined) return fail('refused', said, ...evidence);
  return { step, way, shop: await Shopping.enter(startPage) };
}

/** What came back; undefined: nothing did. */
async function leave(
  { em, buyer }: CheckContext,
  { step, way, shop }: Entered,
  exit: 'return' | 'empty' | 'cancel',
): Promise<{ readonly cart: ReadCart; readonly text: string } | undefined> {
  const handed = await shop.leave(exit);
  if (handed === undefined) return undefined;
  const id = cartIdOf(handed);
  const found = id === undefined ? undefined : await findCart(em(), buyer.simulationId, id);
  const [latest] = found ? [found] : await listCarts(em(), buyer.simulationId, 1);
  if (latest?.step !== step) return undefined;
  const cart = readCart(way, latest.fields, buyer.settings.punchOut!);
  const fields = latest.fields.map(([name, value]) => `${name}=${value}`).join('\n');
  return { cart, text: cart.document ?? fields };
}

function cartIdOf({ answer }: HandedOver): string | undefined {
  return answer.location?.split('/').at(-1);
}
