import type { Request, Response } from 'express';
import { languageOf, languages, type Language } from '../../documents/words.ts';
import { setConsoleHeaders } from '../headers.ts';
import { render, type Reader } from '../render.ts';
import type { Templates } from '../templates.ts';

/** What stands around a page that needs no log-in: the error catalogue, and the pages of a partner's link. */
export interface PublicFrame {
  readonly title: string;
  /** Whose page it is, and where it begins. */
  readonly brand: { readonly text: string; readonly href: string };
  readonly otherLanguage: { readonly language: Language; readonly href: string };
}

export type PublicTemplateName = {
  [N in keyof Templates]: Templates[N] extends { readonly frame: PublicFrame } ? N : never;
}[keyof Templates];

export interface PublicFacts {
  readonly title: string;
  readonly brand: PublicFrame['brand'];
  readonly status?: number;
}

/** The language that the address asks for, or the browser. */
export function askedLanguage(req: Request): Language {
  const said = queryOf(req).get('language');
  return languages.find((one) => one === said) ?? languageOf(req.get('accept-language'), 'en');
}

/** The query of an address, without characters that no text has. */
export function queryOf(req: Request): URLSearchParams {
  return new URLSearchParams((req.originalUrl.split('?')[1] ?? '').replaceAll('%00', ''));
}

/** An address that keeps the language which this one asked for. */
export function withLanguage(req: Request, href: string): string {
  const said = queryOf(req).get('language');
  if (said === null) return href;
  return `${href}${href.includes('?') ? '&' : '?'}language=${said === 'sv' ? 'sv' : 'en'}`;
}

/** Sends a page, to be shown in no frame and kept nowhere. */
export function sendPublicPage<N extends PublicTemplateName>(
  { req, res }: { readonly req: Request; readonly res: Response },
  name: N,
  view: Omit<Templates[N], 'frame'>,
  { title, brand, status = 200 }: PublicFacts,
  reader: Reader,
): void {
  setConsoleHeaders(res);
  const language: Language = reader.language === 'sv' ? 'en' : 'sv';
  const query = queryOf(req);
  query.set('language', language);
  const href = `${reader.root}${req.originalUrl.split('?')[0]}?${query.toString()}`;
  const frame: PublicFrame = { title, brand, otherLanguage: { language, href } };
  const page = render(name, { ...view, frame } as unknown as Templates[N], reader);
  res.status(status).type('html').send(page);
}
