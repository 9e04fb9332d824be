import { defineEntity, p } from '@mikro-orm/core';
import { catalogueFormats } from '../formats/document/catalogue.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import { CatalogueExport } from './catalogueExport.entity.ts';
import type { CatalogueRefusal } from './catalogueRefusals.ts';

const catalogueTurn = defineEntity({
  name: 'CatalogueTurn',
  tableName: 'catalogue_turn',
  properties: {
    partner: () => p.manyToOne(Partner).mapToPk().primary(),
    mode: p.enum(modes).primary(),
    format: p.enum(catalogueFormats).primary(),
    /** When it was due. */
    dueAt: p.datetime(3),
    /** What was begun; null: nothing was, `refusal` says why. */
    export: () => p.manyToOne(CatalogueExport).mapToPk().nullable(),
    refusal: p.json<CatalogueRefusal>().nullable(),
  },
});
/** The last turn that a schedule took, and what came of it. Whoever moves `dueAt` on takes the turn. */
export class CatalogueTurn extends catalogueTurn.class {}
catalogueTurn.setClass(CatalogueTurn);
