/** The call-up as it is understood: the buyer's browser opens the shop (OCI 4.0, outbound section). */
import type { FormCharset } from '../document/browserForm.ts';
import type { CallNames } from '../document/callNames.ts';
import type { OciFinding } from './finding.ts';
import type { Parameter } from './parameters.ts';

export type OciFunction = 'DETAIL' | 'VALIDATE' | 'SOURCING' | 'BACKGROUND_SEARCH' | 'QUANTITYCHECK';

/** Names of the buyer's own parameters. */
export interface OciParameterNames extends CallNames {
  readonly hook: string;
}

/** What the agreement says about calls. */
export interface OciCallOptions {
  readonly parameters: OciParameterNames;
  /** Parameters that every call must carry with these values. */
  readonly fixedParameters: Readonly<Record<string, string>>;
  /** Functions that are open. */
  readonly functions: readonly OciFunction[];
  /** May HOOK_URL be `SAPEVENT:POST`? */
  readonly sapEvent: boolean;
  /** May VALIDATE come without HOOK_URL? */
  readonly validateWithoutHook: boolean;
  /** Where a session's cart goes back to when the call has no HOOK_URL. */
  readonly returnUrl?: string | undefined;
  readonly cancelParameter?: string | undefined;
}

export interface OciUser {
  readonly id?: string;
  readonly name?: string;
  readonly mail?: string;
}

export interface OciHtmlCall {
  readonly kind: 'html';
  /** Login of the call; empty where it has none. Secret: for comparison only. */
  readonly credentials: { readonly user: string; readonly password: string };
  /** HOOK_URL exactly as received. Whether its host is agreed is not looked at here. */
  readonly hookUrl?: string;
  /** Absent for a session. */
  readonly function?: OciFunction;
  readonly productId?: string;
  /** Decimal string. */
  readonly quantity?: string;
  readonly searchString?: string;
  /** The shop's number at the buyer, as an argument of a search. */
  readonly vendor?: string;
  /** Name of the frame for the return. */
  readonly target: string;
  /** ~OkCode, ~TARGET and ~CALLER as received, to be sent back. */
  readonly controls: readonly Parameter[];
  /** As the call asks for it. */
  readonly charset?: FormCharset;
  /** OCI_VERSION and OPI_VERSION as sent: information only. */
  readonly versions: { readonly oci?: string; readonly opi?: string };
  readonly entry?: { readonly kind: 'product' | 'category' | 'search'; readonly value: string };
  readonly user: OciUser;
  readonly customer?: string;
  readonly deliveryPlace?: string;
  /** ISO 639-1. */
  readonly language?: string;
  /** Where a buyer goes who leaves without a cart, exactly as received. */
  readonly cancelUrl?: string;
  /** All others, for mapping: the name in upper case to the value. Neither login nor anything else that looks secret. */
  readonly parameters: Readonly<Record<string, string>>;
  /** A fatal one: the call is answered with an error. */
  readonly problems: readonly OciFinding[];
}

/** The XML variant of OCI 2.0 to 4.0, which is not offered. */
export interface OciXmlCall {
  readonly kind: 'xml';
  readonly problems: readonly OciFinding[];
}

export type OciCall = OciHtmlCall | OciXmlCall;
