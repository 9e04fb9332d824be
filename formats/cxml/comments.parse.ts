import type { DocumentReference } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { attribute, children, text } from './read.ts';

/** Texts of the Comments of an element, one per line (cXML DTD: Comments). */
export function parseComments(parent: XmlElement | undefined): string | undefined {
  const texts = children(parent, 'Comments').map((each) => each.text.trim());
  return texts.filter((each) => each !== '').join('\n') || undefined;
}

/**
 * Files that the Comments of an element refer to, without those that are not for the supplier (@visibility `internal`). The id of a part
 * of the same MIME message is its Content-ID without angle brackets (RFC 2392), that of another file its address.
 */
export function parseAttachments(parent: XmlElement | undefined): DocumentReference[] {
  return children(parent, 'Comments')
    .flatMap((comments) => children(comments, 'Attachment'))
    .filter((each) => attribute(each, 'visibility') !== 'internal')
    .flatMap((each) => {
      const uri = text(each, 'URL');
      return uri === undefined
        ? []
        : [{ id: contentId(uri) ?? uri, uri, documentType: 'Attachment' }].map((one) => compact(one));
    });
}

/**
 * The Content-IDs of all parts of the same message that an element refers to, wherever in it (cXML digest, section 4.4). Those that are not
 * for the supplier are left out: a hub may have kept them back.
 */
export function attachedParts(element: XmlElement): string[] {
  if (element.name !== 'Attachment') return element.children.flatMap(attachedParts);
  const id = attribute(element, 'visibility') === 'internal' ? undefined : contentId(text(element, 'URL') ?? '');
  return id === undefined ? [] : [id];
}

/** The Content-ID in a `cid:` address; undefined for another one. */
function contentId(uri: string): string | undefined {
  const id = /^cid:<?([^>]+)>?$/i.exec(uri)?.[1];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
