import { expect, onTestFinished, test } from 'vitest';
import { assetPath } from '../../web/assets.ts';
import { servePage } from '../kit/pageServer.ts';

test.each([
  ['roundtrip.css', 'text/css; charset=utf-8'],
  ['htmx.js', 'text/javascript; charset=utf-8'],
  ['return.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
] as const)('%s is kept for ever under the name of its content', async (name, type) => {
  const { url, close } = await servePage((_req, res) => void res.end());
  onTestFinished(close);
  const path = assetPath(name);
  expect(path).toMatch(/^\/assets\/[a-z]+\.[0-9a-f]{8}\.(css|js|svg)$/);
  const response = await fetch(new URL(path, url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
});
