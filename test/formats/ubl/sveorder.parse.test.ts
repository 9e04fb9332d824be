import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { responseFormat } from '../../../formats/ubl/profiles.ts';
import { expectGolden } from '../../kit/golden.ts';
import { SHARED } from '../../kit/oracle.ts';
import { readTree, xmlError } from '../kit.ts';
import { enveloped, readOrder } from './kit.ts';
import { lostAttributes, lostTexts } from './losses.ts';
import { validate } from './rules/kit/findings.ts';

/** An order with every element of the core of SveOrder 2.0, written by us in ISO-8859-1. */
const bytes = readFileSync(join(import.meta.dirname, 'data/sveorder.xml'));
const SVEORDER_XML = bytes.toString('latin1').replace('encoding="ISO-8859-1"', 'encoding="UTF-8"');
const CUSTOMIZATION = 'urn:www.cenbii.eu:transaction:biicoretrdm001:ver1.0';

describe('a SveOrder 2.0 with every element of its core', () => {
  it('is read from ISO-8859-1 into the neutral order', () => {
    const { header, lines, findings } = readOrder(bytes);
    expect(findings).toEqual([]);
    expectGolden('ubl/sveorder.neutral.json', `${JSON.stringify({ header, lines }, null, 2)}\n`);
  });

  it('breaks no rule', () => {
    expect(validate(bytes)).toMatchObject({ format: 'sveorder-2-order', valid: true, findings: [] });
  });

  it('is the same in another encoding, in pieces and in an envelope', () => {
    const { header, lines, contentHash } = readOrder(bytes, {}, [97]);
    const inUtf8 = readOrder(SVEORDER_XML);
    expect({ header: inUtf8.header, lines: inUtf8.lines, contentHash: inUtf8.contentHash }).toEqual({
      header,
      lines,
      contentHash,
    });
    const inEnvelope = readOrder(enveloped(SVEORDER_XML));
    expect(inEnvelope.header).toEqual(header);
    expect(inEnvelope.contentHash).toBe(contentHash);
  });

  it('loses no text but what is the same in every order, and the name and seat (city, country) of the VAT registration', () => {
    expect(lostTexts(SVEORDER_XML)).toEqual([
      'Country/IdentificationCode',
      'Order/UBLVersionID',
      'PartyTaxScheme/RegistrationName',
      'RegistrationAddress/CityName',
      'TaxScheme/ID',
    ]);
  });

  it('loses no attribute but agencies, lists and the currency of amounts other than prices and charges', () => {
    expect(lostAttributes(SVEORDER_XML)).toEqual([
      'AnticipatedMonetaryTotal/AllowanceTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/ChargeTotalAmount/@currencyID',
      'AnticipatedMonetaryTotal/LineExtensionAmount/@currencyID',
      'AnticipatedMonetaryTotal/PayableAmount/@currencyID',
      'DeliveryTerms/ID/@schemeAgencyID',
      'LineItem/LineExtensionAmount/@currencyID',
      'LineItem/TotalTaxAmount/@currencyID',
      'Order/DocumentCurrencyCode/@listAgencyID',
      'Order/DocumentCurrencyCode/@listID',
      'Order/ProfileID/@schemeAgencyID',
      'Order/ProfileID/@schemeID',
      'PartyIdentification/ID/@schemeAgencyID',
      'TaxTotal/TaxAmount/@currencyID',
    ]);
  });

  it('names the person where the contact has no name, and keeps both cost centres', () => {
    const { header, lines } = readOrder(bytes);
    expect(header.buyer.contact).toMatchObject({ name: 'Göran Ö. Åkesson', jobTitle: 'Inköpare' });
    expect(header.deliveryContact).toMatchObject({ name: 'Märta Älv' });
    expect([header.accountingCost, lines[0]!.accountingCost]).toEqual(['Kst 3310', 'Kst 3311']);
  });

  it.each([
    ['the core with a tail', CUSTOMIZATION, `${CUSTOMIZATION}:#urn:www.peppol.eu:bis:peppol3a:ver1.0`],
    ['the full model', CUSTOMIZATION, CUSTOMIZATION.replace('core', 'full')],
    [
      'the profile of its first version',
      'urn:www.cenbii.eu:profile:bii03:ver1.0',
      'urn:www.nesubl.eu:profiles:profile3:ver2.0',
    ],
  ])('is known by %s, and is not answered with a document', (_name, what, instead) => {
    const { header } = readOrder(SVEORDER_XML.replace(what, instead));
    expect(header.format).toBe('sveorder-2-order');
    expect(responseFormat(header)).toBeUndefined();
  });
});

const folder = join(SHARED, 'data/sveorder/samples');
const samples = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .toSorted()
  : [];
if (samples.length === 0) console.log('The samples of SveOrder are not beside this repository: they are not read.');
describe.runIf(samples.length > 0)('samples', () => {
  const found = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

  it.each(samples)('%s is read, or refused', (name) => {
    const sample = readFileSync(join(folder, name));
    if (readTree(sample).name !== 'Order') {
      expect(xmlError(() => readOrder(sample)).kind).toBe('unsupported');
      return;
    }
    const { header, lines, lineCount, findings } = readOrder(sample);
    const text = sample.toString('utf8').replace(/<!--[\s\S]*?-->/g, '');
    expect(header.number).toBe(found(text, /<cbc:ID\b[^>]*>\s*([^<]*?)\s*</));
    expect(lineCount).toBe(text.match(/<cac:OrderLine>/g)?.length);
    expect(lines).toHaveLength(lineCount);
    expect(header.totals?.payableAmount).toBe(found(text, /<cbc:PayableAmount[^>]*>\s*([^<]*?)\s*</));
    expect(header.format === 'sveorder-2-order').toBe(name.startsWith('bii1'));
    // One of them has amounts in several currencies, as it is there to show every element.
    expect(findings.filter(({ id }) => id !== 'RT-ORDER-CURRENCY')).toEqual([]);
  });
});
