import type { LintEffect, LintFinding } from '../../partners/lint/finding.ts';
import { lintSentence } from '../../partners/lint/sentences.ts';
import { catalogue } from '../../errorCatalogue/catalogue.ts';
import { formatName } from '../../documents/sentences.ts';
import { orderAmount, type OrderLineToWrite } from '../../formats/document/orderToWrite.ts';
import type { CartProtocol } from '../../partners/mapping/schema.ts';
import { platformFor } from '../../partners/platforms/platforms.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { cartFindings, findCart, sessionOfStep } from '../../simulator/carts.ts';
import { endPromise, possibleDeviations } from '../../simulator/deviations.ts';
import { makeOrder, openFormats } from '../../simulator/orders.ts';
import type { Way } from '../../simulator/punchOut.ts';
import { readCart, type ReadCart } from '../../simulator/readCart.ts';
import type { SimulationCart } from '../../simulator/simulation.entity.ts';
import { findStep, sendOrder } from '../../simulator/steps.ts';
import type { Tone } from '../admin/lists/views.ts';
import type { SimulatorViews } from './views.ts';
import { showSimulatorPage } from './page.ts';
import { deviationKeys, wayNames } from './rows.ts';
import { goOn, idOf, type SimulatorVisit } from './visit.ts';

/** More than a person looks at; the order has them all. */
const SHOWN_LINES = 100;
const SHOWN_TEXT = 200_000;

const kindKeys = {
  cart: 'simulatorCartFull',
  empty: 'simulatorCartEmpty',
  left: 'simulatorCartLeft',
  unreadable: 'simulatorCartUnreadable',
} as const;

interface Received {
  readonly cart: SimulationCart;
  readonly way: Way;
  readonly read: ReadCart;
}

/** GET /simulator/:key/carts/:id: a cart as the platform reads it, beside what came, and the form that orders it. */
export async function cart(visit: SimulatorVisit): Promise<void> {
  const { tongue, simulation, reader, isAdministrator } = visit;
  const { cart, way, read } = await receivedCart(visit);
  const punchOut = simulation.settings.punchOut!;
  const session = await sessionOfStep(visit.em, simulation.row, cart.step);
  const own = session && read.kind === 'cart' ? await cartFindings(visit.em, session, visit.now) : [];
  const lines = orderedLines(read);
  showSimulatorPage(
    visit,
    'simulator/cart',
    {
      ...{ id: cart.id, at: cart.receivedAt.toISOString(), protocol: wayNames[way], problem: read.problem ?? '' },
      platform: platformFor(punchOut, protocolOf(way)).name,
      kindKey: kindKeys[read.kind],
      ...(lines.length > 0 && { total: { amount: orderAmount(lines), currency: read.currency } }),
      lines: lineViews(read),
      findings: [...own.map((finding) => findingView(visit, finding)), ...remarks(visit, read)],
      raw: cart.fields.map(([name, value]) => [name, value.slice(0, SHOWN_TEXT)] as const),
      document: (read.document ?? '').slice(0, SHOWN_TEXT),
      formats:
        lines.length === 0
          ? []
          : openFormats(simulation.settings).map((format) => ({
              value: format,
              text: formatName(format, tongue.language),
            })),
      deviations: (await possibleDeviations(visit.em, session, lines)).map((value) => ({
        value,
        key: deviationKeys[value],
      })),
      ...(session && isAdministrator && { session: `${reader.root}/admin/sessions/${session.row.id}` }),
    },
    { title: tongue.t.simulatorCartTitle({ at: cart.receivedAt.toISOString() }), here: '' },
  );
}

/** POST /simulator/:key/carts/:id/order: orders the cart. */
export async function order(visit: SimulatorVisit): Promise<void> {
  const { em, buyer, form, simulation, now } = visit;
  const { cart, read } = await receivedCart(visit);
  const lines = orderedLines(read);
  const session = await sessionOfStep(em, simulation.row, cart.step);
  const format = openFormats(simulation.settings).find((each) => each === form.get('format'));
  const possible = await possibleDeviations(em, session, lines);
  const deviation = possible.find((each) => each === (form.get('deviation') ?? 'none'));
  if (deviation === undefined)
    throw new RoundtripError('RequestInvalid', 'The cart cannot be ordered with this mistake.');
  if (format === undefined || lines.length === 0) {
    throw new RoundtripError('RequestInvalid', 'The cart cannot be ordered in this format.');
  }
  const made = await makeOrder(
    em,
    buyer,
    { lines, currency: read.currency, quotation: read.quotation, format, deviation },
    now,
  );
  if (deviation === 'expired') await endPromise(em, session!, made.order.issueDate);
  await sendOrder(em, buyer, made, now);
  goOn(visit, '/orders');
}

async function receivedCart(visit: SimulatorVisit): Promise<Received> {
  const { em, simulation } = visit;
  const found = await findCart(em, simulation.row.id, idOf(visit));
  const punchOut = simulation.settings.punchOut;
  if (!found || !punchOut) throw new RoundtripError('NotFound', 'There is no such cart.');
  const { start } = await findStep(em, simulation.row.id, found.step);
  const { way } = start!;
  return { cart: found, way, read: readCart(way, found.fields, punchOut) };
}

function orderedLines({ lines }: ReadCart): OrderLineToWrite[] {
  return lines.flatMap(({ line }) => line ?? []);
}

function protocolOf(way: Way): CartProtocol {
  return way === 'oci' || way === 'cxml' ? way : 'peppol';
}

function lineViews({ lines, currency }: ReadCart): SimulatorViews['simulator/cart']['lines'] {
  return lines.slice(0, SHOWN_LINES).map(({ fields, line }, index) => ({
    position: index + 1,
    ...{
      name: line?.name ?? '',
      article: line?.sellersId ?? '',
      unit: line?.unit ?? '',
      quantity: line?.quantity ?? '',
    },
    ...{ price: line?.price.amount ?? '', baseQuantity: line?.price.baseQuantity ?? '1' },
    ...{ currency, readable: line !== undefined },
    fields: fields.map(({ name, sent, kept, longest }) => ({ name, sent, kept, longest: longest ?? 0 })),
  }));
}

const tones: Readonly<Record<LintEffect, Tone>> = { refuse: 'bad', cut: 'warn', notice: 'info' };

function findingView({ tongue: { language } }: SimulatorVisit, finding: LintFinding) {
  return { code: finding.id, text: lintSentence(finding, language), tone: tones[finding.effect] };
}

function remarks(
  { tongue: { language } }: SimulatorVisit,
  read: ReadCart,
): { readonly code: string; readonly text: string; readonly tone: Tone }[] {
  return read.remarks.map(({ id, element, text }) => {
    const meaning = catalogue().get(id)?.words(language).meaning ?? text;
    return { code: id, text: `${element}: ${meaning}`, tone: 'warn' };
  });
}
