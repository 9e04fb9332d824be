import { categoriesOf } from '../../shop/categories.ts';
import { unsentCarts } from '../../sessions/earlierCarts.ts';
import type { Message } from '../../accounts/message.ts';
import { showPage } from './page.ts';
import { shopper, type Visit } from './visit.ts';

/** `GET /shop/:token/`: categories, and a cart that was not sent in an earlier session. */
export async function home(visit: Visit): Promise<void> {
  await showHome(visit, {});
}

/** The start page. @param wrong a cart code that led nowhere */
export async function showHome(visit: Visit, { wrong }: { readonly wrong?: string }): Promise<void> {
  const { em, session, base, changeable, tongue, now } = visit;
  const categories = await categoriesOf(em, shopper(visit));
  const unsent = changeable ? await unsentCarts(em, session, now) : [];
  await showPage(
    visit,
    'home',
    { title: tongue.t.homeTitle, here: '', liveSearch: true },
    {
      messages: [...wrongCode(visit, wrong), ...sentMessages(visit)],
      categories: categories.map(({ name, count, more }) => ({
        href: `${base}/category/${encodeURIComponent(name)}`,
        name,
        count,
        more,
      })),
      unsent: unsent.map(({ code, changedAt, lines }) => ({ code, at: changedAt.toISOString(), count: lines })),
      adopt: changeable,
      code: wrong ?? '',
    },
    wrong === undefined ? 200 : 404,
  );
}

function wrongCode({ tongue }: Visit, code: string | undefined): Message[] {
  return code === undefined ? [] : [{ tone: 'bad', text: tongue.t.adoptUnknown({ code }) }];
}

/** After a return: what was handed over, and that it may be handed over again. */
export function sentMessages({ session, tongue }: Visit): Message[] {
  const { state, returnedAt, expiresAt } = session.row;
  if (state !== 'returned' || !returnedAt) return [];
  const said = [
    tongue.t.returnedNotice({ at: returnedAt.toISOString(), partner: session.partnerName }),
    tongue.t.returnedAgain({ until: expiresAt.toISOString() }),
  ];
  return [{ tone: 'info', text: said.join(' ') }];
}
