import type { FormatId } from '../formats/document/order.ts';
import { isCxmlFormat } from '../partners/messageFormats.ts';

/** Media type of a document that we send. */
export function contentTypeOf(format: FormatId): string {
  return isCxmlFormat(format) ? 'text/xml; charset=UTF-8' : 'application/xml; charset=utf-8';
}
