import type { UblFormatId } from '../../../../../formats/document/order.ts';
import { newCheck } from '../../../../../formats/ubl/rules/transactions.ts';
import { DocumentStream } from '../../../../../formats/ubl/stream.ts';
import type { XmlElement } from '../../../../../formats/xml/element.ts';
import { mutable, write } from './document.ts';
import { ids } from './findings.ts';

/** A rule of the test sets that release 2026.5 no longer has. */
const WITHDRAWN = 'PEPPOL-COMMON-R048';

/** By the transaction that a set is for, `peppolbis-t01-base-3.0`. */
const FORMATS: Readonly<Record<string, UblFormatId>> = {
  't01-base-3.0': 'peppol-3-order',
  't16-base-2.0': 'peppol-30a-despatch-advice',
  't16-base-3.0': 'peppol-3-despatch-advice',
  't19-base-3.0': 'peppol-3-catalogue',
  't76-base-3.0': 'peppol-3-order-response',
  't77-base-3.0': 'peppol-3-cart',
  't110-base-3.0': 'peppol-3-order-agreement',
  't114-base-3.0': 'peppol-3-order-change',
  't115-base-3.0': 'peppol-3-order-cancellation',
  't116-base-3.0': 'peppol-3-order-response-advanced',
};

export interface JudgedTestSet {
  /** Undefined for rules that are not Peppol's. */
  readonly format: UblFormatId | undefined;
  readonly count: number;
  /** What differs, case by case. */
  readonly failed: readonly string[];
}

/** Judges each document of an official test set by our rules, and compares with the rules that should fire. */
export function judgeTestSet(set: XmlElement): JudgedTestSet {
  const [, transaction] = /^peppolbis-(.*)$/.exec(set.attribute('configuration') ?? '') ?? [];
  const format = FORMATS[transaction ?? ''];
  const cases = set.children.filter(({ name }) => name === 'test');
  if (!format) return { format, count: cases.length, failed: [] };
  return { format, count: cases.length, failed: cases.flatMap((each, i) => failure(format, each, i) ?? []) };
}

function failure(format: UblFormatId, test: XmlElement, index: number): string | undefined {
  const document = test.children.find(({ name }) => name !== 'assert')!;
  const found = ids(checkAs(format, write(mutable(document))).findings);
  const wanted = test.children.find(({ name }) => name === 'assert')!;
  for (const { name, text, attributes } of wanted.children) {
    const id = text.trim();
    if (name === 'description' || id === WITHDRAWN) continue;
    const count = name === 'success' ? 0 : Number(attributes.find(({ local }) => local === 'number')?.value ?? 1);
    const times = found.filter((other) => other === id).length;
    if (times !== count) return `case ${index + 1}: ${id} ${times} times, expected ${count}`;
  }
  return undefined;
}

/** Checks a document as of that format, whatever it says of itself. */
export function checkAs(format: UblFormatId, bytes: Uint8Array): ReturnType<typeof newCheck>['result'] {
  const check = newCheck(format, { core: true });
  const stream = new DocumentStream({ consumers: [check] });
  stream.write(bytes);
  stream.close();
  return check.result;
}
