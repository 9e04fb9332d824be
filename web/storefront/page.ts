import { cartSummary } from '../../sessions/cartSummary.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { render } from '../render.ts';
import type { Message } from '../../accounts/message.ts';
import type { Frame, Templates } from '../templates.ts';
import { doneMessages } from './done.ts';
import type { Visit } from './visit.ts';

/** A buyer is warned so long before the session ends; milliseconds. */
const WARNING = 300_000;

/** What a page says of itself. */
export interface PageFacts {
  readonly title: string;
  /** Path and query of the page below `base`, without a slash in front. */
  readonly here: string;
  readonly q?: string;
  readonly liveSearch?: boolean;
  readonly told?: string;
}

type PageName = { [N in keyof Templates]: Templates[N] extends { readonly frame: Frame } ? N : never }[keyof Templates];
type Rest<N extends PageName> = Omit<Templates[N], 'frame' | 'messages'> & { readonly messages?: readonly Message[] };

/** Answers with a page of the session. */
export async function showPage<N extends PageName>(
  visit: Visit,
  name: N,
  facts: PageFacts,
  view: Rest<N>,
  status = 200,
): Promise<void> {
  const messages = [...doneMessages(visit), ...(view.messages ?? [])];
  const told = facts.told ?? messages.map(({ text }) => text).join(' ');
  const frame = await frameOf(visit, { ...facts, told });
  const page = render(name, { ...view, frame, messages } as unknown as Templates[N], visit.reader);
  visit.res.status(status).type('html').send(page);
}

/** What stands around a page. */
async function frameOf(visit: Visit, facts: PageFacts): Promise<Frame> {
  const { session, shop, base, reader, now, em } = visit;
  const { row, settings, customer, partnerName: partner } = session;
  const left = row.expiresAt.getTime() - now.getTime();
  const user = row.userName ?? row.userKey;
  const summary = row.operation === 'detail' ? undefined : await cartSummary(em, session);
  return {
    title: facts.title,
    base,
    shop: { name: shop.name, ...(shop.logo !== undefined && { logo: shop.logo }) },
    visit: {
      ...{ customer: customer.name, partner, until: row.expiresAt.toISOString() },
      ...(user && { user }),
      stripKey: stripKey(row.operation),
      left: Math.max(0, Math.floor(left / 60_000)),
      warnIn: Math.max(0, Math.floor((left - WARNING) / 1_000)),
    },
    ...(summary && { cart: { ...summary, currency: settings.currency } }),
    q: facts.q ?? '',
    liveSearch: facts.liveSearch ?? false,
    told: facts.told ?? '',
    otherLanguage: reader.language === 'sv' ? 'en' : 'sv',
    here: facts.here,
  };
}

function stripKey(operation: SessionInHand['row']['operation']): Frame['visit']['stripKey'] {
  if (operation === 'inspect') return 'stripPartnerInspect';
  return operation === 'detail' ? 'stripPartnerLook' : 'stripPartner';
}

/** The basket in the page's head, for a page that stays where it is. */
export async function sendBasket(visit: Visit, told: string): Promise<void> {
  const frame = await frameOf(visit, { title: visit.tongue.t.cartTitle, here: '', told });
  visit.res.type('html').send(render('added', { frame }, visit.reader));
}
