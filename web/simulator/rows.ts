import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { formatName } from '../../documents/sentences.ts';
import type { SimulationCart, SimulationStep } from '../../simulator/simulation.entity.ts';
import type { Deviation } from '../../simulator/deviations.ts';
import type { Way } from '../../simulator/punchOut.ts';
import { inboundMarks } from '../admin/documents/marks.ts';
import type { CartRow, StateView, StepRow } from './views.ts';
import type { SimulatorVisit } from './visit.ts';

export const wayNames: Readonly<Record<Way, string>> = {
  oci: 'OCI',
  cxml: 'cXML',
  'peppol-18a-cart': 'Peppol Punch Out 18A',
  'peppol-3-cart': 'Peppol Punch Out 3',
};

export const deviationKeys = {
  none: 'simulatorDeviationNone',
  price: 'simulatorDeviationPrice',
  quantity: 'simulatorDeviationQuantity',
  unit: 'simulatorDeviationUnit',
  article: 'simulatorDeviationArticle',
  more: 'simulatorDeviationMore',
  missing: 'simulatorDeviationMissing',
  added: 'simulatorDeviationAdded',
  expired: 'simulatorDeviationExpired',
} as const satisfies Readonly<Record<Deviation, string>>;

/** What the simulated system did, in one sentence. */
export function stepText({ tongue: { t, language } }: SimulatorVisit, { kind, start, order }: SimulationStep): string {
  if (start) {
    const way = wayNames[start.way];
    const detail = start.function ?? (start.operation === 'create' ? '' : start.operation);
    return detail === '' ? t.simulatorDidPunchOut({ way }) : t.simulatorDidPunchOutAs({ way, detail });
  }
  const facts = { number: order?.order.number ?? '', format: order ? formatName(order.format, language) : '' };
  if (kind === 'change') return t.simulatorDidChange(facts);
  if (kind === 'cancellation') return t.simulatorDidCancel(facts);
  if (kind === 'repeat') return t.simulatorDidRepeat(facts);
  const deviation = order?.deviation ?? 'none';
  if (deviation === 'none') return t.simulatorDidOrder(facts);
  return t.simulatorDidOrderWrong({ ...facts, deviation: t[deviationKeys[deviation]] });
}

/** What came back at once. */
export function answerOf({ tongue: { t } }: SimulatorVisit, step: SimulationStep): StateView {
  const { httpStatus: status, answered } = step;
  if (status === null) return { text: t.simulatorInBrowser, tone: 'info' };
  if (status === 0) return { text: t.simulatorNoAnswer, tone: 'bad' };
  // In cXML the Status says what HTTP does not.
  const said = /<Status\s[^>]*code="(\d{3})"/.exec(answered ?? '')?.[1];
  const code = Number(said ?? status);
  const text = said === undefined ? `HTTP ${status}` : `HTTP ${status}, Status ${said}`;
  return { text, tone: code < 300 ? 'good' : 'bad' };
}

export function stepRow(
  visit: SimulatorVisit,
  step: SimulationStep,
  documents?: ReadonlyMap<string, InboundDocument>,
): StepRow {
  const { base, tongue } = visit;
  const document = step.document === null || !documents ? undefined : documents.get(step.document ?? '');
  const mark = document && inboundMarks[document.state];
  return {
    href: `${base}/steps/${step.id}${keptLanguage(visit)}`,
    at: step.at.toISOString(),
    text: stepText(visit, step),
    answered: answerOf(visit, step),
    ...(mark && { state: { text: tongue.t[mark.key], tone: mark.tone } }),
    ...(step.milliseconds !== null && { milliseconds: step.milliseconds ?? 0 }),
  };
}

export function cartRow(visit: SimulatorVisit, cart: SimulationCart, way: Way): CartRow {
  const { base, tongue } = visit;
  return {
    href: `${base}/carts/${cart.id}${keptLanguage(visit)}`,
    at: cart.receivedAt.toISOString(),
    text: tongue.t.simulatorCartOf({ way: wayNames[way], fields: cart.fields.length }),
  };
}

/** The query that keeps the language which the address asked for. */
export function keptLanguage({ req }: SimulatorVisit): string {
  const language = new URLSearchParams(req.url.split('?')[1]).get('language');
  return language === 'sv' || language === 'en' ? `?language=${language}` : '';
}
