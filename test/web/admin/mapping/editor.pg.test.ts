import { beforeAll, describe, expect, test } from 'vitest';
import { findDraft } from '../../../../partners/drafts.ts';
import { addToCart } from '../../../../sessions/cart.ts';
import { findAtAddress } from '../../../../partners/partners.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { login, openStorefront } from '../../../kit/storefront.ts';

let console: Console;
let admin: ConsoleClient;
let path: string;
let partnerId: string;

beforeAll(async () => {
  console = await startConsole();
  admin = await console.signIn('administrator');
  await openStorefront(console.api.database, { cxml: { from: [{ domain: 'DUNS', identity: '1' }] }, peppol: {} });
  partnerId = (await findAtAddress(console.api.database.em(), 'akern'))!.id;
  path = `/partners/${partnerId}/agreements/production/mapping`;
  return console.api.close;
});

const was = (html: string): string => /name="was" value="([^"]*)"/.exec(html)![1]!;
const draftOf = async () => (await findDraft(console.api.database.em(), partnerId, 'production'))?.settings;

function rules(
  html: string,
  line: readonly (readonly [field: string, rule: string])[],
  more: Record<string, string> = {},
) {
  const form = new URLSearchParams({ protocol: 'oci', layer: 'all', was: was(html), cart: '', ...more });
  for (const [field, rule] of line) {
    form.append('line.field', field);
    form.append('line.rule', rule);
  }
  return form;
}

describe('the mapping of an agreement', () => {
  test('shows what would be sent of an invented cart, in each protocol, with what the system would say', async () => {
    const oci = await admin.get(path);
    expect(oci.html).toContain('NEW_ITEM-DESCRIPTION[1]');
    expect(oci.html).toContain('LINT-LENGTH');
    expect((await admin.get(`${path}?protocol=cxml`)).html).toContain('&lt;PunchOutOrderMessage');
    expect((await admin.get(`${path}?protocol=peppol`)).html).toMatch(/UBLVersionID|CustomizationID/);
  });

  test('previews rules that are not stored, and then stores them', async () => {
    const { html } = await admin.get(path);
    const typed = rules(html, [
      ['CUST_FIELD1', '"Ks 4711" | upper'],
      ['', ''],
    ]);
    const preview = await admin.post(`${path}/preview`, typed);
    expect(preview.html).toContain('KS 4711');
    expect(await draftOf()).toBeUndefined();
    expect((await admin.post(path, typed)).status).toBe(303);
    expect(await draftOf()).toMatchObject({
      punchOut: {
        mapping: { oci: { line: { CUST_FIELD1: { literal: 'Ks 4711', transforms: [{ do: 'upper' }] } } } },
      },
    });
    expect((await admin.get(path)).html).toContain('value="&quot;Ks 4711&quot; | upper"');
  });

  test('says where a rule is wrong, and keeps what was typed', async () => {
    const { html } = await admin.get(path);
    const answer = await admin.post(
      path,
      rules(html, [
        ['CUST_FIELD1', 'line.name |'],
        ['CUST_FIELD2', 'line.nonsense'],
        ['NO_FIELD', 'line.name'],
        ['CUST_FIELD3', 'session.parameters.PASSWORD'],
        ['', 'line.name'],
      ]),
    );
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('At the end there should be a step');
    expect(answer.html).toContain('“line.nonsense” is not a known path');
    expect(answer.html).toContain('“NO_FIELD” is not a known field');
    expect(answer.html).toContain('may carry a secret');
    expect(answer.html).toContain('Which field is filled?');
    expect(answer.html).toContain('value="line.nonsense"');
    const swedish = await (
      await console.signIn('administrator', 'sv')
    ).post(path, rules(html, [['CUST_FIELD2', 'line.x']]));
    expect(swedish.html).toContain('”line.x” är ingen känd sökväg');
  });

  test('does not write over what another has stored meanwhile', async () => {
    const first = await admin.get(path);
    await admin.post(path, rules(first.html, [['CUST_FIELD4', '"by Bo"']]));
    const second = await admin.post(path, rules(first.html, [['CUST_FIELD5', '"by Anna"']]));
    expect(second.status).toBe(409);
    expect(second.html).toContain('Somebody has stored other rules');
    expect(second.html).toContain('&quot;by Bo&quot;');
    expect(second.html).toContain('value="&quot;by Anna&quot;"');
    expect(JSON.stringify(await draftOf())).not.toContain('by Anna');
    expect((await admin.post(path, rules(second.html, [['CUST_FIELD5', '"by Anna"']]))).status).toBe(303);
  });

  test('has rules for some customers alone, and takes them away', async () => {
    const { html } = await admin.get(`${path}?layer=new`);
    const saved = await admin.post(
      path,
      rules(html, [['CUST_FIELD1', '"Only K1001"']], { layer: 'new', customers: 'K1001, K1002' }),
    );
    expect(saved.location).toContain('layer=0');
    expect(await draftOf()).toMatchObject({
      punchOut: { mapping: { overrides: [{ customers: ['K1001', 'K1002'] }] } },
    });
    const again = await admin.get(`${path}?layer=0`);
    await admin.post(path, rules(again.html, [['CUST_FIELD1', '"x"']], { layer: '0', customers: '' }));
    expect(await draftOf()).toMatchObject({ punchOut: { mapping: { overrides: [] } } });
  });

  test('can be looked at with a cart that somebody has made', async () => {
    const { session } = await login(console.api.database);
    await addToCart(
      console.api.database.em(),
      session,
      { articleNumber: 'KS-08', quantity: '2', formKey: 'a1' },
      new Date(),
    );
    const page = await admin.get(path);
    expect(page.html).toContain(`cart ${session.row.cartCode}`);
    const real = await admin.get(`${path}?protocol=oci&cart=${session.row.id}`);
    expect(real.html).toMatch(/NEW_ITEM-VENDORMAT\[1\]<\/dt><dd>KS-08/);
    const gone = await admin.get(`${path}?protocol=cxml&cart=${session.row.id}`);
    expect(gone.html).toContain('not there any more');
  });

  test('is looked at by everybody, and stored by administrators', async () => {
    const reader = await console.signIn('reader');
    const page = await reader.get(path);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Save in the draft');
    expect((await reader.post(path, rules(page.html, []))).status).toBe(403);
  });
});
