import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMapping, resolveMapping } from '../../../partners/mapping/apply.ts';
import { checkMapping } from '../../../partners/mapping/check.ts';
import { cartFields, mappingProblems } from '../../../partners/mapping/fields.ts';
import { mappingLayer } from '../../../partners/mapping/schema.ts';
import { platforms } from '../../../partners/platforms/platforms.ts';
import { readAgreement } from '../../../partners/partners.ts';
import { platformIds } from '../../../partners/platforms/ids.ts';
import { cartOf, punchOut } from '../cart.ts';
import { anyFieldRule, parameterNames } from './arbitrary.ts';

/** The problems with one rule for a field of an OCI line. */
function problemsOf(
  rule: object,
  { field = 'CUST_FIELD5', ...settings }: { field?: string; [key: string]: unknown } = {},
) {
  const mapping = { oci: { line: { [field]: rule } } };
  return checkMapping(punchOut({ oci: {}, mapping, ...settings }), 'oci', cartFields.oci);
}

describe('a mapping is refused when it is saved', () => {
  test.each([
    ['an unknown field', { literal: 'x' }, { field: 'CUST_FELD5' }, 'CUST_FELD5', 'is not a known field'],
    ['an unknown path', { path: 'line.nme' }, {}, 'CUST_FIELD5.path', 'is not a known path'],
    ['a parameter without name', { path: 'session.parameters.' }, {}, 'CUST_FIELD5.path', 'is not a known path'],
    [
      'an unknown table',
      { path: 'line.unit', transforms: [{ do: 'translate', table: 'enheter' }] },
      {},
      'CUST_FIELD5.transforms.0',
      'is not a known table',
    ],
    [
      'a number step for a text',
      { path: 'line.name', transforms: [{ do: 'number' }] },
      {},
      'CUST_FIELD5.transforms.0',
      'cannot work on a text',
    ],
    [
      'a date step for a number',
      { path: 'line.quantity', transforms: [{ do: 'date', format: 'YYYY' }] },
      {},
      'CUST_FIELD5.transforms.0',
      'cannot work on a number',
    ],
    ['a text for a number', { path: 'line.name' }, { field: 'LEADTIME' }, 'LEADTIME', 'cannot be a number'],
    ['a literal that is no number', { literal: 'tre' }, { field: 'LEADTIME' }, 'LEADTIME.literal', 'is not a number'],
    ['a literal that is too long', { literal: 'Ö'.repeat(51) }, {}, 'CUST_FIELD5.literal', 'is too long'],
    [
      'a literal that its step cannot use',
      { literal: 'x', transforms: [{ do: 'date', format: 'YYYY' }] },
      {},
      'CUST_FIELD5.literal',
      'is not a date',
    ],
    ['a secret', { path: 'session.parameters.Password' }, {}, 'CUST_FIELD5.path', /secret/],
    [
      'a secret in a part',
      { join: [{ literal: 'a' }, { path: 'session.parameters.api_key' }] },
      {},
      'CUST_FIELD5.join.1.path',
      /secret/,
    ],
    [
      'the name of the login',
      { path: 'session.parameters.kund' },
      { oci: { parameters: { user: 'KUND' } } },
      'CUST_FIELD5.path',
      /secret/,
    ],
    [
      'a parameter that the agreement fixes',
      { path: 'session.parameters.sap-client' },
      { oci: { fixedParameters: { 'SAP-CLIENT': '100' } } },
      'CUST_FIELD5.path',
      /secret/,
    ],
    [
      'a secret although personal data is allowed',
      { path: 'session.parameters.PASSWORD' },
      { personalData: true },
      'CUST_FIELD5.path',
      /secret/,
    ],
    ['the name of a person', { path: 'session.user.name' }, {}, 'CUST_FIELD5.path', /person/],
    [
      'a mail in a fallback',
      { firstOf: [{ path: 'session.parameters.UserEmail' }] },
      {},
      'CUST_FIELD5.firstOf.0.path',
      /person/,
    ],
    ['the contact of the buyer', { path: 'header.buyer.contact.name' }, {}, 'CUST_FIELD5.path', /person/],
    [
      'who shops under a name of its own',
      { path: 'session.parameters.vem' },
      { oci: { parameters: { userName: 'VEM' } } },
      'CUST_FIELD5.path',
      /person/,
    ],
  ] as const)('for %s', (_what, rule, settings, place, text) => {
    const element = `punchOut.mapping.oci.line.${place}`;
    expect(problemsOf(rule, settings)).toEqual([
      expect.objectContaining({ element, text: expect.stringMatching(text) }),
    ]);
  });

  test('in an override as well, with its place', () => {
    const overrides = [{ customers: ['K1001'], oci: { line: { CUST_FIELD1: { path: 'x' } } } }];
    expect(problemsOf({ literal: 'x' }, { mapping: { overrides } })).toMatchObject([
      { element: 'punchOut.mapping.overrides.0.oci.line.CUST_FIELD1.path', found: 'x' },
    ]);
  });

  test('by readAgreement, with every problem', () => {
    const mapping = { oci: { line: { CUST_FIELD1: { path: 'x' }, CUST_FIELD2: { path: 'y' } } } };
    const read = () => readAgreement({ punchOut: { oci: {}, mapping } }, 'production');
    expect(read).toThrow(
      expect.objectContaining({
        type: 'RequestInvalid',
        details: [{}, {}].map(() => expect.objectContaining({ text: 'is not a known path' })),
      }),
    );
  });

  test.each([
    [{}, /exactly one of/],
    [{ path: 'line.name', literal: 'x' }, /exactly one of/],
    [{ literal: 'x', separator: ',' }, /separator/],
    [{ join: [{ path: 'a', literal: 'b' }] }, /path or a literal/],
    [{ literal: 'x', transforms: [{ do: 'rot13' }] }, /upper/],
  ])('when %j is no rule', (rule, text) => {
    const mapping = { oci: { line: { CUST_FIELD1: rule } } };
    const read = () => readAgreement({ punchOut: { oci: {}, mapping } }, 'production');
    expect(read).toThrow(expect.objectContaining({ type: 'RequestInvalid' }));
    try {
      read();
    } catch (error) {
      expect(JSON.stringify(error)).toMatch(text);
    }
  });
});

describe('a mapping is taken', () => {
  test.each([
    ['a number step for a parameter', { path: 'session.parameters.DAYS', transforms: [{ do: 'number' }] }, 'LEADTIME'],
    ['a table of the platform', { path: 'line.unit', transforms: [{ do: 'translate', table: 'units' }] }, 'UNIT'],
    ['a decimal comma', { literal: '2,5' }, 'TAX'],
    ['forced empty', { empty: true }, 'VENDORMAT'],
    ['numbers in a fallback', { firstOf: [{ path: 'line.leadTimeDays' }, { literal: '3' }] }, 'LEADTIME'],
  ])('with %s', (_what, rule, field) => expect(problemsOf(rule, { field })).toEqual([]));

  test('with data about people where the agreement allows it', () => {
    expect(problemsOf({ path: 'session.user.mail' }, { personalData: true })).toEqual([]);
  });

  test('with any name between the brackets of a cXML field', () => {
    const line = {
      'Extrinsic[Kostnadsställe]': { literal: '1' },
      'ItemDetail/Classification[ECLASS]': { literal: '1' },
    };
    const settings = (level: string) => punchOut({ mapping: { cxml: { [level]: line } } });
    expect(checkMapping(settings('line'), 'cxml', cartFields.cxml)).toEqual([]);
    expect(checkMapping(settings('header'), 'cxml', cartFields.cxml)).toHaveLength(1);
  });
});

test.each(platformIds)('the template of %s is a good mapping', (id) => {
  const { mapping } = platforms[id];
  expect(mappingProblems(punchOut({ platform: id, mapping }))).toEqual([]);
});

test('what a checked mapping writes never holds the value of a closed path', () => {
  // a value that stands nowhere else, of letters that no transform makes out of others
  const marked = (what: string) => `⟦${what}⟧`;
  const parameters = Object.fromEntries(parameterNames.map((name) => [name, marked(name)]));
  const user = { id: marked('id'), name: marked('name'), mail: marked('mail') };
  const contact = { name: marked('contact'), telephone: marked('telephone'), electronicMail: marked('mail') };
  const cart = cartOf([{}], { buyer: { identifications: [], contact }, seller: { identifications: [], contact } });
  const open = ['ACCOUNT_CODE', 'Kostnadsställe', 'sap-client'].map(marked);
  let written = 0;
  fc.assert(
    fc.property(anyFieldRule, (rule) => {
      const settings = punchOut({ oci: {}, mapping: { oci: { line: { CUST_FIELD5: rule } } } });
      if (checkMapping(settings, 'oci', cartFields.oci).length > 0) return;
      const mapping = resolveMapping(mappingLayer.parse({}), settings.mapping, 'oci', 'K1001');
      let text = applyMapping(mapping, { cart, session: { parameters, user } }).line(1)['CUST_FIELD5'] ?? '';
      for (const value of open) text = text.replaceAll(value, '');
      if (text !== '') written += 1;
      expect(text.toLowerCase()).not.toMatch(/⟦(password|useremail|token|username|id|name|contact|telephone|mail)⟧/);
    }),
    { numRuns: 2_000 },
  );
  expect(written).toBeGreaterThan(100);
});
