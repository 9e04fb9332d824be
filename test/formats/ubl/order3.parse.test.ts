import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../kit/golden.ts';
import { readTree, SAMPLES, sampleFiles, xmlError } from '../kit.ts';
import { enveloped, readOrder } from './kit.ts';
import { lostAttributes, lostTexts } from './losses.ts';

/** An order with every element of Order 3, written by us; it breaks no rule. */
const ORDER3_XML = readFileSync(join(import.meta.dirname, 'data/order3.xml'), 'utf8');

describe('an Order 3 with every element of T01', () => {
  it('is read into the neutral order', () => {
    const { header, lines, findings, headers } = readOrder(ORDER3_XML);
    expect(findings).toEqual([]);
    expect(headers).toEqual([header]);
    expectGolden('ubl/order3.neutral.json', `${JSON.stringify({ header, lines }, null, 2)}\n`);
  });

  it('loses no text but what is the same in every order', () => {
    expect(lostTexts(ORDER3_XML)).toEqual(['TaxScheme/ID']);
  });

  it('loses no attribute but the currency of amounts other than prices, charges and allowances', () => {
    expect(lostAttributes(ORDER3_XML)).toEqual([
      'AllowanceCharge/BaseAmount/@currencyID',
      'AnticipatedMonetaryTotal/AllowanceTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/ChargeTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/LineExtensionAmount/@currencyID',
      'AnticipatedMonetaryTotal/PayableAmount/@currencyID',
      'AnticipatedMonetaryTotal/PayableRoundingAmount/@currencyID',
      'AnticipatedMonetaryTotal/PrepaidAmount/@currencyID',
      'AnticipatedMonetaryTotal/TaxExclusiveAmount/@currencyID',
      'AnticipatedMonetaryTotal/TaxInclusiveAmount/@currencyID',
      'LineItem/LineExtensionAmount/@currencyID',
      'TaxTotal/TaxAmount/@currencyID',
    ]);
  });

  it('is the same bare or in an envelope', () => {
    const bare = readOrder(ORDER3_XML);
    const inEnvelope = readOrder(enveloped(ORDER3_XML), {}, [89]);
    expect(inEnvelope.header).toEqual(bare.header);
    expect(inEnvelope.contentHash).toBe(bare.contentHash);
    expect(inEnvelope.findings).toEqual([]);
    expect(inEnvelope.envelope?.processId).toBe('urn:fdc:peppol.eu:poacc:bis:ordering:3');
  });

  it.each(['order_only', 'ordering', 'advanced_ordering'])('keeps the process: %s', (process) => {
    const { header } = readOrder(ORDER3_XML.replace('bis:ordering:3', `bis:${process}:3`));
    expect(header.format).toBe('peppol-3-order');
    expect(header.profileId).toBe(`urn:fdc:peppol.eu:poacc:bis:${process}:3`);
  });

  it('may have a national tail, and is told by its process where it names no customization', () => {
    const customization = /<cbc:CustomizationID>(.*)<\/cbc:CustomizationID>/;
    const tail = '#conformant#urn:fdc:anskaffelser.no:2019:ehf:spec:3.0';
    const national = readOrder(ORDER3_XML.replace('trns:order:3', `trns:order:3${tail}`));
    expect(national.header).toMatchObject({ format: 'peppol-3-order' });
    expect(national.header.customizationId.endsWith(tail)).toBe(true);
    expect(readOrder(ORDER3_XML.replace(customization, '')).header.format).toBe('peppol-3-order');
  });
});

describe('an Order 3 with odd values', () => {
  it.each([
    ['an allowance', '>20.00<', '>tjugo<', '/Order/OrderLine[1]/LineItem/AllowanceCharge/Amount'],
    ['a rate', '>5</cbc:Mult', '>5 %</cbc:Mult', '/Order/AllowanceCharge/MultiplierFactorNumeric'],
    ['a despatch date', '>2026-03-06<', '>fredag<', '/Order/Delivery/Despatch/RequestedDespatchDate'],
    ['a tax rate', 'Percent>25<', 'Percent>moms<', '/Order/AllowanceCharge/TaxCategory/Percent'],
  ])('%s that is none is a fatal finding', (_name, what, instead, path) => {
    const { findings } = readOrder(ORDER3_XML.replace(what, instead));
    expect(findings).toMatchObject([{ id: 'RT-ORDER-VALUE', severity: 'fatal', path }]);
  });

  it('a place of delivery may be a number alone', () => {
    const order = ORDER3_XML.replace(/<cbc:Name>Godsmottagningen[\s\S]*?<\/cac:Address>/, '');
    expect(readOrder(order).header.deliveryAddress).toEqual({ id: { scheme: '0088', id: '7300000001445' } });
  });
});

const FORMATS: Readonly<Record<string, string>> = {
  Order: 'peppol-3-order',
  OrderChange: 'peppol-3-order-change',
  OrderCancellation: 'peppol-3-order-cancellation',
};

const samples = sampleFiles('order3');
if (samples.length === 0) console.log('The official samples are not beside this repository: they are not read.');
else {
  const found = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

  describe('official samples', () => {
    it.each(samples.map((file) => [file.slice(SAMPLES.length + 1), file]))('%s is read, or refused', (_name, file) => {
      const bytes = readFileSync(file);
      const root = readTree(bytes).name;
      const format = FORMATS[root];
      if (format === undefined) {
        expect(xmlError(() => readOrder(bytes)).kind).toBe('unsupported');
        return;
      }
      const { header, lines, lineCount, findings } = readOrder(bytes);
      const text = bytes.toString('utf8').replace(/<!--[\s\S]*?-->/g, '');
      expect(header.number).toBe(found(text, /<cbc:ID>\s*([^<]*?)\s*</));
      expect(lineCount).toBe(text.match(/<cac:OrderLine>/g)?.length ?? 0);
      expect(header.operation).toBe(root === 'Order' ? undefined : format.endsWith('change') ? 'change' : 'delete');
      expect(header.orderReference).toBe(found(text, /<cac:OrderReference>\s*<cbc:ID>\s*([^<]*?)\s*</));
      expect(header.sequenceNumber).toBe(found(text, /<cbc:SequenceNumberID>\s*([^<]*?)\s*</));
      expect(lines).toHaveLength(lineCount);
      expect(header.totals?.payableAmount).toBe(found(text, /<cbc:PayableAmount[^>]*>\s*([^<]*?)\s*</));
      expect(header.profileId).toBe(found(text, /<cbc:ProfileID>\s*([^<]*?)\s*</));
      expect(header.format).toBe(format);
      expect(findings).toEqual([]);
    });
  });
}
