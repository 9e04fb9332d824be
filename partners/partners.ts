import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import { describeIssue } from '../platform/issues.ts';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import { agreementSchema, type Agreement } from './agreement.ts';
import type { IncomingCredential } from './credentials.ts';
import { cxmlNames } from './cxml.ts';
import { mappingProblems } from './mapping/fields.ts';
import { Partner, PartnerAddress, PartnerAgreement, type Mode, type ShownKind } from './partner.entity.ts';

/** A version of a partner's settings. */
export interface AgreementInForce {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly version: number;
  readonly settings: Agreement;
}

/** Everything that the intake needs to know about an address. */
export interface PartnerAtAddress {
  readonly code: string;
  readonly mode: Mode;
  readonly id: string;
  readonly name: string;
  readonly kind: 'partner' | 'hub';
  readonly enabled: boolean;
  readonly paused: boolean;
  /** Undefined for an address without agreement: nothing may come in. */
  readonly agreement: AgreementInForce | undefined;
  /** The active incoming ones of this mode. */
  readonly credentials: readonly IncomingCredential[];
}

/** Last part of an address: small letters, digits, hyphens. `hub` is taken by the addresses of hubs. */
const CODE = /^(?!hub$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export function isAddressCode(text: string): boolean {
  return CODE.test(text);
}

interface AddressRow {
  id: string;
  name: string;
  kind: 'partner' | 'hub';
  enabled: boolean;
  paused: boolean;
  mode: Mode;
  version: number | null;
  settings: Agreement | null;
  credentials: {
    id: string;
    kind: ShownKind;
    user: string | null;
    keyId: string;
    salt: string;
    hash: string;
    lastUsedAt: string | null;
  }[];
}

/** The partner or hub at `/punchin/<code>` or `/punchin/hub/<code>`, with agreement and credentials, in one query. */
export async function findAtAddress(em: EntityManager, code: string): Promise<PartnerAtAddress | undefined> {
  if (!isAddressCode(code)) return undefined;
  const { rows } = await sql<AddressRow>`
    select p.id, p.name, p.kind, p.enabled, p.paused_at is not null as paused, a.mode, g.version, g.settings,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'user', c.user_name, 'keyId', c.key_id,
          'salt', encode(c.salt, 'hex'), 'hash', encode(c.hash, 'hex'), 'lastUsedAt', c.last_used_at))
        from partner_credential c
        where c.partner_id = p.id and c.mode = a.mode and c.direction = 'in' and c.revoked_at is null), '[]') as credentials
    from partner_address a join partner p on p.id = a.partner_id
    left join lateral (
      select version, settings from partner_agreement where partner_id = p.id and mode = a.mode
      order by version desc limit 1) g on true
    where a.code = ${code}`.execute(em.getKysely());
  const row = rows[0];
  if (row === undefined) return undefined;
  const { version, settings, credentials, ...partner } = row;
  return {
    ...partner,
    code,
    agreement: agreementOf(row.id, row.mode, version, settings),
    credentials: credentials.map(({ salt, hash, lastUsedAt, ...rest }) => ({
      ...rest,
      salt: Buffer.from(salt, 'hex'),
      hash: Buffer.from(hash, 'hex'),
      lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
    })),
  };
}

function agreementOf(
  partnerId: string,
  mode: Mode,
  version: number | null,
  settings: unknown,
): AgreementInForce | undefined {
  if (version === null) return undefined;
  // A setting that a later release added gets its default.
  return { partnerId, mode, version, settings: agreementSchema.parse(settings) };
}

/** A partner that may send through a hub. */
export interface ServedPartner {
  readonly id: string;
  /** Code of its own address, or of the hub's where it has none. */
  readonly code: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly paused: boolean;
  readonly agreement: AgreementInForce;
}

/** The partners of a hub that have an agreement of this mode. */
export async function servedBy(em: EntityManager, hubId: string, mode: Mode): Promise<ServedPartner[]> {
  const { rows } = await sql<Omit<ServedPartner, 'agreement'> & { version: number; settings: unknown }>`
    select distinct on (p.id) p.id, coalesce(own.code, hub.code) as code, p.name, p.enabled, p.paused_at is not null as paused, g.version, g.settings
    from partner p join partner_agreement g on g.partner_id = p.id and g.mode = ${mode}
    left join partner_address own on own.partner_id = p.id and own.mode = ${mode}
    join partner_address hub on hub.partner_id = ${hubId} and hub.mode = ${mode}
    where p.hub_id = ${hubId} order by p.id, g.version desc`.execute(em.getKysely());
  return rows.map(({ version, settings, ...partner }) => ({
    ...partner,
    agreement: agreementOf(partner.id, mode, version, settings)!,
  }));
}

/** The agreement in force, or the named version of it. @throws NotFound */
export async function findAgreement(
  em: EntityManager,
  partnerId: string,
  mode: Mode,
  version?: number,
): Promise<AgreementInForce> {
  const { rows } = await sql<{ version: number; settings: unknown }>`
    select version, settings from partner_agreement
    where partner_id = ${partnerId} and mode = ${mode} and version = coalesce(${version ?? null}::int, version)
    order by version desc limit 1`.execute(em.getKysely());
  const found = agreementOf(partnerId, mode, rows[0]?.version ?? null, rows[0]?.settings);
  if (found === undefined) throw new RoundtripError('NotFound', `The partner has no such ${mode} agreement.`);
  return found;
}

/** Every version of a partner's agreement, newest first. */
export async function agreementVersions(em: EntityManager, partnerId: string, mode: Mode): Promise<PartnerAgreement[]> {
  return em.find(
    PartnerAgreement,
    { partner: partnerId, mode },
    { orderBy: { version: 'desc' }, disableIdentityMap: true },
  );
}

/** Settings as somebody typed them, with the defaults filled in, or what is wrong with them and where. */
export type CheckedAgreement =
  | { readonly settings: Agreement; readonly problems: readonly [] }
  | { readonly settings: undefined; readonly problems: readonly ErrorDetail[] };

/** Checks settings as somebody typed them. */
export function checkAgreement(settings: unknown, mode: Mode): CheckedAgreement {
  const result = agreementSchema.safeParse({ mode, ...(settings as object) });
  const problems = result.success
    ? agreementProblems(result.data, mode)
    : result.error.issues.flatMap((issue) => describeIssue(issue, settings, 'settings'));
  return result.success && problems.length === 0
    ? { settings: result.data, problems: [] }
    : { settings: undefined, problems };
}

/** The same for settings that must be right. @throws RequestInvalid with the place of each problem */
export function readAgreement(given: unknown, mode: Mode): Agreement {
  const { settings, problems } = checkAgreement(given, mode);
  if (settings) return settings;
  throw new RoundtripError('RequestInvalid', 'The agreement has settings that cannot be used.', { details: problems });
}

/** What a schema alone does not see. */
function agreementProblems(agreement: Agreement, expected: Mode): ErrorDetail[] {
  const { mode, formats, punchOut, customers, matching, addresses } = agreement;
  const { defaultCustomer } = matching;
  const isForeign = defaultCustomer !== undefined && customers.length > 0 && !customers.includes(defaultCustomer);
  const isNamed = !formats.includes('cxml-order-request') || cxmlNames(agreement).from.length > 0;
  return [
    ...(mode === expected ? [] : [{ element: 'mode', found: mode, expected }]),
    ...(isNamed ? [] : [{ element: 'cxml.from', found: 'no name', expected: 'names of the buyer in From' }]),
    ...(addresses.profile === undefined || cxmlNames(agreement).to.length > 0
      ? []
      : [{ element: 'cxml.to', found: 'no name', expected: 'names of the shop, to ask for a profile with' }]),
    ...(isForeign
      ? [
          {
            element: 'matching.defaultCustomer',
            found: defaultCustomer,
            expected: 'one of the customers of the agreement',
          },
        ]
      : []),
    ...(punchOut === undefined ? [] : mappingProblems(punchOut)),
  ];
}

export interface NewAgreement {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly settings: unknown;
  readonly by: string;
  /** The version that was read and changed, 0 for the first: another one in force by now is a conflict. Absent: whatever is. */
  readonly basedOn?: number | undefined;
}

/** Stores a new version; it is in force within seconds. @throws RequestInvalid, NotFound, Outdated @returns the version */
export async function saveAgreement(em: EntityManager, given: NewAgreement): Promise<number> {
  const { partnerId, mode, by, basedOn } = given;
  const settings = readAgreement(given.settings, mode);
  return em.transactional(async (tx) => {
    // Versions are numbered without gaps, one writer at a time.
    const locked = await sql`select 1 from partner where id = ${partnerId} for update`.execute(tx.getKysely());
    if (locked.rows.length === 0) throw new RoundtripError('NotFound', 'There is no such partner.');
    const { rows } = await sql<{ version: number }>`
      insert into partner_agreement (id, partner_id, mode, version, settings, created_at, created_by)
      select ${v7()}::uuid, ${partnerId}::uuid, ${mode}, coalesce(max(version), 0) + 1, ${JSON.stringify(settings)}::jsonb,
        now(), ${by}
      from partner_agreement where partner_id = ${partnerId} and mode = ${mode}
      having ${basedOn ?? null}::int is null or coalesce(max(version), 0) = ${basedOn ?? null}::int
      returning version`.execute(tx.getKysely());
    const [saved] = rows;
    if (!saved) throw new RoundtripError('Outdated', 'Another version was stored meanwhile; read it and repeat.');
    return saved.version;
  });
}

export interface NewPartner {
  readonly kind?: 'partner' | 'hub';
  readonly name: string;
  readonly hubId?: string;
  /** Code of the address of each mode. */
  readonly addresses: Partial<Record<Mode, string>>;
}

/** Creates a partner or a hub, enabled, without agreement and credentials. @throws RequestInvalid, Conflict, NotFound for the hub @returns its id */
export async function createPartner(em: EntityManager, given: NewPartner): Promise<string> {
  const id = v7();
  const addresses = Object.entries(given.addresses) as [Mode, string][];
  return em.transactional(async (tx) => {
    const row = {
      id,
      kind: given.kind ?? 'partner',
      name: given.name,
      hub: given.hubId ?? null,
      enabled: true,
      createdAt: new Date(),
    };
    if (row.hub !== null) await requireHub(tx, row.hub);
    await tx.insert(Partner, row);
    for (const [mode, code] of addresses) await setAddress(tx, id, mode, code);
    return id;
  });
}

/**
 * Gives a partner its address of a mode, or another one in its place; the old one is unknown within seconds.
 * @throws RequestInvalid, NotFound, Conflict when the address is another's
 */
export async function setAddress(em: EntityManager, partnerId: string, mode: Mode, code: string): Promise<void> {
  if (!isAddressCode(code)) {
    throw new RoundtripError('RequestInvalid', 'An address is made of small letters, digits and hyphens.', {
      details: [{ element: mode, found: code, expected: 'for example lindstroms' }],
    });
  }
  try {
    const { numAffectedRows } = await sql`insert into partner_address (id, code, partner_id, mode)
      select ${v7()}::uuid, ${code}, id, ${mode} from partner where id = ${partnerId}
      on conflict (partner_id, mode) do update set code = excluded.code`.execute(em.getKysely());
    if (numAffectedRows === 0n) throw new RoundtripError('NotFound', 'There is no such partner.');
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    throw new RoundtripError('Conflict', `The address ${code} is taken.`, { cause: error });
  }
}

export async function findPartner(em: EntityManager, id: string): Promise<Partner | null> {
  return em.findOne(Partner, { id }, { disableIdentityMap: true });
}

export async function addressesOf(em: EntityManager, partnerId: string): Promise<PartnerAddress[]> {
  return em.find(PartnerAddress, { partner: partnerId }, { orderBy: { mode: 'asc' }, disableIdentityMap: true });
}

/** Partners and hubs by name. @param after name and id of the last one of the page before */
export async function listPartners(
  em: EntityManager,
  filter: { readonly after?: readonly [name: string, id: string]; readonly limit: number },
): Promise<Partner[]> {
  const [name, id] = filter.after ?? [];
  const where = name === undefined ? {} : { $or: [{ name: { $gt: name } }, { name, id: { $gt: id! } }] };
  return em.find(Partner, where, {
    orderBy: { name: 'asc', id: 'asc' },
    limit: filter.limit,
    disableIdentityMap: true,
  });
}

export interface PartnerChange {
  readonly name?: string;
  /** A disabled partner is refused with 403. */
  readonly enabled?: boolean;
  /** A paused one with 503 and Retry-After: the sender's system keeps its documents. */
  readonly paused?: boolean;
  /** The hub that its documents may come through; null for none. */
  readonly hubId?: string | null;
}

/** @throws NotFound, also for the hub */
export async function updatePartner(em: EntityManager, partnerId: string, change: PartnerChange): Promise<void> {
  const { name, enabled, paused, hubId } = change;
  if (hubId != null) await requireHub(em, hubId);
  const { numAffectedRows } = await sql`update partner set name = coalesce(${name ?? null}, name),
      enabled = coalesce(${enabled ?? null}::boolean, enabled),
      hub_id = case when ${hubId === undefined} then hub_id else ${hubId ?? null}::uuid end,
      paused_at = case ${paused ?? null}::boolean when true then coalesce(paused_at, now()) when false then null else paused_at end
    where id = ${partnerId}`.execute(em.getKysely());
  if (numAffectedRows === 0n) throw new RoundtripError('NotFound', 'There is no such partner.');
}

async function requireHub(em: EntityManager, hubId: string): Promise<void> {
  const hub = await findPartner(em, hubId);
  if (hub?.kind !== 'hub') throw new RoundtripError('NotFound', 'There is no such hub.');
}
