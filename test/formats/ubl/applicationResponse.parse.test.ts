import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentPeek } from '../../../formats/peek.ts';
import { parseApplicationResponse } from '../../../formats/ubl/applicationResponse.parse.ts';
import { applicationResponse } from './applicationResponses.ts';

const samples = resolve(import.meta.dirname, '../../../../shared/data/peppol/samples');
const hasSamples = existsSync(samples);
if (!hasSamples)
  console.log('The samples of MLR, MLS and catalogue responses are not beside the project: they are not read.');

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

const parse = (xml: string, format: Parameters<typeof parseApplicationResponse>[1]) =>
  parseApplicationResponse(piecesOf(Buffer.from(xml)), format);

describe('a message level response', () => {
  it('says which document it is about, how that stands, and why', async () => {
    const xml = applicationResponse({ about: 'SO-1-R', code: 'RE', text: 'Avvisat: pärmen saknas', reason: 'BV' });
    expect((await parse(xml, 'peppol-3-mlr')).statuses).toEqual([
      {
        format: 'peppol-3-mlr',
        number: 'MLR-1',
        sender: { id: '5560001111', scheme: '0007' },
        standing: 'refused',
        about: ['SO-1-R'],
        text: 'Avvisat: pärmen saknas',
        reasons: [{ place: '/OrderResponse/ID', code: 'BV', text: 'Numret är okänt' }],
      },
    ]);
  });

  it.each([
    ['AP', 'accepted'],
    ['AB', 'acknowledged'],
  ] as const)('with %s is no refusal', async (code, standing) => {
    const { statuses } = await parse(applicationResponse({ about: 'SO-1-R', code }), 'peppol-3-mlr');
    expect(statuses).toMatchObject([{ standing, reasons: [] }]);
  });

  it('without a known code, or without a reference, says nothing', async () => {
    for (const options of [
      { about: 'SO-1-R', code: 'XX' },
      { about: '', code: 'RE' },
    ]) {
      const { statuses, findings } = await parse(applicationResponse(options), 'peppol-3-mlr');
      expect(statuses).toEqual([]);
      expect(findings.some(({ severity }) => severity === 'fatal')).toBe(true);
    }
  });

  it('shows at the door who sends it and what it is about', () => {
    const peek = new DocumentPeek();
    peek.write(Buffer.from(applicationResponse({ about: 'SO-1-R', code: 'RE' })));
    expect(peek.finish()).toMatchObject({
      format: 'peppol-3-mlr',
      number: 'MLR-1',
      about: 'SO-1-R',
      buyer: [{ id: '5560001111', scheme: '0007' }],
    });
  });
});

describe('a catalogue response', () => {
  it.each(['peppol-3-catalogue-response', 'peppol-1a-catalogue-response'] as const)(
    'of %s names the catalogue, and says why in its note',
    async (format) => {
      const xml = applicationResponse({
        format,
        about: 'amal-2026-11-26-1a2b3c',
        sender: '5599001236',
        code: 'RE',
        text: 'Priset är för högt',
      });
      const { statuses, findings } = await parse(xml, format);
      expect(statuses).toMatchObject([
        { format, standing: 'refused', about: ['amal-2026-11-26-1a2b3c'], text: 'Priset är för högt', reasons: [] },
      ]);
      expect(statuses[0]?.sender?.id).toBe('5599001236');
      expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    },
  );

  it('may answer several catalogues, and says nothing where it does not say how one of them stands', async () => {
    const format = 'peppol-3-catalogue-response';
    const xml = applicationResponse({ format, about: 'A', code: 'RE' });
    const second = /<cac:DocumentResponse>[\s\S]*<\/cac:DocumentResponse>/.exec(xml)![0].replace('>A<', '>B<');
    const both = (code: string) =>
      xml.replace('</ApplicationResponse>', `${second.replace('>RE<', `>${code}<`)}</ApplicationResponse>`);
    expect((await parse(both('AP'), format)).statuses.map(({ standing, about }) => [standing, ...about])).toEqual([
      ['refused', 'A'],
      ['accepted', 'B'],
    ]);
    expect((await parse(both('ZZ'), format)).statuses).toEqual([]);
  });
});

describe.runIf(hasSamples)('the samples', () => {
  it.each([
    ['mlr-mls/mlr3/MessageLevelResponse_Example.xml', 'peppol-3-mlr', 'refused', 1],
    ['mlr-mls/mlr36a/Use_Case1.xml', 'peppol-36a-mlr', 'accepted', 0],
    ['mlr-mls/mlr36a/Use_Case2.xml', 'peppol-36a-mlr', 'refused', 1],
    ['mlr-mls/mls/MessageLevelStatus_Example_AB3.xml', 'peppol-mls', 'acknowledged', 0],
    ['mlr-mls/mls/MessageLevelStatus_Example_AP.xml', 'peppol-mls', 'accepted', 0],
    ['mlr-mls/mls/MessageLevelStatus_Example_RE.xml', 'peppol-mls', 'refused', 1],
    ['mlr-mls/mls/MessageLevelStatus_Example_RE4.xml', 'peppol-mls', 'refused', 2],
    ['catalogue/catalogue3/CatalogueResponse_Example.xml', 'peppol-3-catalogue-response', 'accepted', 0],
    ['catalogue/bis1a-appendix-a/Catalogue_Response_use_case_2_TP.xml', 'peppol-1a-catalogue-response', 'refused', 0],
    ['catalogue/bis1a-appendix-a/Catalogue_Response_use_case_4_TP.xml', 'peppol-1a-catalogue-response', 'accepted', 0],
    ['catalogue/ehf-1.0/T58_Example_file_EHF_Catalogue_Response.xml', 'peppol-1a-catalogue-response', 'refused', 0],
  ] as const)('%s is read', async (name, format, standing, reasons) => {
    const { statuses } = await parse(readFileSync(resolve(samples, name), 'utf8'), format);
    expect(statuses).toMatchObject([{ standing, about: [expect.stringMatching(/./)] }]);
    expect(statuses[0]?.reasons).toHaveLength(reasons);
  });
});
