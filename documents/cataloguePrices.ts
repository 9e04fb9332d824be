import { sql } from 'kysely';
import type { CatalogueItem } from '../formats/document/catalogue.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { ToldPrice, ToldPrices } from '../shop/priceSources.ts';
import { arrived } from './catalogueExports.ts';
import { numberOf } from './catalogueExport.entity.ts';

interface Row {
  product_id: string;
  id: string;
  code: string;
  day: string;
  currency: string;
  item: CatalogueItem;
}

/**
 * Prices of the catalogue that the partner was last sent, in whatever format, and that was in force on the day: delivered or kept to be
 * fetched, and not refused by its answer. Items of earlier ones are not kept: of a day before it nothing is told. One SQL statement.
 */
export function toldByCatalogue({ partnerId, mode }: { readonly partnerId: string; readonly mode: Mode }): ToldPrices {
  return async (em, day, productIds) => {
    const { rows } = await sql<Row>`
      with sent as (
        select run.id, run.code, run.day::text as day, agreement.settings #>> '{punchOut,currency}' as currency
        from catalogue_export run
        join partner_agreement agreement on agreement.partner_id = run.partner_id and agreement.mode = run.mode
          and agreement.version = run.agreement_version
        where run.partner_id = ${partnerId} and run.mode = ${mode} and run.state = 'done' and run.day <= ${day}::date
          and ${arrived} and exists (select from catalogue_export_item where export_id = run.id)
        order by run.id desc limit 1
      )
      select product.id as product_id, sent.*, told.item from sent
      cross join product
      join catalogue_export_item told on told.export_id = sent.id and told.article_number = product.article_number
      where product.id = any(${[...productIds]}::uuid[]) and told.item is not null`.execute(em.getKysely());
    return new Map(rows.map((row) => [row.product_id, told(row)]));
  };
}

function told({ item, day, currency, ...run }: Row): ToldPrice {
  return { catalogue: numberOf({ ...run, day }), day, currency, unit: item.unit, prices: item.prices };
}
