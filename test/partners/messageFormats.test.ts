import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../partners/agreement.ts';
import { messageAddress } from '../../partners/messageAddress.ts';
import { messageFormat } from '../../partners/messageFormats.ts';
import { momentFor } from '../../partners/messages.ts';

const BIS3 = 'urn:fdc:peppol.eu:poacc:bis:';
const CXML = { format: 'cxml-order-request', profileId: 'OrderRequest' } as const;

/** confirmation, delivery, status, receipt. */
const table = [
  [
    { format: 'peppol-28a-order', profileId: 'urn:www.cenbii.eu:profile:bii28:ver2.0' },
    ['peppol-28a-order-response', 'peppol-30a-despatch-advice', undefined, undefined],
  ],
  [
    { format: 'peppol-3-order', profileId: `${BIS3}ordering:3` },
    ['peppol-3-order-response', 'peppol-3-despatch-advice', undefined, 'peppol-3-order-response'],
  ],
  [
    { format: 'peppol-3-order', profileId: `${BIS3}advanced_ordering:3` },
    ['peppol-3-order-response-advanced', 'peppol-3-despatch-advice', undefined, 'peppol-3-order-response-advanced'],
  ],
  [{ format: 'peppol-3-order', profileId: `${BIS3}order_only:3` }, []],
  [{ format: 'peppol-3a-order', profileId: 'urn:www.cenbii.eu:profile:bii03:ver2.0' }, []],
  [{ format: 'sveorder-2-order', profileId: 'urn:www.cenbii.eu:profile:bii03:ver1.0' }, []],
  [CXML, ['cxml-confirmation-request', 'cxml-ship-notice-request', 'cxml-status-update-request', undefined]],
  [
    { ...CXML, controlKeys: { confirmation: 'notAllowed' } },
    [undefined, 'cxml-ship-notice-request', 'cxml-status-update-request', undefined],
  ],
  [
    { ...CXML, controlKeys: { confirmation: 'requiredBeforeASN', shipNotice: 'notAllowed' } },
    ['cxml-confirmation-request', undefined, 'cxml-status-update-request', undefined],
  ],
] as const;

const kinds = ['confirmation', 'delivery', 'status', 'receipt'] as const;

describe('the process of an order says what follows it', () => {
  test.each(table)('%j', (order, expected) => {
    for (const [index, kind] of kinds.entries()) expect(messageFormat(kind, order), kind).toBe(expected[index]);
  });
});

const url = 'https://kund.example/svar';

test('each type of document goes to its own address, else to that of order responses', () => {
  const addresses = { delivery: { url: `${url}/leverans` }, status: { url: `${url}/status` } };
  const settings = agreementSchema.parse({ orderResponses: { url }, addresses });
  expect(messageAddress(settings, 'peppol-28a-order-response')?.url).toBe(url);
  expect(messageAddress(settings, 'cxml-confirmation-request')?.url).toBe(url);
  expect(messageAddress(settings, 'peppol-30a-despatch-advice')?.url).toBe(`${url}/leverans`);
  expect(messageAddress(settings, 'cxml-ship-notice-request')?.url).toBe(`${url}/leverans`);
  expect(messageAddress(settings, 'cxml-status-update-request')?.url).toBe(`${url}/status`);
  expect(messageAddress(settings, 'peppol-36a-mlr')?.url).toBe(url);
  expect(messageAddress(agreementSchema.parse({}), 'peppol-3-despatch-advice')).toBeUndefined();
});

test('without settings what the shop tells goes at once, and a status by itself is told nobody', () => {
  const { messages } = agreementSchema.parse({});
  expect(momentFor(messages, 'confirmation', 'K1')).toMatchObject({ when: 'atOnce' });
  expect(momentFor(messages, 'delivery', undefined)).toMatchObject({ when: 'atOnce' });
  expect(momentFor(messages, 'status', 'K1')).toMatchObject({ when: 'never' });
  expect(messages).toMatchObject({ receipt: false, moreThanAgreed: false });
});

test("a customer's own setting takes the place of one, and leaves the others", () => {
  const customers = { K1: { deliveries: { when: 'schedule', at: '07:30' } } };
  const { messages } = agreementSchema.parse({ messages: { customers } });
  expect(momentFor(messages, 'delivery', 'K1')).toEqual({ when: 'schedule', at: '07:30', statuses: [] });
  expect(momentFor(messages, 'delivery', 'K2')).toMatchObject({ when: 'atOnce' });
  expect(momentFor(messages, 'confirmation', 'K1')).toMatchObject({ when: 'atOnce' });
});
