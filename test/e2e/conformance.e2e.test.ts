import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendSample } from '../conformance/door.ts';
import { COMMAND, conformancePage, type Row, type Section } from '../conformance/page.ts';
import { collections, hasSamples } from '../conformance/samples.ts';
import { verdictOf, type Verdict } from '../conformance/verdict.ts';
import { Outside } from './system.ts';

/** Other people's documents. Their buyers and articles are strangers to the demo shop: none of them may be placed. */
const PAGE = join(import.meta.dirname, '../../docs/conformance.md');

if (!hasSamples) {
  console.log(
    'The samples of other systems are not beside the project: none is sent, and docs/conformance.md is not compared.',
  );
  test('without the samples there is nothing to send', () => expect(hasSamples).toBe(false));
} else {
  sendAll();
}

function sendAll(): void {
  let outside: Outside;
  beforeAll(async () => {
    outside = await Outside.start();
    return outside.system.close;
  });
  const sections: Section[] = [];

  for (const { title, samples } of collections()) {
    const rows: Row[] = [];
    sections.push({ title, rows });

    describe(title, () => {
      test('there are samples', () => expect(samples.length).toBeGreaterThan(0));

      test.each(samples.map((sample) => [sample.name, sample]))(
        '%s is answered, and judged as validate judges it',
        async (_, sample) => {
          const verdict = verdictOf(sample);
          const door = isDocument(verdict) ? await sendSample(outside, sample) : '-';
          rows.push({
            name: shortName(sample.name),
            format: verdict.format,
            says: verdict.says,
            expected: sample.expected?.says ?? '-',
            door,
          });
          expect(door).not.toMatch(/^5\d\d|Status 5\d\d|placed/);
          if (isOrder(verdict))
            expect(door).toMatch(
              verdict.valid ? /waiting|duplicate|recorded|applied/ : /refused|duplicate|^4\d\d|Status 4\d\d/,
            );
        },
      );
    });
  }

  test('the books balance, and what is refused was answered with a rejection where its process has answers', async () => {
    const books = await outside.rest('GET', '/books');
    expect(books).toMatchObject({ placed: 0, balanced: true, inProgress: 0 });
    for (const answer of outside.received())
      expect(answer).toMatch(/>(27|RE)<\/cbc:OrderResponseCode>|ConfirmationRequest/);
  });

  test(`docs/conformance.md says so; written anew by ${COMMAND}`, async () => {
    const page = await conformancePage(sections);
    if (process.env['UPDATE'] === '1') writeFileSync(PAGE, page);
    expect(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').toBe(page);
  });
}

function isDocument({ valid, format }: Verdict): boolean {
  return valid !== undefined || format.startsWith('OCI');
}

function isOrder({ format }: Verdict): boolean {
  return ['peppol-28a-order', 'peppol-3a-order', 'peppol-3-order', 'sveorder-2-order'].includes(format);
}

/** Without the folders that all of a collection have. */
function shortName(name: string): string {
  return name.replace(/^(?:peppol|cxml|oci|sveorder)\/samples\//, '');
}
