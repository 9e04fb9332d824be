import type { RefusedRequest } from '../../../documents/refusedRequest.entity.ts';
import type { Mode, Partner } from '../../../partners/partner.entity.ts';
import { knownUsers } from '../../../partners/credentialFault.ts';
import { addressesOf, findAgreement, findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { Agreement } from '../../../partners/agreement.ts';
import type { AdminVisit } from '../visit.ts';
import { explain, type Whose } from './explain.ts';
import type { RefusalRow } from './views.ts';

/** Puts refused requests into words. Partners and agreements are asked for once. */
export class RefusalRows {
  readonly #visit: AdminVisit;
  readonly #partners = new Map<string, Partner | null>();
  readonly #agreements = new Map<string, Agreement | undefined>();
  readonly #users = new Map<string, readonly string[]>();

  constructor(visit: AdminVisit) {
    this.#visit = visit;
  }

  async of(request: RefusedRequest): Promise<RefusalRow> {
    const { root, tongue } = this.#visit;
    const base = `${root}/admin`;
    const { id, at, path, claimedUser, remoteAddress, reference, status, mode, error, inboundDocumentId } = request;
    const partner = request.partnerId == null ? null : await this.#partner(request.partnerId);
    const refusal = {
      ...{ check: request.failedCheck, error: error ?? undefined, details: request.details, remoteAddress },
      credentialFault: request.credentialFault ?? undefined,
      user: claimedUser ?? undefined,
    };
    const whose = partner ? await this.#whose(partner, request) : undefined;
    return {
      ...(await explain(refusal, whose, { t: tongue.t, base })),
      ...{ id, path, remoteAddress, reference, status, at: at.toISOString(), href: `${base}/refusals/${id}` },
      mode: mode ?? '',
      user: claimedUser ?? '',
      code: error ?? '',
      document: inboundDocumentId == null ? '' : `${base}/documents/in/${inboundDocumentId}`,
      ...(partner && { partner: { name: partner.name, href: `${base}/partners/${partner.id}/refusals` } }),
    };
  }

  async #partner(id: string): Promise<Partner | null> {
    if (!this.#partners.has(id)) this.#partners.set(id, await findPartner(this.#visit.em, id));
    return this.#partners.get(id)!;
  }

  async #whose({ id, kind }: Partner, { mode, path }: RefusedRequest): Promise<Whose> {
    const at = mode ?? (await this.#modeOf(id, path));
    const agreement = await this.#agreement(id, at);
    const users = () => this.#usersOf(id, at);
    return { id, mode: at, agreement, users, isPunchOut: path.startsWith('/punchout/'), isHub: kind === 'hub' };
  }

  /** Rows of earlier releases do not say which address it was. */
  async #modeOf(partnerId: string, path: string): Promise<Mode> {
    const code = path.split('/').at(-1);
    const addresses = await addressesOf(this.#visit.em, partnerId);
    return addresses.find((address) => address.code === code)?.mode ?? 'production';
  }

  async #usersOf(id: string, mode: Mode): Promise<readonly string[]> {
    const key = `${id} ${mode}`;
    if (!this.#users.has(key)) this.#users.set(key, await knownUsers(this.#visit.em, { id, mode }));
    return this.#users.get(key)!;
  }

  async #agreement(partnerId: string, mode: Mode): Promise<Agreement | undefined> {
    const key = `${partnerId} ${mode}`;
    if (!this.#agreements.has(key)) this.#agreements.set(key, await inForce(this.#visit, partnerId, mode));
    return this.#agreements.get(key);
  }
}

async function inForce({ em }: AdminVisit, partnerId: string, mode: Mode): Promise<Agreement | undefined> {
  try {
    return (await findAgreement(em, partnerId, mode)).settings;
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'NotFound') return undefined;
    throw error;
  }
}
