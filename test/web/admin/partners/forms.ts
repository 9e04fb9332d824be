import { expect } from 'vitest';
import type { ConsoleClient } from '../../../kit/console.ts';

/** Creates a partner by the form. @returns its id */
export async function createPartner(client: ConsoleClient, fields: Record<string, string> = {}): Promise<string> {
  const made = await client.post('/partners/new', { name: 'Åkerö Verkstad', ...fields });
  expect(made.status, made.html).toBe(303);
  return /\/partners\/([0-9a-f-]{36})/.exec(made.location ?? '')![1]!;
}

const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the forms of a page hold, as a browser would send it, but for the token. */
export async function readForm(client: ConsoleClient, path: string): Promise<URLSearchParams> {
  const { html, status } = await client.get(path);
  expect(status, html).toBe(200);
  const form = new URLSearchParams();
  for (const [tag, name] of html.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*>/g)) {
    const isLeftOut = /type="checkbox"/.test(tag) && !/ checked/.test(tag);
    if (name === 'csrf' || name === 'q' || isLeftOut) continue;
    form.append(name!, plain(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name, body] of html.matchAll(/<select[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /<option value="([^"]*)" selected/.exec(body!) ?? /<option value="([^"]*)"/.exec(body!);
    form.append(name!, chosen?.[1] ?? '');
  }
  return form;
}

/** The value of a hidden field. */
export function hidden(html: string, name: string): string {
  return plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
}
