import type { Response } from 'express';
import iconv from 'iconv-lite';
import type { Language } from '../documents/words.ts';
import type { BrowserForm, FormCharset } from '../formats/document/browserForm.ts';
import { setPageHeaders } from './headers.ts';
import { render } from './render.ts';

export interface ReturnPage {
  readonly language: Language;
  /** Sent by a script file as soon as the page is there; the button is visible all the same. */
  readonly autoSubmit: boolean;
  /** Sources of Content-Security-Policy that may frame the page. */
  readonly frameAncestors: readonly string[];
  /** Path of the application below its host. */
  readonly root: string;
  /** Who gets the form, for the person who sees it. */
  readonly receiver: string;
  /** What is sent: a return, nothing at all, an answer to a question of the purchasing system. */
  readonly kind: 'return' | 'empty' | 'cancel' | 'answer';
  /** What the form holds, a line each. */
  readonly visibleList?: readonly string[];
  /** Where the cart can be changed again. */
  readonly back?: string;
}

/**
 * Hands a form to the buyer's browser, which posts it to the purchasing system. The page is written in the form's charset, since the
 * browser posts in the charset of the page. No limit on where the form may go, and the origin is told: buyers' systems check it.
 */
export function sendReturnPage(res: Response, form: BrowserForm, page: ReturnPage): void {
  setPageHeaders(res, { frameAncestors: page.frameAncestors, forms: 'anywhere' });
  const { language, root, kind, receiver, autoSubmit, visibleList = [], back = '' } = page;
  const view = { form: { ...form, action: asciiAddress(form.action) }, kind, receiver, autoSubmit, visibleList, back };
  const html = render('return', view, { language, timeZone: 'UTC', root });
  res.setHeader('Content-Type', `text/html; charset=${form.charset}`);
  res.end(encodePage(html, form.charset));
}

/** An address that means the same in a page of any charset: browsers write the query of an address in the charset of its page. */
function asciiAddress(address: string): string {
  return address.toWellFormed().replaceAll(/[^\0-\x7f]+/g, encodeURIComponent);
}

/** The bytes of a page in its charset; what the charset lacks is written as a reference to the character. */
export function encodePage(html: string, charset: FormCharset): Buffer {
  if (charset === 'utf-8') return Buffer.from(html, 'utf8');
  const writable = html.replace(/[^\0-\x7f]/gu, (character) => {
    const known = iconv.decode(iconv.encode(character, charset), charset) === character;
    return known ? character : `&#${character.codePointAt(0)};`;
  });
  return iconv.encode(writable, charset);
}
