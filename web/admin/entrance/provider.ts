import * as client from 'openid-client';
import type { Identity } from '../../../accounts/identities.ts';
import { roles, type Role } from '../../../accounts/roles.ts';
import type { Config } from '../../../platform/config.ts';

const PATIENCE = 10;

/** What has to be remembered between the start of a log-in and its end. */
export interface LoginBegun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The identity provider of the installation, by OpenID Connect: authorization code with PKCE, state and nonce. */
export class IdentityProvider {
  readonly #config: Config;
  readonly #callback: string;
  #found: Promise<client.Configuration> | undefined;

  constructor(config: Config) {
    this.#config = config;
    this.#callback = `${config.publicUrl}/admin/oidc/callback`;
  }

  /** Its metadata, asked for when first needed; again after a failure. */
  #discover(): Promise<client.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.#config;
    const server = new URL(oidcIssuer!);
    this.#found ??= client
      .discovery(server, oidcClientId!, oidcClientSecret, undefined, {
        timeout: PATIENCE,
        // a provider on the own machine or network; a public one has https
        execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#found = undefined;
        throw error;
      });
    return this.#found;
  }

  /** Where the browser goes to log in, and what is needed when it comes back. */
  async begin(): Promise<{ readonly address: string; readonly begun: LoginBegun }> {
    const provider = await this.#discover();
    const begun = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.#callback,
      scope: this.#config.oidcScope,
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
    });
    return { address: address.href, begun };
  }

  /**
   * Who came back. @param query of the address that the provider sent the browser to
   * @returns undefined for a person whom no list of the settings gives a role
   * @throws errors of the library for an answer that is not right
   */
  async finish(query: string, { state, nonce, verifier }: LoginBegun): Promise<Identity | undefined> {
    const provider = await this.#discover();
    const tokens = await client.authorizationCodeGrant(provider, new URL(`${this.#callback}?${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.claims()!;
    const asksMore =
      valuesAt(idToken, this.#config.oidcRoleClaim).length === 0 && provider.serverMetadata().userinfo_endpoint;
    const more = asksMore ? await client.fetchUserInfo(provider, tokens.access_token, idToken.sub) : {};
    const claims: Readonly<Record<string, unknown>> = { ...more, ...idToken };
    const role = this.#roleOf(valuesAt(claims, this.#config.oidcRoleClaim));
    if (role === undefined) return undefined;
    const names = [claims['name'], claims['preferred_username'], claims['email']];
    return {
      ...{ issuer: idToken.iss, subject: idToken.sub, role },
      names: names.filter((name) => typeof name === 'string'),
    };
  }

  /** The highest role that one of the values gives. */
  #roleOf(values: readonly string[]): Role | undefined {
    const { oidcReaders, oidcOperators, oidcAdministrators } = this.#config;
    const given = { reader: oidcReaders, operator: oidcOperators, administrator: oidcAdministrators };
    return roles.findLast((role) => given[role].some((value) => values.includes(value)));
  }
}

/** Texts of a claim, by its name or by a path with points. */
function valuesAt(claims: object, path: string): string[] {
  let found: unknown = (claims as Record<string, unknown>)[path];
  if (found === undefined) {
    found = path.split('.').reduce<unknown>((inside, name) => {
      return typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[name] : undefined;
    }, claims);
  }
  return (Array.isArray(found) ? found : [found]).filter((value) => typeof value === 'string');
}
