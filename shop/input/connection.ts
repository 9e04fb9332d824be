import { z } from 'zod';
import { text, webAddress } from './common.ts';

/** The languages that a shop behind us may speak: our own contract (docs/connect-a-shop.md), or WooCommerce's REST API v3. */
export const shopApis = ['roundtrip', 'wooCommerce'] as const;
/** What of the shop's data is read by us. */
export const pulledKinds = ['customers', 'products', 'prices'] as const;
/** What becomes of a price where the shop does not answer: the one that is stored here counts, or a person decides. `off`: nobody is asked. */
export const livePolicies = ['off', 'storedPrice', 'hold'] as const;
export const orderWays = ['kept', 'pushed', 'fetched'] as const;
export type LivePolicy = (typeof livePolicies)[number];

/** How the shop behind us is reached, and what goes between it and us. */
export const connectionFields = {
  api: z.enum(shopApis).default('roundtrip'),
  /** Every address of the shop begins with it. */
  url: webAddress.optional(),
  /** User name of HTTP Basic (WooCommerce: the consumer key); absent: the secret is sent as a Bearer token. */
  user: text(200).optional(),
  /** Bound of one call. */
  timeoutSeconds: z.number().int().min(1).max(60).default(3),
  live: z.enum(livePolicies).default('off'),
  /** For so long an answer about prices is not asked for again. */
  cacheSeconds: z.number().int().min(0).max(3_600).default(60),
  /** Orders stay here, are sent to the shop, or are fetched by it. */
  orders: z.enum(orderWays).default('kept'),
  pull: z.array(z.enum(pulledKinds)).max(3).default([]),
  pullMinutes: z.number().int().min(1).max(10_080).default(60),
};

/** What must fit together. */
export function checkConnection(
  { api, url, live, orders, pull }: Pick<ConnectionSettings, 'api' | 'url' | 'live' | 'orders' | 'pull'>,
  context: z.RefinementCtx,
): void {
  const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (url === undefined && (live !== 'off' || orders === 'pushed' || pull.length > 0))
    problem('url', 'must be there, since the shop is called');
  if (api === 'wooCommerce' && live !== 'off') problem('live', 'must be off: WooCommerce has no prices of a customer');
  if (api === 'wooCommerce' && url?.startsWith('http://') && !isLocal(url)) problem('url', 'must begin with https');
}

export const connectionInput = z.strictObject(connectionFields).superRefine(checkConnection);
export type ConnectionSettings = z.output<z.ZodObject<typeof connectionFields>>;

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(url)?.hostname ?? '');
}
