import { defineEntity, p } from '@mikro-orm/core';
import { modes, Partner } from '../partners/partner.entity.ts';
import type { Measure } from './measures.ts';

const hourlyFigure = defineEntity({
  name: 'HourlyFigure',
  properties: {
    measure: p.text().$type<Measure>().primary(),
    /** The first instant of the hour in which what is counted began: a document was received or written, a buyer logged in. */
    hour: p.datetime(0).primary(),
    partner: () => p.manyToOne(Partner).mapToPk().primary().deleteRule('cascade'),
    mode: p.enum(modes).primary(),
    /** Of the measure: see measures.ts. */
    category: p.text().primary(),
    count: p.integer(),
  },
});
/** How many of a kind began in an hour, and what has become of them: counted anew when something happens to one of them. */
export class HourlyFigure extends hourlyFigure.class {}
hourlyFigure.setClass(HourlyFigure);
