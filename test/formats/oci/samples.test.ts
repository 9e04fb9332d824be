import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { OciCallOptions } from '../../../formats/oci/call.ts';
import { parseOciCall } from '../../../formats/oci/call.parse.ts';
import { readOciReturn } from '../../../formats/oci/form.read.ts';
import { decodeParameters, mergeParameters, RETURN_LIMITS } from '../../../formats/oci/parameters.ts';
import { hasSamples, OCI_SAMPLES, pageInputs, sample, settings, utf8 } from './kit.ts';

if (!hasSamples) console.warn(`OCI samples are not tested: ${OCI_SAMPLES} is absent`);

const names = settings().parameters;
const LOGINS: Readonly<Record<number, Partial<OciCallOptions>>> = {
  1: { parameters: { ...names, language: 'LANGU' } },
  2: { parameters: { ...names, user: 'USER', password: 'PW' } },
  3: { parameters: { ...names, user: 'USER', password: 'PW' } },
  5: { parameters: { ...names, user: 'NAME' }, fixedParameters: { ORGANIZATION: '12345' } },
  6: { sapEvent: true },
};

describe.skipIf(!hasSamples)('calls as shops document them', () => {
  const read = (at: number): ReturnType<typeof parseOciCall> => {
    const lines = sample('requests/callup-examples.txt').split('\n');
    const line = lines[lines.findIndex((each) => each.startsWith(`# [${at}]`)) + 1]!;
    const [address = '', body = ''] = line.split(' | ');
    const query = decodeParameters(utf8(address.split('?').slice(1).join('?')));
    const parameters = mergeParameters(query, decodeParameters(utf8(body)));
    return parseOciCall(parameters, { ...settings(), ...LOGINS[at] }, query);
  };

  it.each([
    [1, { credentials: { user: 'buyer-acme', password: 'demoSecret' }, language: 'fr', target: '_top' }],
    [2, { function: 'SOURCING', searchString: 'Switch', credentials: { user: 'u1', password: 'p1' } }],
    [3, { function: 'DETAIL', productId: '333295', parameters: { 'FR:ACT': 'oci' } }],
    [4, { target: '_parent', versions: { oci: '4.0', opi: '1.0' }, credentials: { user: 'u1', password: 'p1' } }],
    [5, { credentials: { user: 'user', password: 'secret' }, parameters: {} }],
    [6, { hookUrl: 'SAPEVENT:POST', charset: 'iso-8859-1', target: '_top' }],
  ])('[%i] is accepted', (at, expected) => {
    const call = read(at);
    expect(call).toMatchObject({ kind: 'html', ...expected });
    expect(call.problems.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  });
});

describe.skipIf(!hasSamples)('answers as shops write them', () => {
  const folder = 'njp970+punchoutsandbox/generated';

  it.each([
    ['return-form.html', ['MSC-1001', 'SCR-320']],
    ['background-search-response.html', ['MSC-1001', 'SCR-320']],
    ['validate-response.html', ['MSC-1001']],
    ['validate-response-gone.html', []],
  ])('%s is read', (name, articles) => {
    const { items, findings, others } = readOciReturn(pageInputs(sample(`${folder}/${name}`)));
    expect(items.map(({ fields }) => fields['VENDORMAT'])).toEqual(articles);
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    if (articles.length === 0) return;
    expect(others.slice(0, 3)).toEqual([
      ['sap-client', '100'],
      ['sessid', 'AB C'],
      ['~OkCode', 'ADDI'],
    ]);
    expect(items[0]!.fields).toMatchObject({ QUANTITY: '3', PRICE: '9.99', PRICEUNIT: '1', UNIT: 'BX' });
    expect(items[0]!.fields['LONGTEXT']).toBe('Nitrile gloves.\nSecond line with åäö & <b> "quotes".');
  });

  test('whatever is in the folder makes no reader fail', () => {
    const files = readdirSync(OCI_SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(html|txt)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const text = sample(name);
      const fields = name.endsWith('.html') ? pageInputs(text) : decodeParameters(utf8(text), undefined, RETURN_LIMITS);
      readOciReturn(fields);
      parseOciCall(fields, settings());
    }
  });
});
