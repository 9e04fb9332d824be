import { z } from 'zod';
import { cxmlVersions } from '../formats/cxml/versions.ts';
import { mappingSchema } from './mapping/schema.ts';
import { platformIds } from './platforms/ids.ts';

/** Name of a parameter or field of the buyer's call; compared without regard to case. */
const parameter = z.string().min(1).max(60);
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal such as 2 or 2.5');
/** A host name, or `*.` and a domain for every host below it. Names in an intranet have underscores. */
const host = z
  .string()
  .max(253)
  .regex(
    /^(\*\.)?[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?(:\d{1,5})?$/,
    'must be a host such as srm.example.com or *.example.com',
  );
const wording = z.strictObject({ sv: z.string().min(1).max(40).optional(), en: z.string().min(1).max(40).optional() });

/** Where a browser form's call-up says who shops. */
const formParameters = {
  /** Who shops; absent in the call: a shared user. */
  userId: parameter.optional(),
  userName: parameter.optional(),
  userMail: parameter.optional(),
  /** Customer number or another identity of the customer. */
  customer: parameter.optional(),
  /** The buyer's id or the GLN of a delivery place. */
  deliveryPlace: parameter.optional(),
  language: parameter.optional(),
  /** Straight to a product (article number), a category or a search. */
  product: parameter.optional(),
  category: parameter.optional(),
  search: parameter.optional(),
};

/** SAP Open Catalog Interface, HTML form (../shared digest of OCI 3.0, 4.0, 5.0). */
export const ociSettings = z.strictObject({
  version: z.enum(['3.0', '4.0', '4.01', '5.0']).default('4.0'),
  parameters: z
    .strictObject({
      user: parameter.default('USERNAME'),
      password: parameter.default('PASSWORD'),
      hook: parameter.default('HOOK_URL'),
      ...formParameters,
    })
    .prefault({}),
  /** Parameters that every call must carry with these values. */
  fixedParameters: z.record(parameter, z.string().max(200)).default({}),
  functions: z
    .array(z.enum(['DETAIL', 'VALIDATE', 'SOURCING', 'BACKGROUND_SEARCH', 'QUANTITYCHECK']))
    .default(['DETAIL', 'VALIDATE', 'SOURCING', 'BACKGROUND_SEARCH']),
  /** VALIDATE without HOOK_URL answers to the agreement's `returnUrl`. */
  validateWithoutHook: z.boolean().default(false),
  /** Is the query of HOOK_URL left in the address or split into hidden fields? A GET form always splits. */
  hookUrl: z.enum(['unchanged', 'split']).default('unchanged'),
  returnMethod: z.enum(['post', 'get']).default('post'),
  /** May HOOK_URL be `SAPEVENT:POST` (SAP GUI's own browser)? */
  sapEvent: z.boolean().default(false),
  /** Are ~OkCode, ~TARGET and ~CALLER sent back? */
  echoControls: z.boolean().default(true),
  /** Charset of the return page where the call names none (http_content_charset). */
  charset: z.enum(['utf-8', 'iso-8859-1', 'windows-1252']).default('iso-8859-1'),
  fieldCase: z.enum(['upper', 'lower']).default('upper'),
  emptyFields: z.enum(['omit', 'send']).default('omit'),
  decimalSign: z.enum(['.', ',']).default('.'),
  /** Digits after the decimal sign of a price; the version says so where absent. */
  priceDecimals: z.number().int().min(0).max(4).optional(),
  /** Line breaks in LONGTEXT. */
  lineBreaks: z.enum(['keep', 'space']).default('keep'),
  /** Parameter of the call that holds an address for leaving without a cart (IFS: OCICANCEL). */
  cancelParameter: parameter.optional(),
  /** Number of the shop at the buyer (VENDOR). */
  vendor: z.string().max(10).optional(),
  /** Search results of BACKGROUND_SEARCH. */
  searchLimit: z.number().int().min(1).max(500).default(100),
});

/** A name of a party in cXML. */
export const credentialName = z.strictObject({
  domain: z.string().min(1).max(100),
  identity: z.string().min(1).max(200),
});

export const cxmlSettings = z.strictObject({
  /** Names of the buyer that From may carry; any of them is enough. */
  from: z.array(credentialName).min(1),
  /** Names of the shop that To must carry one of; the first is our From. Empty: not checked, and the shop's own identity is written. */
  to: z.array(credentialName).default([]),
  operations: z.array(z.enum(['create', 'edit', 'inspect'])).default(['create', 'edit', 'inspect']),
  encoding: z.enum(['base64', 'urlencoded']).default('base64'),
  /** DTD version that the cart declares; nothing newer than it is used. */
  cartVersion: z.enum(cxmlVersions).default('1.2.014'),
  /** DTD version of responses. */
  responseVersion: z.enum(cxmlVersions).default('1.2.014'),
  /** Are errors also told by the HTTP status? By default it is 200 and the Status element tells. */
  errorsAsHttpStatus: z.boolean().default(false),
  target: z.string().max(60).default('_top'),
  /** What goes back when a buyer leaves a new session without a cart. */
  cancelledCreate: z.enum(['status204', 'empty']).default('status204'),
  /** What goes back when an edit is cancelled: "nothing changed", or the lines that it came with, for systems that know no Status 204. */
  cancelledEdit: z.enum(['status204', 'original']).default('status204'),
  /** Extrinsics of the setup request that say who shops, the first that is there counts. */
  userExtrinsics: z.array(z.string().max(100)).default(['UniqueName', 'UserEmail', 'User']),
  /** Are Tax and Shipping written where the version and the buyer know them? */
  tax: z.boolean().default(true),
  /** Domain of the UNSPSC classification. */
  classificationDomain: z.string().max(50).default('UNSPSC'),
});

/** Peppol Login & Transmission Specification 1.00 with the carts of BIS 18A and Punch Out 3. */
export const peppolCartSettings = z.strictObject({
  documents: z.array(z.enum(['peppol-18a-cart', 'peppol-3-cart'])).default(['peppol-18a-cart', 'peppol-3-cart']),
  parameters: z
    .strictObject({
      user: parameter.default('username'),
      password: parameter.default('password'),
      buyer: parameter.default('buyer_id'),
      ...formParameters,
    })
    .prefault({}),
  target: z.string().max(60).default('_top'),
});

/** What of a partner's agreement is about PunchOut. A protocol that is absent is closed. */
export const punchOutSettings = z.strictObject({
  /** The purchasing system: its template is the lowest layer of the mapping, its facts are checked before a cart leaves. Absent: any. */
  platform: z.enum(platformIds).optional(),
  oci: ociSettings.optional(),
  cxml: cxmlSettings.optional(),
  peppol: peppolCartSettings.optional(),
  /** Hosts that a cart may be returned to. Empty: none but that of `returnUrl`. */
  returnHosts: z.array(host).default([]),
  /** May a cart be returned over plain http? For purchasing systems on this machine. */
  plainHttp: z.boolean().default(false),
  /** Return address of a call without one: a plain link in an intranet. */
  returnUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Who may show the shop in a frame, as sources of Content-Security-Policy. Empty: the hosts that carts return to. */
  frameAncestors: z
    .array(
      z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^\s;,']+$/),
    )
    .default([]),
  customer: z
    .strictObject({
      /** Customer number of whoever is not told apart by the call. */
      default: z.string().max(50).optional(),
      /** What the call may say instead (buyer_id, From, a parameter) and which customer number that is. Others are found by the shop's identities. */
      known: z.record(z.string().max(200), z.string().max(50)).default({}),
    })
    .prefault({}),
  /** Language of the pages where neither the call nor the buyer chooses. */
  language: z.enum(['sv', 'en']).default('sv'),
  session: z
    .strictObject({
      startTokenSeconds: z.number().int().min(10).max(3_600).default(600),
      idleMinutes: z.number().positive().max(1_440).default(60),
      lifeMinutes: z.number().positive().max(1_440).default(480),
    })
    .prefault({}),
  /** Days that the prices of a returned cart are promised; 0: no promise is sent where the format allows. */
  promiseDays: z.number().int().min(0).max(366).default(30),
  /** Wording of *Continue*. */
  continueLabel: wording.optional(),
  assortment: z
    .strictObject({
      /** Categories that may be bought from. Empty: all. */
      categories: z.array(z.string()).default([]),
      /** Only articles with a price on a list of this customer or its group. */
      contractOnly: z.boolean().default(false),
    })
    .prefault({}),
  minimumOrderValue: amount.optional(),
  maximumLines: z.number().int().min(1).max(10_000).default(1_000),
  /** Is the cart all or nothing (ActionCode of Peppol)? */
  completeCart: z.boolean().default(false),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('SEK'),
  /** Country whose VAT is shown and sent, where the delivery place names none. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('SE'),
  /** May names and addresses of people be mapped into the cart? */
  personalData: z.boolean().default(false),
  /** How fields of the cart are filled, over the platform's template (docs/mapping.md). */
  mapping: mappingSchema.prefault({}),
  /** Version of UNSPSC that the purchasing system sorts by, or its beginning: `26` or `26.0801`. */
  unspscVersion: z
    .string()
    .regex(/^[0-9.]{1,20}$/, 'must be a version such as 26.0801')
    .optional(),
});

export type PunchOutSettings = z.output<typeof punchOutSettings>;
export type OciSettings = z.output<typeof ociSettings>;
export type CxmlSettings = z.output<typeof cxmlSettings>;
export type PeppolCartSettings = z.output<typeof peppolCartSettings>;
