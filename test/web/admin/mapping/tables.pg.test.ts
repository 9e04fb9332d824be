import { beforeAll, describe, expect, test } from 'vitest';
import { findDraft } from '../../../../partners/drafts.ts';
import { findAtAddress } from '../../../../partners/partners.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { openStorefront } from '../../../kit/storefront.ts';

let console: Console;
let admin: ConsoleClient;
let path: string;
let partnerId: string;

beforeAll(async () => {
  console = await startConsole();
  admin = await console.signIn('administrator');
  await openStorefront(console.api.database);
  partnerId = (await findAtAddress(console.api.database.em(), 'akern'))!.id;
  path = `/partners/${partnerId}/agreements/production/tables`;
  return console.api.close;
});

type Row = readonly [ours: string, theirs: string, uses: string];

async function save(table: string, rows: readonly Row[], seen?: string) {
  const html = seen ?? (await admin.get(`${path}/${table}`)).html;
  const form = new URLSearchParams({ was: /name="was" value="([^"]*)"/.exec(html)![1]!, unknown: 'problem' });
  for (const [index, [ours, theirs, uses]] of rows.entries()) {
    form.append('ours', ours);
    form.append('theirs', theirs);
    if (uses.includes('c')) form.append('carts', String(index));
    if (uses.includes('o')) form.append('orders', String(index));
  }
  return admin.post(`${path}/${table}`, form);
}

const draftOf = async () => (await findDraft(console.api.database.em(), partnerId, 'production'))?.settings;

describe('the units of a partner', () => {
  test('are one table for carts and orders', async () => {
    const saved = await save('units', [
      ['C62', 'ST', 'co'],
      ['XBX', 'KRT', 'c'],
      ['PR', 'PAR', 'o'],
      ['', '', 'co'],
    ]);
    expect(saved.status).toBe(303);
    expect(await draftOf()).toMatchObject({
      matching: { units: { ST: 'C62', PAR: 'PR' } },
      punchOut: {
        mapping: {
          tables: {
            units: {
              entries: [
                { ours: 'C62', theirs: 'ST' },
                { ours: 'XBX', theirs: 'KRT' },
              ],
              unknown: 'problem',
            },
          },
        },
      },
    });
    const { html } = await admin.get(`${path}/units`);
    expect(html).toMatch(/value="XBX"[^>]*> <span class="hint">box<\/span>/);
    expect(html.match(/name="orders" value="\d"[^>]* checked/g)).toHaveLength(2 + 3);
  });

  test('with half a row are shown again', async () => {
    const answer = await save('units', [['C62', '', 'co']]);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('“C62” needs a word on the other side');
  });

  test('are not written over what another has stored', async () => {
    const { html } = await admin.get(`${path}/units`);
    await save('units', [['MTR', 'M', 'co']]);
    const second = await save('units', [['LTR', 'L', 'co']], html);
    expect(second.status).toBe(409);
    expect(second.html).toContain('<code>MTR</code> → <code>M</code>');
    expect(second.html).toContain('value="LTR"');
  });
});

test('any other table is for rules that translate', async () => {
  await save('valutor', [['SEK', 'Kronor', '']]);
  expect(await draftOf()).toMatchObject({
    punchOut: { mapping: { tables: { valutor: { entries: [{ ours: 'SEK', theirs: 'Kronor' }] } } } },
  });
  await save('valutor', []);
  expect(JSON.stringify(await draftOf())).not.toContain('valutor');
});
