import type { Message } from '../../accounts/message.ts';
import { unitName } from '../../documents/unitNames.ts';
import { asked, type Visit } from './visit.ts';

/** What was just done, told on the page that the form led to. The address says it by a word of a closed list. */
export function doneMessages(visit: Visit): Message[] {
  const { base, session, tongue } = visit;
  const { t, language } = tongue;
  switch (asked(visit, 'done')) {
    case 'added': {
      const unit = unitName(asked(visit, 'unit', 3), language);
      const text = t.added({ quantity: asked(visit, 'quantity', 30), unit, name: asked(visit, 'article', 100) });
      return [{ tone: 'good', text, link: { href: `${base}/cart`, text: t.goToCart } }];
    }
    case 'updated':
      return good(t.updated);
    case 'extended':
      return good(t.extended({ until: session.row.expiresAt.toISOString() }));
    case 'adopted':
      return good(t.adopted({ count: Number.parseInt(asked(visit, 'count', 6), 10) || 0 }));
    case 'saved':
      return good(session.row.userKey === null ? t.savedCode({ code: session.row.cartCode }) : t.saved);
    default:
      return [];
  }
}

function good(text: string): Message[] {
  return [{ tone: 'good', text }];
}
