import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../partners/agreement.ts';
import { agreementFor, answerFormat } from '../../partners/answers.ts';
import { cxmlNames } from '../../partners/cxml.ts';
import { readAgreement } from '../../partners/partners.ts';

const BIS3 = 'urn:fdc:peppol.eu:poacc:bis:';
const orders = [
  ['peppol-28a-order', 'urn:www.cenbii.eu:profile:bii28:ver2.0', 'peppol-28a-order-response'],
  ['peppol-3a-order', 'urn:www.cenbii.eu:profile:bii03:ver2.0', undefined],
  ['peppol-3-order', `${BIS3}ordering:3`, 'peppol-3-order-response'],
  ['peppol-3-order', `${BIS3}advanced_ordering:3`, 'peppol-3-order-response-advanced'],
  ['peppol-3-order', `${BIS3}order_only:3`, undefined],
  ['sveorder-2-order', 'urn:www.cenbii.eu:profile:bii03:ver1.0', undefined],
  ['cxml-order-request', 'OrderRequest', 'cxml-confirmation-request'],
] as const;

describe('the process of an order says how it is answered', () => {
  test.each(orders)('%s in %s by %s', (format, profileId, expected) => {
    expect(answerFormat({ format, profileId })).toBe(expected);
    const agreement = agreementSchema.parse({ answers: { acceptance: 'whenClean', changesAllowed: true } });
    const { acceptance } = agreementFor(agreement, { format, profileId }).answers;
    expect(acceptance).toBe(expected === undefined ? 'none' : 'whenClean');
  });
});

test('a cXML order that wants no confirmation gets none', () => {
  const order = { format: 'cxml-order-request', profileId: 'OrderRequest' } as const;
  expect(answerFormat({ ...order, controlKeys: { confirmation: 'notAllowed' } })).toBeUndefined();
  expect(answerFormat({ ...order, controlKeys: { confirmation: 'allowed' } })).toBe('cxml-confirmation-request');
});

test('the names of cXML orders are those of PunchOut unless others are agreed', () => {
  const [punchOut, orders] = [
    { domain: 'DUNS', identity: '1' },
    { domain: 'DUNS', identity: '2' },
  ];
  const settings = { punchOut: { cxml: { from: [punchOut], to: [punchOut] } } };
  expect(cxmlNames(agreementSchema.parse(settings))).toEqual({ from: [punchOut], to: [punchOut] });
  const own = { ...settings, cxml: { from: [orders], to: [] } };
  expect(cxmlNames(agreementSchema.parse(own))).toEqual({ from: [orders], to: [] });
  expect(cxmlNames(agreementSchema.parse({}))).toEqual({ from: [], to: [] });
});

test('an agreement that opens cXML names the buyer', () => {
  const settings = { formats: ['cxml-order-request'] };
  expect(() => readAgreement(settings, 'production')).toThrow(
    expect.objectContaining({ details: [expect.objectContaining({ element: 'cxml.from' })] }),
  );
  const named = { ...settings, cxml: { from: [{ domain: 'DUNS', identity: '1' }] } };
  expect(readAgreement(named, 'production').formats).toEqual(['cxml-order-request']);
});
