import { RoundtripError } from '../../platform/errors.ts';
import { listCarts } from '../../simulator/carts.ts';
import { callForm } from '../../simulator/punchOut.ts';
import { findStep } from '../../simulator/steps.ts';
import { showSimulatorPage } from './page.ts';
import { cartRow, stepText } from './rows.ts';
import { idOf, type SimulatorVisit } from './visit.ts';

const SHOWN = 20;

/** GET /simulator/:key/shop/:id: the shop in the page of the purchasing system, and what comes back from it. */
export async function shop(visit: SimulatorVisit): Promise<void> {
  const { em, buyer, simulation } = visit;
  const step = await findStep(em, simulation.row.id, idOf(visit));
  const { start } = step;
  if (!start) throw new RoundtripError('NotFound', 'This step opened no shop.');
  const carts = (await listCarts(em, simulation.row.id, SHOWN)).filter((cart) => cart.step === step.id);
  const form = start.way === 'cxml' ? undefined : callForm(buyer, step.id, start);
  showSimulatorPage(
    visit,
    'simulator/shop',
    {
      ...{ step: step.id, shownIn: start.shownIn },
      ...(form && { form }),
      ...(start.startPage !== undefined && { startPage: start.startPage }),
      ...(!form && start.startPage === undefined && { refusal: step.answered ?? '' }),
      carts: carts.map((cart) => cartRow(visit, cart, start.way)),
    },
    { title: stepText(visit, step), here: '' },
  );
}
