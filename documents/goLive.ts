/** What has been tried of an agreement, as its documents and visits show it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { Agreement } from '../partners/agreement.ts';
import { changeFormats } from '../partners/changes.ts';
import type { Mode } from '../partners/partner.entity.ts';

export const livePoints = [
  'secret',
  'loginOci',
  'cartOci',
  'loginCxml',
  'cartCxml',
  'loginPeppol',
  'cartPeppol',
  'cancel',
  'order',
  'duplicate',
  'deviation',
  'answer',
  'answerFetched',
  'retry',
  'change',
] as const;
/**
 * `secret`: the partner has logged in. `login...`: a visit was begun by the protocol, `cart...`: a cart went back. `cancel`: a buyer left
 * without one. `order`: an order went through. `answer` was delivered, `answerFetched` was fetched. `retry`: one was delivered
 * after an attempt that failed.
 */
export type LivePoint = (typeof livePoints)[number];

/** What shows it: the latest document, visit or delivery that did. */
export interface LiveEvidence {
  readonly kind: 'in' | 'out' | 'session' | 'secret';
  /** Of a secret: empty. */
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

export interface LiveState {
  readonly point: LivePoint;
  /** Without it the agreement should not go live; others are good to have tried. */
  readonly required: boolean;
  readonly evidence: LiveEvidence | undefined;
}

/** So many of the latest documents, visits and deliveries are looked at. */
const MOST = 500;

/** Which points an agreement has, and which of them its traffic has shown. One SQL statement. */
export async function goLiveList(
  em: EntityManager,
  of: { readonly partnerId: string; readonly mode: Mode; readonly agreement: Agreement },
): Promise<LiveState[]> {
  const evidence = await shown(em, of.partnerId, of.mode);
  return pointsOf(of.agreement).map(([point, required]) => ({ point, required, evidence: evidence.get(point) }));
}

/** In the order in which they are tried. */
function pointsOf({ formats, punchOut, orderResponses, answers, changes }: Agreement): [LivePoint, boolean][] {
  const { oci, cxml, peppol } = punchOut ?? {};
  const isOpen = oci !== undefined || cxml !== undefined || peppol !== undefined;
  const takesChanges =
    changeFormats.some((format) => formats.includes(format)) || formats.includes('cxml-order-request');
  const answered = answers.acceptance !== 'none';
  const given: readonly (readonly [LivePoint, boolean, boolean])[] = [
    ['secret', true, true],
    ['loginOci', oci !== undefined, true],
    ['cartOci', oci !== undefined, true],
    ['loginCxml', cxml !== undefined, true],
    ['cartCxml', cxml !== undefined, true],
    ['loginPeppol', peppol !== undefined, true],
    ['cartPeppol', peppol !== undefined, true],
    ['cancel', isOpen, false],
    ['order', formats.length > 0, true],
    ['duplicate', formats.length > 0, true],
    ['deviation', formats.length > 0, false],
    ['answer', formats.length > 0 && answered && orderResponses !== undefined, true],
    ['answerFetched', formats.length > 0 && answered && orderResponses === undefined, true],
    ['retry', formats.length > 0 && answered && orderResponses !== undefined, false],
    ['change', takesChanges && changes.change !== 'refuse', false],
  ];
  return given.filter(([, applies]) => applies).map(([point, , required]) => [point, required]);
}

interface EvidenceRow {
  readonly point: LivePoint;
  readonly kind: LiveEvidence['kind'];
  readonly id: string;
  readonly at: string;
}

async function shown(em: EntityManager, partnerId: string, mode: Mode): Promise<Map<LivePoint, LiveEvidence>> {
  const { rows } = await sql<EvidenceRow>`
    with incoming as (
      select id, state, received_at as at, order_id from inbound_document
      where partner_id = ${partnerId} and mode = ${mode} order by id desc limit ${MOST}
    ), visit as (
      select id, state, created_at, returned_at, initcap(protocol) as protocol from punch_out_session
      where partner_id = ${partnerId} and mode = ${mode} order by id desc limit ${MOST}
    ), outgoing as (
      select id, state, attempts, coalesce(finished_at, created_at) as at from outbound_document
      where partner_id = ${partnerId} and mode = ${mode} and response_code is not null order by id desc limit ${MOST}
    )
    select distinct on (point) point, kind, id::text, ${instant('at')} as at from (
      select 'order' as point, 'in' as kind, id, at from incoming where state in ('placed', 'tested')
      union all select 'duplicate', 'in', id, at from incoming where state = 'duplicate' or exists (
        select from timeline_entry t where t.inbound_document_id = incoming.id and t.code = 'document.repeated')
      union all select 'deviation', 'in', id, at from incoming where exists (
        select from order_line l where l.order_id = incoming.order_id and (l.comparison -> 'band') is not null)
      union all select 'change', 'in', id, at from incoming where state = 'applied'
      union all select 'answer', 'out', id, at from outgoing where state = 'delivered'
      union all select 'answerFetched', 'out', outgoing.id, t.at from outgoing join timeline_entry t on t.outbound_document_id = outgoing.id
        where t.code = 'answer.fetched'
      union all select 'retry', 'out', id, at from outgoing where state = 'delivered' and attempts > 1
      union all select 'login' || protocol, 'session', id, created_at from visit
      union all select 'cart' || protocol, 'session', id, returned_at from visit where returned_at is not null
      union all select 'cancel', 'session', id, created_at from visit where state = 'cancelled'
      union all select 'secret', 'secret', null, last_used_at from partner_credential
        where partner_id = ${partnerId} and mode = ${mode} and direction = 'in' and last_used_at is not null
    ) seen order by point, seen.at desc`.execute(em.getKysely());
  return new Map(rows.map(({ point, kind, id, at }) => [point, { kind, id, at }]));
}
