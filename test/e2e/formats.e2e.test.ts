import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormatId } from '../../formats/document/order.ts';
import { DocumentValidator, type ValidationResult } from '../../formats/validate.ts';
import { withFormatTable } from '../kit/formatTable.ts';
import { example, Outside, until } from './system.ts';

/**
 * Every format goes through the running system once; the table in README.md says which did. Written anew by
 * UPDATE=1 npm test -- --project e2e test/e2e/formats.e2e.test.ts
 */
const README = join(import.meta.dirname, '../../README.md');

const bis2 = example('order-4711.xml');
const bis3 = example('order-4714-order3.xml');

/** The examples of the documentation under a number of their own, by format and process. */
const ORDERS: readonly [
  format: FormatId,
  process: string,
  number: string,
  document: string,
  answer: FormatId | undefined,
][] = [
  ['peppol-28a-order', 'bii28', 'F-28A', bis2, 'peppol-28a-order-response'],
  [
    ...(['peppol-3a-order', 'bii03', 'F-3A'] as const),
    bis2.replace('peppol28a:ver1.0', 'peppol3a:ver2.0').replace('bii28:ver2.0', 'bii03:ver2.0'),
    undefined,
  ],
  [
    ...(['sveorder-2-order', 'bii03', 'F-SVE'] as const),
    bis2
      .replace('UBLVersionID>2.1', 'UBLVersionID>2.0')
      .replace(/(<cbc:CustomizationID>)[^<]*/, '$1urn:www.cenbii.eu:transaction:biicoretrdm001:ver1.0')
      .replace('bii28:ver2.0', 'bii03:ver1.0'),
    undefined,
  ],
  ['peppol-3-order', 'ordering', 'F-3', bis3, 'peppol-3-order-response'],
  [
    ...(['peppol-3-order', 'advanced_ordering', 'F-3ADV'] as const),
    bis3.replace('bis:ordering:3', 'bis:advanced_ordering:3'),
    'peppol-3-order-response-advanced',
  ],
  ['peppol-3-order', 'order_only', 'F-3ONLY', bis3.replace('bis:ordering:3', 'bis:order_only:3'), undefined],
];

let outside: Outside;
beforeAll(async () => {
  outside = await Outside.start();
  return outside.system.close;
});

const seen = { in: new Set<FormatId>(), out: new Set<FormatId>() };

function judge(xml: string): ValidationResult {
  const validator = new DocumentValidator();
  validator.write(Buffer.from(xml));
  return validator.finish();
}

/** Waits until the partner has got a document of that format about the order, and notes it. It must be right by its own rules. */
async function expectReceived(format: FormatId, number: string): Promise<string> {
  const xml = await until(() =>
    outside.received().find((each) => each.includes(number) && judge(each).format === format),
  );
  expect(judge(xml).findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  seen.out.add(format);
  return xml;
}

describe('an order is placed, and answered where its process has answers', () => {
  test.each(ORDERS)('%s in the process %s', async (format, _, number, document, answer) => {
    const named = document.replace(/<cbc:ID>471[14]</, `<cbc:ID>${number}<`);
    const receipt = await outside.send('lindstroms', named);
    expect(receipt.status, JSON.stringify(receipt.body)).toBe(202);
    const state = await outside.settled('lindstroms', receipt.body.id);
    expect(state, JSON.stringify(state)).toMatchObject({ state: 'placed', format });
    seen.in.add(format);
    if (answer) await expectReceived(answer, `>${number}<`);
  });

  test('in cXML', async () => {
    const document = example('order-4713-cxml.xml')
      .replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret)
      .replace('4713.1@', 'F-CXML.1@')
      .replace('"4713"', '"F-CXML"');
    expect(await outside.sendCxml('lindstroms', document)).toContain('code="200"');
    await until(async () => ((await outside.orderOf('F-CXML'))['status'] === 'New' ? true : undefined));
    seen.in.add('cxml-order-request');
    await expectReceived('cxml-confirmation-request', '"F-CXML"');
  });
});

test('README.md says which formats went through', async () => {
  const readme = readFileSync(README, 'utf8');
  const written = await withFormatTable(readme, seen);
  if (process.env['UPDATE'] === '1') writeFileSync(README, written);
  else expect(readme).toBe(written);
});
