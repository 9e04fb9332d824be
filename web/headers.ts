import type { Response } from 'express';
import type { PunchOutSettings } from '../partners/punchOut.ts';

/** How far a page may reach. */
export interface PageReach {
  /** Sources of Content-Security-Policy that may show the page in a frame; `anyone` for a page with nothing to press. */
  readonly frameAncestors: readonly string[] | 'anyone';
  /** Where its forms may go: to us, or to the purchasing system, wherever that sends them on to. */
  readonly forms: 'ours' | 'anywhere';
}

/**
 * The headers of a page that lives in the buyer's purchasing system: in a frame, a nested frame or a popup. No X-Frame-Options and no
 * Cross-Origin-Opener-Policy, which would refuse the one or cut the other off from its opener.
 */
export function setPageHeaders(res: Response, { frameAncestors, forms }: PageReach): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // Pictures of products are wherever the shop keeps them.
    "img-src 'self' https: http:",
    "base-uri 'none'",
    ...(forms === 'ours' ? ["form-action 'self'"] : []),
    ...(frameAncestors === 'anyone' ? [] : [`frame-ancestors ${["'self'", ...frameAncestors].join(' ')}`]),
  ];
  res.setHeader('Content-Security-Policy', policy.join('; '));
  // The token stands in the address. A purchasing system that checks where a form comes from refuses `Origin: null`.
  res.setHeader('Referrer-Policy', forms === 'ours' ? 'no-referrer' : 'strict-origin');
}

/** Who may show the shop in a frame: the sources of the agreement, or the hosts that its carts return to. */
export function frameAncestors(settings: PunchOutSettings, returnUrl?: string): readonly string[] {
  if (settings.frameAncestors.length > 0) return settings.frameAncestors;
  const origins = [returnUrl, settings.returnUrl].flatMap((url) => {
    const parsed = url === undefined ? null : URL.parse(url);
    return parsed !== null && /^https?:$/.test(parsed.protocol) ? [parsed.origin] : [];
  });
  // A host that is agreed without port is agreed on every port (partners/returnAddress.ts).
  const hosts = settings.returnHosts.map((host) => (/:\d+$/.test(host) ? host : `${host}:*`));
  return [...new Set([...origins, ...hosts])];
}

/** The headers of the simulator: it shows the shop in a frame, and its forms call the shop as a purchasing system's do. */
export function setSimulatorHeaders(res: Response, publicUrl: string): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${new URL(publicUrl).origin}`,
    `frame-src ${['punchout', 'shop', 'simulator/hook'].map((path) => `${publicUrl}/${path}/`).join(' ')}`,
    "frame-ancestors 'none'",
  ];
  res.setHeader('Content-Security-Policy', policy.join('; '));
  res.setHeader('X-Frame-Options', 'DENY');
}

/** The headers of the console: shown in no frame, nothing but our own files runs, nothing is told to other sites. */
export function setConsoleHeaders(res: Response): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // Pictures of products are wherever the shop keeps them.
    "img-src 'self' https: http:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  res.setHeader('Content-Security-Policy', policy.join('; '));
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('X-Frame-Options', 'DENY');
}
