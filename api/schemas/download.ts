/**
 * Headers under which foreign bytes may be handed out: never shown in the browser, never guessed at.
 * @param name of the file; only letters, digits, point, hyphen and underscore are kept
 */
export function downloadHeaders(name: string, contentType: string, size: number | undefined): Record<string, string> {
  const safe = name.replaceAll(/[^\w.-]+/g, '_').slice(0, 100);
  return {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${safe}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(size !== undefined && { 'Content-Length': String(size) }),
  };
}
