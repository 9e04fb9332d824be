import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueDocuments } from '../../documents/catalogueExports.ts';
import { catalogueFormats, type CatalogueFormat } from '../../formats/document/catalogue.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { DocumentValidator, type ValidationResult } from '../../formats/validate.ts';
import { withFormatTable } from '../kit/formatTable.ts';
import { applicationResponse } from '../formats/ubl/applicationResponses.ts';
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
  await outside.agree('Lindströms Mekaniska', (settings) => ({
    ...settings,
    formats: [...settings.formats, 'peppol-3-order-change', 'peppol-3-order-cancellation'],
    changes: { change: 'automatic', cancel: 'automatic' },
    messages: { statusUpdates: { when: 'atOnce' } },
    mlr: { negative: true, positive: true },
  }));
  return outside.system.close;
});

const seen = { in: new Set<FormatId>(), out: new Set<FormatId>() };

function judge(xml: string): ValidationResult {
  const validator = new DocumentValidator();
  validator.write(Buffer.from(xml));
  return validator.finish();
}

/** Waits until the partner has got a document of that format with these words, and notes it. It must be right by its own rules. */
async function expectReceived(format: FormatId, ...words: readonly (string | RegExp)[]): Promise<void> {
  const has = (xml: string, word: string | RegExp): boolean =>
    typeof word === 'string' ? xml.includes(word) : word.test(xml);
  const xml = await until(() =>
    outside.received().find((each) => words.every((word) => has(each, word)) && judge(each).format === format),
  );
  expect(judge(xml).findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  seen.out.add(format);
}

/** Sends a document of UBL and waits for what becomes of it. */
async function expectState(state: string, format: FormatId, document: string): Promise<void> {
  const receipt = await outside.send('lindstroms', document);
  expect(receipt.status, JSON.stringify(receipt.body)).toBe(202);
  expect(await outside.settled('lindstroms', receipt.body.id)).toMatchObject({ state, format });
  seen.in.add(format);
}

test('an order change waits for its order; the order is changed, and cancelled', async () => {
  // As soon as the agreement is in force.
  const change = await until(async () => {
    const receipt = await outside.send('lindstroms', example('change-4718-order3.xml'));
    return receipt.status === 202 ? receipt : undefined;
  });
  const order = bis3.replace('bis:ordering:3', 'bis:advanced_ordering:3').replace('<cbc:ID>4714<', '<cbc:ID>4718<');
  await expectState('placed', 'peppol-3-order', order);
  expect(await outside.settled('lindstroms', change.body.id)).toMatchObject({ state: 'applied' });
  seen.in.add('peppol-3-order-change');
  await expectReceived('peppol-3-order-response-advanced', '>4718-1<');
  await expectState('applied', 'peppol-3-order-cancellation', example('cancellation-4718-order3.xml'));
  expect(await outside.orderOf('4718')).toMatchObject({ status: 'Cancelled' });
});

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

describe('what follows an order is told in its format', () => {
  test.each([
    ['F-28A', 'peppol-28a-order-response', 'peppol-30a-despatch-advice'],
    ['F-3', 'peppol-3-order-response', 'peppol-3-despatch-advice'],
    ['F-CXML', 'cxml-confirmation-request', 'cxml-ship-notice-request'],
  ] as const)('%s is confirmed in parts and delivered in part', async (number, confirmation, advice) => {
    const about = new RegExp(`[>"]${number}[<"]`);
    const { id } = await outside.orderOf(number);
    const path = `/orders/${id}`;
    await outside.rest('POST', `${path}/decisions`, { kind: 'accept', lines: [] });
    await until(async () => ((await outside.orderOf(number))['status'] === 'Confirmed' ? true : undefined));
    const parts = [
      { status: 'accepted', quantity: '12' },
      { status: 'backordered', quantity: '8', promisedFrom: '2027-02-01' },
    ];
    await outside.rest('POST', `${path}/confirmations`, { lines: [{ position: 1, parts }] });
    await expectReceived(confirmation, about, '2027-02-01');
    await outside.rest('POST', `${path}/deliveries`, {
      despatchedOn: '2027-01-11',
      trackingId: 'SE-1',
      packages: [{ id: 'K1', sscc: '373400000000000018', type: 'CT' }],
      lines: [{ position: 1, quantity: '12', packages: [{ packageId: 'K1' }] }],
    });
    await expectReceived(advice, about);
    expect(await outside.orderOf(number)).toMatchObject({ status: 'Processing' });
  });

  test('where an order stands is told in cXML', async () => {
    await expectReceived('cxml-status-update-request', 'F-CXML');
  });
});

describe('what is said of documents', () => {
  test.each([
    ['peppol-36a-mlr', 'F-28A'],
    ['peppol-3-mlr', 'F-3'],
  ] as const)('%s is sent where that is agreed', async (format, number) => {
    await expectReceived(format, new RegExp(`>${number}<`));
  });

  test('message level responses and statuses are taken in, and a refusal is noted', async () => {
    const { items } = await outside.rest<{ items: { id: string; number: string; format: string }[] }>(
      'GET',
      '/documents/out?limit=200',
    );
    const { id, number } = items.find(({ format }) => format === 'peppol-3-despatch-advice')!;
    const about = { about: number, text: 'Mottaget' };
    await expectState('recorded', 'peppol-3-mlr', applicationResponse({ ...about, code: 'AP' }));
    const mls = applicationResponse({ ...about, format: 'peppol-mls', number: 'MLS-1', code: 'AP' });
    await expectState('recorded', 'peppol-mls', mls);
    const bis2 = received36a().replace(/(<cac:DocumentReference>\s*<cbc:ID[^>]*>)[^<]*/, `$1${number}`);
    await expectState('recorded', 'peppol-36a-mlr', bis2);
    await expectState('recorded', 'peppol-3-mlr', applicationResponse({ ...about, number: 'MLR-2', code: 'RE' }));
    expect(await outside.rest('GET', `/documents/out/${id}`)).toMatchObject({ state: 'refusedByReceiver' });
  });

  test('a status update about a confirmation in cXML is taken in', async () => {
    const confirmation = outside.received().find((xml) => xml.includes('<ConfirmationRequest>'))!;
    const payloadId = /payloadID="([^"]*)"/.exec(confirmation)![1]!;
    const document = example('order-4713-cxml.xml')
      .replace('THE-SECRET-OF-CXML', outside.system.cxmlSecret)
      .replace('4713.1@', 'F-STATUS@')
      .replace(
        /<OrderRequest>[\s\S]*<\/OrderRequest>/,
        `<StatusUpdateRequest><DocumentReference payloadID="${payloadId}"/><Status code="200" text="OK" xml:lang="sv">Bokad</Status></StatusUpdateRequest>`,
      );
    expect(await outside.sendCxml('lindstroms', document)).toContain('code="200"');
    const stored = await until(async () => {
      const { items } = await outside.rest<{ items: { format?: string; state: string }[] }>(
        'GET',
        '/documents/in?limit=50',
      );
      return items.find(({ format, state }) => format === 'cxml-status-update-request' && state !== 'received');
    });
    expect(stored.state).toBe('recorded');
    seen.in.add('cxml-status-update-request');
  });
});

describe('a catalogue goes out in its format', () => {
  let exports: string;
  beforeAll(async () => {
    await outside.agree('Lindströms Mekaniska', (settings) => {
      const catalogue = { formats: [...catalogueFormats], response: 'expected' };
      return { ...settings, addresses: { catalogue: settings['orderResponses'] }, catalogue };
    });
    const { items } = await outside.rest<{ items: { id: string; name: string }[] }>('GET', '/partners');
    exports = `/partners/${items.find(({ name }) => name === 'Lindströms Mekaniska')!.id}/catalogue-exports`;
  });

  /** @returns its number */
  async function delivered(format: CatalogueFormat): Promise<string> {
    const { id, number } = await outside.rest<{ id: string; number: string }>('POST', exports, { format });
    await until(async () => {
      const { error, documents } = await outside.rest<Exported>('GET', `${exports}/${id}`);
      expect(error).toBeUndefined();
      const [document] = documents;
      if (document === undefined) return undefined;
      const { state } = await outside.rest('GET', `/documents/out/${document}`);
      expect(['ready', 'delivered']).toContain(state);
      return state === 'delivered' || undefined;
    });
    seen.out.add(catalogueDocuments[format]);
    return number;
  }

  test.each([...catalogueFormats])('%s', async (format) => {
    const number = await delivered(format);
    const document = catalogueDocuments[format];
    if (document.startsWith('peppol')) await expectReceived(document, `>${number}<`);
  });

  test.each([
    ['peppol-3', 'peppol-3-catalogue-response'],
    ['peppol-1a', 'peppol-1a-catalogue-response'],
  ] as const)('and the answer to %s is taken in', async (format, answer) => {
    const about = await delivered(format);
    const sender = { sender: '5599990016' };
    await expectState('recorded', answer, applicationResponse({ format: answer, ...sender, about, code: 'AP' }));
    const { items } = await outside.rest<{ items: (Exported & { number: string })[] }>('GET', exports);
    expect(items.find(({ number }) => number === about)?.answer).toMatchObject({ standing: 'accepted' });
  });
});

interface Exported {
  readonly documents: readonly string[];
  readonly error?: string;
  readonly answer?: { readonly standing: string };
}

/** A message level response of ours, as one of BIS 36A from a partner. */
function received36a(): string {
  return outside.received().find((xml) => judge(xml).format === 'peppol-36a-mlr')!;
}

test('no document that the partner got breaks a rule', () => {
  const broken = outside
    .received()
    .filter((document) => document.startsWith('<'))
    .flatMap((xml) => judge(xml).findings.filter(({ severity }) => severity === 'fatal'));
  expect(broken).toEqual([]);
});

test('README.md says which formats went through', async () => {
  const readme = readFileSync(README, 'utf8');
  const written = await withFormatTable(readme, seen);
  if (process.env['UPDATE'] === '1') writeFileSync(README, written);
  else expect(readme).toBe(written);
});
