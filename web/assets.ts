import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { Router } from 'express';

/** Files of ours below web/assets, and htmx out of its package. */
const files = [
  'roundtrip.css',
  'components.css',
  'products.css',
  'cart.css',
  'admin.css',
  'admin-components.css',
  'admin-partners.css',
  'admin-shop.css',
  'admin-mapping.css',
  'admin-documents.css',
  'admin-orders.css',
  'admin-refusals.css',
  'admin-overview.css',
  'charts.css',
  'public.css',
  'simulator.css',
  'admin.js',
  'storefront.js',
  'return.js',
  'about.js',
  'htmx.js',
  'icon.svg',
] as const;
export type AssetName = (typeof files)[number];

interface Asset {
  /** `roundtrip.1f3a9c0b.css`: another content has another address, so it may be kept for ever. */
  readonly address: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const assets: ReadonlyMap<AssetName, Asset> = new Map(files.map((name) => [name, load(name)]));

function load(name: AssetName): Asset {
  const file =
    name === 'htmx.js'
      ? createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')
      : join(import.meta.dirname, 'assets', name);
  const bytes = readFileSync(file);
  const extension = extname(name);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { address: `${name.slice(0, -extension.length)}.${hash}${extension}`, type: types[extension]!, bytes };
}

/** Where a page finds a file, from the root of the application: `/assets/roundtrip.1f3a9c0b.css`. */
export function assetPath(name: AssetName): string {
  return `/assets/${assets.get(name)!.address}`;
}

/** The files of the pages, below /assets. */
export function assetsRouter(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const { address, type, bytes } of assets.values()) {
    router.get(`/${address}`, (_req, res) => {
      res.locals['route'] = '/assets/:name';
      res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      // A page in a sandboxed frame has an origin of its own, and needs its style all the same.
      res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      res.setHeader('Content-Type', type);
      res.end(bytes);
    });
  }
  return router;
}
