import { beforeAll, describe, expect, it } from 'vitest';
import { findDraft } from '../../../../partners/drafts.ts';
import { agreementVersions, findAgreement, readAgreement, saveAgreement } from '../../../../partners/partners.ts';
import { differences } from '../../../../partners/settings/difference.ts';
import { createPartner, readForm } from './forms.ts';
import { shopInput } from '../../../../shop/input/shop.ts';
import { saveShopProfile } from '../../../../shop/profile.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';

let console: Console;
let anna: ConsoleClient;
beforeAll(async () => {
  console = await startConsole();
  await saveShopProfile(
    console.api.database.em(),
    shopInput.parse({ name: 'Norrbackens', address: { country: 'SE' } }),
  );
  anna = await console.signIn('administrator');
  return console.api.close;
});

const newPartner = (fields: Record<string, string> = {}) => createPartner(anna, fields);
const formOf = (path: string) => readForm(anna, path);
const settings = async (id: string) => (await findDraft(console.api.database.em(), id, 'test'))?.settings;

describe('a new partner', () => {
  it('gets addresses from its name, and a draft of its test agreement', async () => {
    const id = await newPartner({ start: 'platform:sap-s4' });
    expect(await settings(id)).toMatchObject({ punchOut: { platform: 'sap-s4', oci: { version: '5.0' } } });
    const { html } = await anna.get(`/partners/${id}`);
    expect(html).toMatch(/punchin\/akero-verkstad(-\d)?</);
    expect(html).toMatch(/punchin\/akero-verkstad(-\d)?-test</);
  });

  it('is not made without a name or with an address that is taken; what was typed stays', async () => {
    await newPartner({ production: 'taken' });
    const nameless = await anna.post('/partners/new', { name: ' ', production: 'kept' });
    expect(nameless).toMatchObject({ status: 422, html: expect.stringContaining('value="kept"') });
    const taken = await anna.post('/partners/new', { name: 'Björkvik', production: 'taken', test: 'free-test' });
    expect(taken.status).toBe(422);
    expect(taken.html).toContain('Another partner has this address');
    expect(taken.html).toContain('value="Björkvik"');
    expect((await anna.post('/partners/new', { name: 'Björkvik', production: 'Bad_Code' })).html).toContain(
      'Use small letters',
    );
  });
});

describe('a section of the form', () => {
  it('saved as it was shown changes nothing', async () => {
    const id = await newPartner();
    await saveAgreement(console.api.database.em(), { partnerId: id, mode: 'production', settings: full, by: 'test' });
    for (const section of sectionIds) {
      const path = `/partners/${id}/agreements/production/sections/${section}`;
      const answer = await anna.post(path, await formOf(path));
      expect(answer.status, section).toBe(303);
      const draft = await findDraft(console.api.database.em(), id, 'production');
      expect(draft && differences({ ...readAgreement(full, 'production') }, draft.settings), section).toBeUndefined();
    }
  });

  it('offers more rows only where there are lists', async () => {
    const path = `/partners/${await newPartner()}/agreements/test/sections`;
    expect((await anna.get(`${path}/documents`)).html).toContain('name="more"');
    expect((await anna.get(`${path}/carts`)).html).not.toContain('name="more"');
  });

  it('is kept with what is wrong in it, which stands at the field and at the agreement', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test/sections/documents`;
    const form = await formOf(path);
    form.set('limits.lines', 'many');
    form.append('customers', 'K1003');
    const answer = await anna.post(path, form);
    expect(answer).toMatchObject({ status: 303, location: expect.stringContaining('/sections/documents') });
    expect(await settings(id)).toMatchObject({ customers: ['K1003'], limits: { lines: 'many' } });
    const shown = await anna.get(path);
    expect(shown.html).toMatch(/value="many"[^>]*aria-invalid="true"/);
    expect(shown.html).toContain('must be a number');
    const overview = await anna.get(`/partners/${id}/agreements/test`);
    expect(overview.html).toContain('1 problem');
    expect(overview.html).toMatch(/<button class="button primary" disabled>Activate/);
    const activated = await anna.post(`/partners/${id}/agreements/test/activate`, { revision: '2' });
    expect(activated.status).toBe(422);
  });

  it('reads numbers as people write them, rows that are filled in, and tables', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test/sections`;
    const prices = await formOf(`${path}/prices`);
    prices.set('price.tolerancePercent', '2,5');
    prices.append('price.line.$on', 'on');
    prices.set('price.line.above.bands.1.percent', '3');
    prices.set('price.line.above.bands.1.action', 'accept');
    await anna.post(`${path}/prices`, prices);
    const matching = await formOf(`${path}/matching`);
    matching.set('matching.units.0.$key', 'ST');
    matching.set('matching.units.0.*', 'EA');
    await anna.post(`${path}/matching`, matching);
    expect(await settings(id)).toMatchObject({
      price: {
        tolerancePercent: '2.5',
        line: { above: { bands: [{ percent: '3', action: 'accept' }], beyond: 'hold' } },
      },
      matching: { units: { ST: 'EA' } },
    });
    const { html } = await anna.get(`${path}/prices`);
    expect(html).toContain('must not stand beside tolerancePercent');
  });

  it('that somebody else changed meanwhile is compared, and nothing is overwritten', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test/sections`;
    const bo = await console.signIn('administrator');
    const [mine, theirs] = [await formOf(`${path}/mail`), await formOf(`${path}/mail`)];
    theirs.set('mail.to', 'bo@example.com');
    await bo.post(`${path}/mail`, theirs);
    mine.set('mail.to', 'anna@example.com');
    const answer = await anna.post(`${path}/mail`, mine);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(`${bo.name} has changed this section meanwhile`);
    expect(answer.html).toMatch(/bo@example\.com.*anna@example\.com/s);
    expect(await settings(id)).toMatchObject({ mail: { to: 'bo@example.com' } });
    mine.set('was', /name="was" value="([^"]+)"/.exec(answer.html)![1]!);
    expect((await anna.post(`${path}/mail`, mine)).status).toBe(303);
    expect(await settings(id)).toMatchObject({ mail: { to: 'anna@example.com' } });
  });

  it('does not disturb another section that somebody else saved meanwhile', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test/sections`;
    const [mail, changes] = [await formOf(`${path}/mail`), await formOf(`${path}/changes`)];
    mail.set('mail.to', 'bo@example.com');
    changes.set('changes.waitHours', '5');
    await anna.post(`${path}/mail`, mail);
    expect((await anna.post(`${path}/changes`, changes)).status).toBe(303);
    expect(await settings(id)).toMatchObject({ mail: { to: 'bo@example.com' }, changes: { waitHours: 5 } });
  });

  it('is changed by administrators alone, with a trail', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test/sections/mail`;
    const form = await formOf(path);
    form.set('mail.to', 'anna@example.com');
    const operator = await console.signIn('operator');
    expect((await operator.get(path)).html).toMatch(/<fieldset class="plain" disabled>/);
    expect((await operator.post(path, form)).status).toBe(403);
    await anna.post(path, form);
    const rows = await console.api.database.orm.em
      .fork()
      .getConnection()
      .execute<{ action: string; actor: string; after: object }[]>(
        `select action, actor, after from audit_entry where subject_id = ? order by id`,
        [id],
      );
    expect(rows.map(({ action }) => action)).toEqual(['partner.created', 'agreement.drafted']);
    expect(rows.at(-1)).toMatchObject({ actor: anna.name, after: { 'mail.to': 'anna@example.com' } });
  });
});

describe('an agreement', () => {
  it('shows what its draft changes in words, and is activated as the next version', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test`;
    const form = await formOf(`${path}/sections/answers`);
    form.set('answers.acceptance', 'whenClean');
    await anna.post(`${path}/sections/answers`, form);
    const { html } = await anna.get(path);
    expect(html).toMatch(/When an order is accepted.*After a person has decided.*At once, when nothing is unclear/s);
    const revision = /name="revision" value="(\d+)"/.exec(html)![1]!;
    expect((await anna.post(`${path}/activate`, { revision })).location).toBe(`/admin${path}`);
    const inForce = await findAgreement(console.api.database.em(), id, 'test');
    expect(inForce).toMatchObject({ version: 1, settings: { answers: { acceptance: 'whenClean' } } });
    const after = (await anna.get(path)).html;
    expect(after).toContain('There is no draft');
    expect(after).toContain(`href="/admin/simulator?partner=${id}"`);
  });

  it('is not activated over a version that came meanwhile, until somebody has looked', async () => {
    const id = await newPartner();
    const path = `/partners/${id}/agreements/test`;
    await saveAgreement(console.api.database.em(), { partnerId: id, mode: 'test', settings: full, by: 'REST' });
    expect((await anna.post(`${path}/activate`, { revision: '1' })).location).toBe(`/admin${path}`);
    const { html } = await anna.get(path);
    expect(html).toContain('Version 1 came into force while this draft was written');
    await anna.post(`${path}/rebase`, { revision: '1' });
    await anna.post(`${path}/activate`, { revision: '2' });
    expect((await agreementVersions(console.api.database.em(), id, 'test')).map(({ version }) => version)).toEqual([
      2, 1,
    ]);
  });

  it('says what is missing before it goes live', async () => {
    const id = await newPartner({ start: 'platform:sap-srm' });
    const path = `/partners/${id}/agreements/test`;
    const form = await formOf(`${path}/sections/documents`);
    form.append('customers', 'K404');
    await anna.post(`${path}/sections/documents`, form);
    const { html } = await anna.get(path);
    expect(html).toContain('There is no secret for orders');
    expect(html).toContain('No host is agreed that carts return to');
    expect(html).toContain('The shop has no customer K404.');
    const least = await formOf(`${path}/sections/punchout`);
    least.set('punchOut.minimumOrderValue', '1000000');
    await anna.post(`${path}/sections/punchout`, least);
    expect((await anna.get(path)).html).toMatch(
      /A cart by OCI with invented articles: The cart is worth .* the smallest/,
    );
  });
});

const sectionIds = [
  ...['documents', 'rules', 'matching', 'prices', 'deviations', 'changes', 'cxml-orders', 'answers', 'addresses'],
  ...['messages', 'mail', 'punchout', 'oci', 'cxml', 'peppol'],
];

/** Every part of an agreement is there. */
const name = { domain: 'DUNS', identity: '999999930' };
const bands = { bands: [{ percent: '2', sum: '100', action: 'accept' }], beyond: 'hold' };
const address = { url: 'https://partner.example.com/in', authentication: 'basic', user: 'us', credential: 'inbox' };
const full = {
  formats: ['cxml-order-request', 'peppol-28a-order'],
  intake: { statuses: ['peppol-mls'] },
  customers: ['K1', 'K2'],
  senders: [{ scheme: '0007', id: '5560001111' }],
  rules: {
    releases: [{ from: '2026-05-01', bis3: '2026.5' }],
    waivers: [{ rule: 'BII2-T01-R011', reason: 'Old system', until: '2027-01-01' }],
  },
  matching: { units: { ST: 'EA', 'F"P': 'PK' }, products: ['gtin', 'sellersItemId'], defaultCustomer: 'K1' },
  price: { line: { above: bands, below: bands }, order: { above: {}, below: {} }, against: ['cart', 'day'] },
  charges: [{ kind: 'freight', upTo: { amount: '95' }, action: 'expected' }],
  deviations: { minimumValue: { amount: '500', currency: 'SEK' } },
  envelope: { kind: 'sbdh', shop: { scheme: '0007', id: '1' }, partner: { scheme: '0088', id: '2' } },
  orderResponses: address,
  addresses: { delivery: { ...address, dtdVersion: '1.2.036' } },
  messages: {
    deliveries: { when: 'onStatus', statuses: ['Shipped'] },
    customers: { K2: { confirmations: { when: 'schedule', at: '06:30' } } },
    answerWithin: { hours: 8 },
  },
  cxml: { from: [name], to: [name] },
  punchOut: {
    platform: 'coupa',
    oci: { fixedParameters: { 'a.b': 'c' }, parameters: { userId: 'USER' }, priceDecimals: 2 },
    cxml: { from: [name], operations: ['create'] },
    peppol: { documents: ['peppol-3-cart'] },
    returnHosts: ['*.example.com'],
    continueLabel: { sv: 'Till Coupa' },
    customer: { known: { 'unit 7': 'K1' } },
    mapping: { tables: { units: { entries: [{ ours: 'EA', theirs: 'ST' }] } } },
  },
};
