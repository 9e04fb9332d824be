import { modes } from '../../../partners/partner.entity.ts';
import { listPartners } from '../../../partners/partners.ts';
import type { AdminVisit } from '../visit.ts';
import { periodNames, type FigureAddress } from './period.ts';
import type { FigureFilterView } from './views.ts';

/** Partners that the choice shows. */
const MOST_PARTNERS = 500;

/** The form that figures are chosen by. @param action where it leads to */
export async function figureFilter(
  { em, tongue: { t } }: AdminVisit,
  { period, mode, partnerId }: FigureAddress,
  action: string,
): Promise<FigureFilterView> {
  const names = {
    '24h': t.overviewPeriod24h,
    '7d': t.overviewPeriod7d,
    '30d': t.overviewPeriod30d,
    '90d': t.overviewPeriod90d,
  };
  const modeNames = { production: t.overviewProduction, test: t.overviewTest };
  const partners = await listPartners(em, { limit: MOST_PARTNERS });
  return {
    action,
    periods: periodNames.map((value) => ({ value, name: names[value], chosen: value === period })),
    modes: modes.map((value) => ({ value, name: modeNames[value], chosen: value === mode })),
    partners: partners.map(({ id, name }) => ({ id, name, chosen: id === partnerId })),
  };
}
