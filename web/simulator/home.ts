import { findCart, listCarts } from '../../simulator/carts.ts';
import { ociFunctions, openWays, operations, type PunchOutStart, type Way } from '../../simulator/punchOut.ts';
import { readCart } from '../../simulator/readCart.ts';
import type { SimulationCart, SimulationStep } from '../../simulator/simulation.entity.ts';
import { beginPunchOut, findStep, listSteps } from '../../simulator/steps.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { showSimulatorPage } from './page.ts';
import { cartRow, stepRow, wayNames } from './rows.ts';
import { goOn, type SimulatorVisit } from './visit.ts';

const SHOWN = 20;
const LONGEST = 200;

/** GET /simulator/:key: how to open the shop, the carts that came back, and what was done. */
export async function home(visit: SimulatorVisit): Promise<void> {
  const { em, simulation, tongue } = visit;
  const { row, settings } = simulation;
  const carts = await cartsWithWays(visit);
  const steps = await listSteps(em, row.id, { limit: SHOWN });
  const open = openWays(settings.punchOut);
  const functions = settings.punchOut?.oci?.functions ?? [];
  const mayEdit = settings.punchOut?.cxml?.operations.some((each) => each !== 'create') ?? false;
  showSimulatorPage(
    visit,
    'simulator/home',
    {
      ways: open.map((way) => ({
        ...{ way, name: wayNames[way], isCxml: way === 'cxml', isForm: way === 'oci' },
        functions: way === 'oci' ? ociFunctions.filter((each) => functions.includes(each)) : [],
        carts: way === 'cxml' && mayEdit ? editable(visit, carts) : [],
      })),
      carts: carts.map(([cart, way]) => cartRow(visit, cart, way)),
      steps: steps.map((step) => stepRow(visit, step)),
    },
    { title: tongue.t.simulatorShop, here: '' },
  );
}

async function cartsWithWays({ em, simulation: { row } }: SimulatorVisit): Promise<[SimulationCart, Way][]> {
  const carts = await listCarts(em, row.id, SHOWN);
  const steps = new Map<string, SimulationStep>();
  for (const { step } of carts) if (!steps.has(step)) steps.set(step, await findStep(em, row.id, step));
  return carts.map((cart) => [cart, steps.get(cart.step)!.start!.way]);
}

function editable({ tongue: { t, w }, simulation }: SimulatorVisit, carts: readonly [SimulationCart, Way][]) {
  const settings = simulation.settings.punchOut;
  return carts.flatMap(([cart, way]) => {
    if (way !== 'cxml' || !settings) return [];
    const { items } = readCart(way, cart.fields, settings);
    return items.length === 0
      ? []
      : [
          {
            id: cart.id,
            text: `${w.clock(cart.receivedAt.toISOString())}, ${t.simulatorCartOf({ way: wayNames[way], fields: cart.fields.length })}`,
          },
        ];
  });
}

/** POST /simulator/:key/start: begins a punch-out. */
export async function start(visit: SimulatorVisit): Promise<void> {
  const { em, buyer, simulation, now } = visit;
  const begun = readStart(visit);
  const settings = simulation.settings.punchOut;
  const cart = begun.cart === undefined ? undefined : await findCart(em, simulation.row.id, begun.cart);
  const items = cart && settings ? readCart('cxml', cart.fields, settings).items : [];
  const id = await beginPunchOut(em, buyer, begun, { items }, now);
  goOn(visit, `/shop/${id}`);
}

/** @throws RequestInvalid for what the page does not offer */
function readStart({ form, simulation }: SimulatorVisit): PunchOutStart {
  const text = (name: string): string => (form.get(name) ?? '').slice(0, LONGEST).trim();
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((each) => each === text(name));
  const way = one('way', openWays(simulation.settings.punchOut));
  if (way === undefined) throw new RoundtripError('RequestInvalid', 'The agreement does not open this protocol.');
  const called = way === 'oci' ? one('function', ociFunctions) : undefined;
  const [about, quantity, cart] = [text('about'), text('quantity'), text('cart')];
  return {
    way,
    method: one('method', ['get', 'post'] as const) ?? 'post',
    operation: (way === 'cxml' ? one('operation', operations) : undefined) ?? 'create',
    target: one('target', ['_self', '_top'] as const) ?? '_self',
    shownIn: one('shownIn', ['frame', 'sandbox', 'window'] as const) ?? 'frame',
    ...(called && { function: called }),
    ...(about !== '' && { about }),
    ...(quantity !== '' && { quantity }),
    ...(way === 'cxml' && cart !== '' && { cart }),
  };
}
