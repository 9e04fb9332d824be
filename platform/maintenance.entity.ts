import { defineEntity, p } from '@mikro-orm/core';

const maintenance = defineEntity({
  name: 'Maintenance',
  properties: {
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    since: p.datetime(3),
    /** When it is likely over; what partners are told to wait for. */
    until: p.datetime(3).nullable(),
    /** For people: `A new release`. Empty: not told. */
    reason: p.text(),
    startedBy: p.text(),
  },
});
/** There while Roundtrip is being maintained: at most one row. */
export class Maintenance extends maintenance.class {}
maintenance.setClass(Maintenance);
