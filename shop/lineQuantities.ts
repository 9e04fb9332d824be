import { sql } from 'kysely';

/**
 * What of a line was agreed upon: nothing where it was rejected; the parts that were not, where it was confirmed in parts; else the
 * quantity of the decision or of the order. In the unit of the order line, like everything here. A quantity that is no number counts as 0.
 */
export const agreedQuantity = sql`case
  when confirmed is not null then (
    select coalesce(sum((part ->> 'quantity')::numeric), 0) from jsonb_array_elements(confirmed) as part
    where part ->> 'status' <> 'rejected')
  when response_status = '27' then 0
  when decision ->> 'quantity' is not null then (decision ->> 'quantity')::numeric
  when btrim(line ->> 'quantity') ~ '^[0-9]+([.][0-9]+)?$' then btrim(line ->> 'quantity')::numeric
  else 0 end`;

/** What is still to come of a line; nothing where its rest was cancelled, or more was delivered than agreed. */
export const outstandingQuantity = sql`case when rest_cancelled then 0 else greatest(${agreedQuantity} - delivered, 0) end`;

/** Quantities of an order line as decimals, in the unit of the order. */
export interface LineQuantities {
  readonly agreed: string;
  readonly delivered: string;
  readonly outstanding: string;
}

/** They as one JSON object. */
export const lineQuantities = sql`json_build_object('agreed', trim_scale(${agreedQuantity})::text,
  'delivered', trim_scale(delivered)::text, 'outstanding', trim_scale(${outstandingQuantity})::text)`;
