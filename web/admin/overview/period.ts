import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { modes, type Mode } from '../../../partners/partner.entity.ts';
import { stepsOf } from '../../../statistics/series.ts';
import type { Step } from '../../charts/chart.ts';
import type { Tongue } from '../../words/words.ts';
import type { AdminVisit } from '../visit.ts';

const HOUR = 3_600_000;

/** Times that figures are shown over. */
export const periods = {
  '24h': { hours: 24, step: 'hour' },
  '7d': { hours: 7 * 24, step: 'hour' },
  '30d': { hours: 30 * 24, step: 'day' },
  '90d': { hours: 90 * 24, step: 'day' },
} as const;
export type PeriodName = keyof typeof periods;
export const periodNames = Object.keys(periods) as PeriodName[];

/** What stands in the address of a page with figures, as far as it can be used. */
export interface FigureAddress {
  readonly period: PeriodName;
  readonly mode: Mode;
  /** Id; undefined: all partners. */
  readonly partnerId: string | undefined;
}

export function readFigureAddress(query: URLSearchParams): FigureAddress {
  const partner = z.uuid().safeParse(query.get('partner'));
  return {
    period: periodNames.find((name) => name === query.get('period')) ?? '24h',
    mode: modes.find((mode) => mode === query.get('mode')) ?? 'production',
    partnerId: partner.success ? partner.data : undefined,
  };
}

/** The query of an equal page, with some of it changed; empty, or begins with a question mark. */
export function figureQuery(address: FigureAddress, change: Partial<FigureAddress> = {}): string {
  const { period, mode, partnerId } = { ...address, ...change };
  const query = new URLSearchParams();
  if (period !== '24h') query.set('period', period);
  if (mode !== 'production') query.set('mode', mode);
  if (partnerId !== undefined) query.set('partner', partnerId);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The time of a question: up to the end of this hour, from the beginning of its first hour or day. */
export interface Range {
  readonly from: Date;
  readonly before: Date;
  readonly step: 'hour' | 'day';
  readonly timeZone: string;
  /** First instants of every step, ISO 8601. */
  readonly instants: readonly string[];
}

/** The range of a period, as it is now. */
export async function rangeOf(em: EntityManager, name: PeriodName, now: Date, timeZone: string): Promise<Range> {
  const { hours, step } = periods[name];
  const before = new Date(Math.ceil(now.getTime() / HOUR) * HOUR);
  const instants = await stepsOf(em, {
    from: new Date(before.getTime() - hours * HOUR),
    ...{ before, step, timeZone },
  });
  return { from: new Date(instants[0]!), before, step, timeZone, instants };
}

/** What stands below the steps: the hours of a day, or days with some room between them. */
export function stepLabels({ instants, step }: Range, { w }: Tongue): Step[] {
  if (step === 'day') {
    const every = instants.length > 40 ? 14 : 5;
    return instants.map((at, index) => ({ label: w.shortDay(at), shown: index % every === 0 }));
  }
  if (instants.length > 24) return instants.map((at) => ({ label: w.shortDay(at), shown: w.clock(at) === '00:00' }));
  return instants.map((at) => ({ label: w.clock(at), shown: Number(w.clock(at).slice(0, 2)) % 4 === 0 }));
}

/** What a chart is drawn of. */
export interface ChartQuestion extends FigureAddress {
  readonly em: EntityManager;
  readonly tongue: Tongue;
  readonly range: Range;
}

export async function chartQuestion(visit: AdminVisit): Promise<ChartQuestion> {
  const { em, tongue, query, now, reader } = visit;
  const address = readFigureAddress(query);
  return { ...address, em, tongue, range: await rangeOf(em, address.period, now, reader.timeZone) };
}
