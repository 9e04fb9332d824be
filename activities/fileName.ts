import type { OutboundDocument } from '../documents/outbound.entity.ts';

const extensions: Readonly<Partial<Record<OutboundDocument['format'], string>>> = {
  'catalogue-cif': 'cif',
  'catalogue-csv': 'csv',
  'catalogue-xlsx': 'xlsx',
};

/** `peppol-3-order-response-4711.xml`: what a file system and a mail program take, whatever the number is. */
export function fileName({ format, number }: Pick<OutboundDocument, 'format' | 'number'>, distinction = ''): string {
  const safe = number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);
  return `${format}-${safe}${distinction}.${extensions[format] ?? 'xml'}`;
}
