import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { parseOrderRequest } from '../../formats/cxml/orderRequest.parse.ts';
import type { OrderHeader } from '../../formats/document/order.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { customerQuestion } from '../../partners/matching.ts';
import type { CustomerRung } from '../../shop/matchPolicy.ts';
import { identitiesText, partyIdentities } from '../../shop/identity.ts';
import { cxmlOrder } from '../api/punchin/cxmlOrder.ts';
import { policyOf } from '../shop/policy.ts';

type Settings = z.input<typeof agreementSchema>;

function asked(header: OrderHeader, matching: Settings['matching'] = {}, more: Settings = {}) {
  return customerQuestion(agreementSchema.parse({ ...more, matching }), header);
}

const names = {
  from: { domain: 'NetworkID', identity: 'AN01000000001' },
  to: { domain: 'DUNS', identity: '350000008' },
  secret: 'hemlig',
};
const text = cxmlOrder({ ...names, addressId: 'SKOLA-7' })
  .replace('<BillTo><Address>', '<BillTo><Address addressID="FAKT-1">')
  .replace('</From>', '<Credential domain="SE:ORGNR"><Identity>559999-1014</Identity></Credential></From>');
const { header } = parseOrderRequest(parseCxml(Buffer.from(text)));

describe('who an order is from', () => {
  it('is asked by every identity where the agreement says nothing, as before there were ladders', () => {
    const question = asked(header);
    expect(question.identities).toEqual(partyIdentities(header.buyer));
    expect(identitiesText(question.identities)).toBe('NETWORKID:AN01000000001, 0007:5599991014');
    expect(question).toEqual({ identities: question.identities, allowedCustomers: [] });
  });

  it.each<[readonly CustomerRung[], object]>([
    [['other'], { identities: [{ scheme: 'NETWORKID', value: 'AN01000000001' }] }],
    [['organisationNumber'], { identities: [{ scheme: '0007', value: '5599991014' }] }],
    [['gln'], { identities: [] }],
    [['invoiceAddress'], { identities: [], invoiceAddresses: ['FAKT-1'] }],
    [['deliveryAddress'], { identities: [], deliveryAddresses: ['SKOLA-7'] }],
  ])('is asked by %j alone where the agreement says so', (customers, expected) => {
    expect(asked(header, { customers: [...customers] })).toEqual({ ...expected, allowedCustomers: [] });
  });

  it('has the default of the agreement, and the customers that it allows', () => {
    const question = asked(header, { customers: ['vat'], defaultCustomer: 'K1' }, { customers: ['K1', 'K2'] });
    expect(question).toEqual({ identities: [], allowedCustomers: ['K1', 'K2'], defaultCustomer: 'K1' });
  });
});

describe('a line without a product', () => {
  it.each([
    ['ask', true, 'hold'],
    ['ask', false, 'hold'],
    ['refuse', true, 'rejectLine'],
    ['refuse', false, 'rejectOrder'],
    ['acceptAsText', false, 'asText'],
  ] as const)('with %s, changes %s: %s', (unknownLine, changesAllowed, expected) => {
    const answers = { acceptance: 'whenClean', changesAllowed } as const;
    expect(policyOf({ answers, matching: { unknownLine } }).matching.unknownLine).toBe(expected);
  });

  it('is a question where the agreement says nothing', () => {
    expect(policyOf({}).matching).toEqual({
      products: ['sellersItemId', 'alias', 'buyersItemId', 'gtin'],
      units: {},
      unknownLine: 'hold',
    });
  });
});
