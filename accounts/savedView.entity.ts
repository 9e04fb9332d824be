import { defineEntity, p } from '@mikro-orm/core';
import { Account } from './account.entity.ts';

const savedView = defineEntity({
  name: 'SavedView',
  properties: {
    id: p.uuid().primary(),
    /** Whose list it is a view of, as `orders`. */
    area: p.text(),
    name: p.text(),
    /** The filters as they stand in the address, without `?`. */
    query: p.text(),
    /** Whose it is; absent: everybody's. */
    account: () => p.manyToOne(Account).mapToPk().nullable().deleteRule('cascade'),
    createdBy: p.text(),
    createdAt: p.datetime(3),
  },
  uniques: [{ name: 'saved_view_own_unique', properties: ['area', 'account', 'name'] }],
  indexes: [
    {
      name: 'saved_view_shared_unique',
      expression:
        'create unique index "saved_view_shared_unique" on "saved_view" ("area", "name") where account_id is null',
    },
  ],
});
/** A named address of a list: its filters and order. */
export class SavedView extends savedView.class {}
savedView.setClass(SavedView);
