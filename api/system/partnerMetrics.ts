import type { MikroORM } from '@mikro-orm/postgresql';
import type { Registry } from 'prom-client';
import { pickupFailures } from '../../documents/pickups.ts';
import { sampledGauges, type Sample } from '../../platform/sampledGauges.ts';
import { answerKinds } from '../../statistics/measures.ts';
import { readStatistics, type PartnerStatistics } from '../../statistics/partnerStatistics.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The figures are counted every half minute. */
const FRESHNESS = 30_000;

const gauges = [
  {
    name: 'roundtrip_partner_documents_day',
    help: 'Documents of the last 24 hours, by partner and outcome',
    labels: ['partner', 'outcome'],
  },
  {
    name: 'roundtrip_partner_first_time_right_ratio',
    help: 'Orders of the last 24 hours that were placed without a question to anybody, of all',
    labels: ['partner'],
  },
  {
    name: 'roundtrip_partner_sessions_day',
    help: 'PunchOut sessions of the last 24 hours, by partner and outcome',
    labels: ['partner', 'outcome'],
  },
  {
    name: 'roundtrip_partner_carts_returned_day',
    help: 'Carts that went back in the last 24 hours, by partner',
    labels: ['partner'],
  },
  {
    name: 'roundtrip_partner_lines_day',
    help: 'Order lines of the last 24 hours with a price to compare, by partner: compared, deviating from the price of the day, outside the tolerance',
    labels: ['partner', 'standing'],
  },
  {
    name: 'roundtrip_partner_deliveries_day',
    help: 'Documents written in the last 24 hours, by partner and outcome',
    labels: ['partner', 'outcome'],
  },
  {
    name: 'roundtrip_partner_answer_seconds',
    help: 'From the receipt of an order until the receiver had the answer, of the last 24 hours, by partner and kind of answer',
    labels: ['partner', 'kind', 'quantile'],
  },
  {
    name: 'roundtrip_partner_pickup_failures',
    help: 'Looks in a row that failed into a folder that documents are fetched from, by partner and place',
    labels: ['partner', 'place'],
  },
] as const;
type GaugeName = (typeof gauges)[number]['name'];

/** Gauges of each partner that anything went with in production. */
export function partnerMetrics(registry: Registry, orm: MikroORM): void {
  sampledGauges({
    ...{ registry, gauges, freshness: FRESHNESS },
    async sample() {
      const before = new Date(Math.ceil(Date.now() / HOUR) * HOUR);
      const from = new Date(before.getTime() - DAY);
      const { partners } = await readStatistics(orm.em.fork(), { from, before, mode: 'production' });
      const pickups = await pickupFailures(orm.em.fork(), new Date());
      return [
        ...partners.flatMap(samplesOf),
        ...pickups.map(({ partner, name: place, failures: value }) => ({
          ...{ gauge: 'roundtrip_partner_pickup_failures', labels: { partner, place }, value },
        })),
      ];
    },
  });
}

function samplesOf({ partner, ...figures }: PartnerStatistics): Sample[] {
  const one = (gauge: GaugeName, value: number, labels: Readonly<Record<string, string>> = {}): Sample => ({
    gauge,
    labels: { partner: partner.name, ...labels },
    value,
  });
  const each = (gauge: GaugeName, label: string, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([name, count]) => one(gauge, count, { [label]: name }));
  const { documents, orders, sessions, cartsReturned, lines, deliveries, answers } = figures;
  return [
    ...each('roundtrip_partner_documents_day', 'outcome', documents),
    ...(orders > 0 ? [one('roundtrip_partner_first_time_right_ratio', documents.clean / orders)] : []),
    ...each('roundtrip_partner_sessions_day', 'outcome', sessions),
    one('roundtrip_partner_carts_returned_day', cartsReturned),
    ...each('roundtrip_partner_lines_day', 'standing', lines),
    ...each('roundtrip_partner_deliveries_day', 'outcome', deliveries),
    ...answerKinds.flatMap((kind) =>
      (
        [
          ['0.5', answers[kind].median],
          ['0.9', answers[kind].p90],
          ['0.99', answers[kind].p99],
        ] as const
      ).flatMap(([quantile, seconds]) =>
        seconds === undefined ? [] : [one('roundtrip_partner_answer_seconds', seconds, { kind, quantile })],
      ),
    ),
  ];
}
