import type { CheckKind, CheckResult, Evidence, FindingKey, Outcome } from '../../conformance/checks/check.ts';
import { checkOf } from '../../conformance/plan.ts';
import type { ConformanceRun } from '../../conformance/run.entity.ts';
import { isGoingOn } from '../../conformance/runs.ts';
import { formatName } from '../../documents/sentences.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { ways, type Way } from '../../simulator/punchOut.ts';
import type { Tone } from '../admin/lists/views.ts';
import { render, type Reader } from '../render.ts';
import { wayNames } from '../simulator/rows.ts';
import { tongue, type Tongue } from '../words/words.ts';
import type { ReportView } from './views.ts';

const titleKeys = {
  login: 'conformanceLogin',
  wrongSecret: 'conformanceWrongSecret',
  cart: 'conformanceCartCheck',
  cancel: 'conformanceCancel',
  empty: 'conformanceEmpty',
  expiry: 'conformanceExpiry',
  order: 'conformanceOrder',
  duplicate: 'conformanceDuplicate',
  change: 'conformanceChange',
  cancellation: 'conformanceCancellation',
  price: 'conformancePrice',
  answer: 'conformanceAnswer',
  outage: 'conformanceOutage',
} as const satisfies Readonly<Record<CheckKind, string>>;

const adviceKeys = {
  refused: 'conformanceRefusedAdvice',
  wrongSecretAccepted: 'conformanceWrongSecretAdvice',
  noCart: 'conformanceNoCartAdvice',
  cartUnreadable: 'conformanceUnreadableAdvice',
  linesLost: 'conformanceLinesLostAdvice',
  cartCameBack: 'conformanceCameBackAdvice',
  noEmptyCart: 'conformanceNoEmptyAdvice',
  stillOpen: 'conformanceStillOpenAdvice',
  nothingToOrder: 'conformanceNothingToOrderAdvice',
  orderNotTaken: 'conformanceNotTakenAdvice',
  orderRefused: 'conformanceOrderRefusedAdvice',
  orderWaits: 'conformanceOrderWaitsAdvice',
  takenTwice: 'conformanceTakenTwiceAdvice',
  notChangeable: 'conformanceNotChangeableAdvice',
  changeRefused: 'conformanceChangeRefusedAdvice',
  priceAccepted: 'conformancePriceAcceptedAdvice',
  answersNever: 'conformanceNeverAdvice',
  answersLater: 'conformanceLaterAdvice',
  noAnswerInFormat: 'conformanceNoFormatAdvice',
  answerKept: 'conformanceKeptAdvice',
  noAnswer: 'conformanceNoAnswerAdvice',
  notRepeated: 'conformanceNotRepeatedAdvice',
  broken: 'conformanceBrokenAdvice',
} as const satisfies Readonly<Record<FindingKey, string>>;

const evidenceKeys = {
  sent: 'conformanceSent',
  answered: 'conformanceAnswered',
  cart: 'conformanceCart',
  state: 'conformanceState',
  document: 'conformanceDocument',
} as const satisfies Readonly<Record<Evidence['name'], string>>;

const marks = {
  pass: { key: 'conformancePass', tone: 'good' },
  fail: { key: 'conformanceFail', tone: 'bad' },
  notApplicable: { key: 'conformanceNotApplicable', tone: 'info' },
} as const satisfies Readonly<Record<Outcome, { readonly key: string; readonly tone: Tone }>>;

/** A run for its readers. */
export function reportView(run: ConformanceRun, partner: string, spoken: Tongue, now: Date): ReportView {
  const { t } = spoken;
  const { results, planned, agreementVersion: version, startedBy: by, startedAt } = run;
  return {
    about: t.conformanceOf({ partner, version }),
    begun: t.conformanceBegun({ by, at: startedAt.toISOString() }),
    said: said(run, spoken, now),
    ...{ isGoingOn: isGoingOn(run, now), done: results.length, planned: planned.length },
    results: results.map((result) => resultView(result, spoken)),
  };
}

function said(run: ConformanceRun, { t }: Tongue, now: Date): ReportView['said'] {
  const { results, planned, finishedAt, failure } = run;
  const count = (outcome: Outcome): number => results.filter((result) => result.outcome === outcome).length;
  const [passed, failed] = [count('pass'), count('fail')];
  if (failure) return { text: t.conformanceFailed({ failure }), tone: 'bad' };
  if (finishedAt === null && isGoingOn(run, now)) {
    return { text: t.conformanceGoing({ done: results.length, planned: planned.length }), tone: 'info' };
  }
  if (finishedAt === null) return { text: t.conformanceLost, tone: 'bad' };
  if (planned.length === 0) return { text: t.conformanceNothing, tone: 'warn' };
  if (failed > 0) return { text: t.conformanceSomeFail({ failed, passed }), tone: 'bad' };
  return { text: t.conformanceAllPass({ passed }), tone: 'good' };
}

function resultView(result: CheckResult, { t, language }: Tongue): ReportView['results'][number] {
  const { outcome, finding, evidence, milliseconds } = result;
  const mark = marks[outcome];
  return {
    title: checkTitle(result.id, { t, language }),
    state: { text: t[mark.key], tone: mark.tone },
    advice: finding ? t[adviceKeys[finding.key]] : '',
    told: finding?.said ? t.conformanceSaid({ said: finding.said }) : '',
    took: t.conformanceSeconds({ seconds: milliseconds / 1_000 }),
    evidence: evidence.map(({ name, text }) => ({ name: t[evidenceKeys[name]], text })),
  };
}

/** What a check looks at, in one sentence. */
export function checkTitle(id: string, { t, language }: Pick<Tongue, 't' | 'language'>): string {
  const { kind, what } = checkOf(id);
  const way = ways.find((one): one is Way => one === what);
  return t[titleKeys[kind]]({ what: way ? wayNames[way] : formatName(what as FormatId, language) });
}

/** The report as a file that needs nothing beside it. */
export function reportFile(run: ConformanceRun, partner: string, reader: Reader, now: Date): string {
  const spoken = tongue(reader.language, reader.timeZone);
  return render('conformance/report', { report: reportView(run, partner, spoken, now) }, reader);
}
