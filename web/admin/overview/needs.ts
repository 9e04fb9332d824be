import { MOST_COUNTED, type Attention, type CatalogueNamed } from '../../../documents/attention.ts';
import type { DeliveryQueue } from '../../../documents/deliveryQueues.ts';
import type { FailingPickup } from '../../../documents/pickups.ts';
import { reasonName } from '../../../documents/reasonNames.ts';
import { faultSentence } from '../../../documents/sentences.ts';
import type { DeliveryFault } from '../../../platform/deliveryFault.ts';
import type { Reported } from '../../../platform/workerReports.ts';
import type { Tongue } from '../../words/words.ts';
import type { NeedView } from './views.ts';

/** Reasons that are named; the others are in the list. */
const MOST_REASONS = 5;
/** Partners that are named. */
const MOST_PARTNERS = 5;

interface Found {
  readonly attention: Attention;
  readonly queues: readonly DeliveryQueue[];
  /** Why the latest attempts failed, by the queue's `failingId`. */
  readonly faults: ReadonlyMap<string, DeliveryFault>;
  readonly books: Reported<'books'> | undefined;
  /** `/admin`, below the root of the application. */
  readonly base: string;
}

/** What needs somebody now, the most urgent first; each leads to where it is done. */
export function needsOf(found: Found, tongue: Tongue): NeedView[] {
  const { attention, books, base } = found;
  return [
    ...unbalanced(books, base, tongue),
    ...waiting(attention.waiting, base, tongue),
    ...failing(found, tongue),
    ...attention.pickups.map((one) => pickup(one, base, tongue)),
    ...answers(attention, base, tongue),
    ...quarantine(attention.quarantine, base, tongue),
    ...handovers(attention.handovers, base, tongue),
    ...buyers(attention.buyersAsked, base, tongue),
    ...changes(attention.changesPutOff, base, tongue),
    ...attention.catalogues.refused.map((one) => catalogue(one, 'refused', base, tongue)),
    ...attention.catalogues.unanswered.map((one) => catalogue(one, 'unanswered', base, tongue)),
    ...attention.catalogues.waiting.map((one) => catalogue(one, 'waiting', base, tongue)),
  ];
}

function unbalanced(books: Found['books'], base: string, { t }: Tongue): NeedView[] {
  if (books === undefined || books.facts.balanced) return [];
  const text = t.overviewUnbalanced({ count: books.facts.problems, at: books.at.toISOString() });
  return [
    { tone: 'bad', text, facts: [t.overviewUnbalancedDo], href: `${base}/documents`, action: t.overviewSeeDocuments },
  ];
}

function waiting(found: Attention['waiting'], base: string, { t, language }: Tongue): NeedView[] {
  if (found.count === 0) return [];
  const { count, oldest, reasons, deadlineNear, deadlinePassed } = found;
  const named = reasons.slice(0, MOST_REASONS).map(({ code, orders }) => `${reasonName(code, language)} (${orders})`);
  const more = reasons.length - named.length;
  return [
    {
      tone: deadlinePassed > 0 ? 'bad' : 'warn',
      text: t.overviewWaitingOrders({ count, many: count >= MOST_COUNTED }),
      facts: [
        ...(named.length > 0 ? [t.overviewWhy({ reasons: named, more })] : []),
        t.overviewOldest({ at: oldest! }),
        ...(deadlinePassed > 0 ? [t.overviewDeadlinePassed({ count: deadlinePassed })] : []),
        ...(deadlineNear > 0 ? [t.overviewDeadlineNear({ count: deadlineNear })] : []),
      ],
      href: `${base}/orders?status=Waiting`,
      action: t.overviewDecide,
    },
  ];
}

function failing({ queues, faults, base }: Found, { t, language }: Tongue): NeedView[] {
  const found = queues.filter(({ failing: retrying, undelivered }) => retrying + undelivered > 0);
  const shown = found.slice(0, MOST_PARTNERS).map((queue): NeedView => {
    const { partnerId, partner, failing: retrying, undelivered, failingSince, failingId, lastError } = queue;
    const fault = faults.get(failingId ?? '');
    const why = fault ? faultSentence(fault, language) : lastError;
    return {
      tone: undelivered > 0 ? 'bad' : 'warn',
      text: t.overviewFailing({ partner, retrying, undelivered }),
      facts: [
        ...(failingSince === null ? [] : [t.overviewOldest({ at: failingSince.toISOString() })]),
        ...(why === null ? [] : [t.overviewLastError({ text: why })]),
      ],
      href: `${base}/deliveries/partners/${partnerId}`,
      action: t.overviewSeeDeliveries,
    };
  });
  const more = found.length - shown.length;
  if (more <= 0) return shown;
  const text = t.overviewFailingMore({ count: more });
  return [...shown, { tone: 'warn', text, facts: [], href: `${base}/deliveries`, action: t.overviewSeeDeliveries }];
}

function pickup(
  { partnerId, partner, name, failures, fault }: FailingPickup,
  base: string,
  { t, language }: Tongue,
): NeedView {
  return {
    tone: 'bad',
    text: t.overviewPickup({ partner, name }),
    facts: [
      t.overviewLastError({ text: faultSentence(fault, language) }),
      t.overviewPickupFailures({ count: failures }),
    ],
    href: `${base}/partners/${partnerId}/folders`,
    action: t.overviewSeeWhy,
  };
}

function answers({ answersLate, answersDue }: Attention, base: string, { t }: Tongue): NeedView[] {
  if (answersLate + answersDue === 0) return [];
  const late = answersLate > 0;
  return [
    {
      tone: late ? 'bad' : 'warn',
      text: late ? t.overviewAnswersLate({ count: answersLate }) : t.overviewAnswersDue({ count: answersDue }),
      facts: late && answersDue > 0 ? [t.overviewAnswersDue({ count: answersDue })] : [],
      href: `${base}/orders?status=New`,
      action: t.overviewAnswer,
    },
  ];
}

function quarantine({ count, oldest }: Attention['quarantine'], base: string, { t }: Tongue): NeedView[] {
  if (count === 0) return [];
  const text = t.overviewQuarantine({ count, many: count >= MOST_COUNTED });
  const facts = [t.overviewQuarantineDo, t.overviewOldest({ at: oldest! })];
  return [{ tone: 'warn', text, facts, href: `${base}/quarantine`, action: t.overviewSeeQuarantine }];
}

function handovers({ count, oldest }: Attention['handovers'], base: string, { t }: Tongue): NeedView[] {
  if (count === 0) return [];
  const text = t.shopOrdersLeft({ count, many: count >= MOST_COUNTED });
  const facts = [t.shopOrdersLeftDo, t.overviewOldest({ at: oldest! })];
  return [{ tone: 'bad', text, facts, href: `${base}/shop/connection`, action: t.shopSeeConnection }];
}

function buyers({ count, late, oldest }: Attention['buyersAsked'], base: string, { t }: Tongue): NeedView[] {
  if (count === 0) return [];
  return [
    {
      tone: late > 0 ? 'warn' : 'info',
      text: t.overviewBuyers({ count, late }),
      facts: [t.overviewBuyersUntil({ at: oldest! })],
      href: `${base}/orders?status=New&status=Confirmed`,
      action: t.overviewSeeOrders,
    },
  ];
}

function changes({ count, oldest }: Attention['changesPutOff'], base: string, { t }: Tongue): NeedView[] {
  if (count === 0) return [];
  const text = t.overviewChanges({ count });
  const facts = [t.overviewChangesDo, t.overviewOldest({ at: oldest! })];
  return [
    {
      tone: 'info',
      text,
      facts,
      href: `${base}/documents?direction=in&state=received`,
      action: t.overviewSeeDocuments,
    },
  ];
}

function catalogue(
  { id, partnerId, partner, since }: CatalogueNamed,
  how: keyof Attention['catalogues'],
  base: string,
  { t }: Tongue,
): NeedView {
  const text = {
    refused: t.overviewCatalogueRefused,
    unanswered: t.overviewCatalogueUnanswered,
    waiting: t.overviewCatalogueWaiting,
  }[how]({ partner });
  return {
    tone: how === 'refused' ? 'bad' : 'warn',
    text,
    facts: [t.overviewCatalogueSince({ at: since })],
    href: `${base}/partners/${partnerId}/catalogues/${id}`,
    action: { refused: t.overviewSeeWhy, unanswered: t.overviewSeeCatalogue, waiting: t.overviewDecide }[how],
  };
}
