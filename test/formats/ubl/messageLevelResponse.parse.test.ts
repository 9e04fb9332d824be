import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentPeek } from '../../../formats/peek.ts';
import { parseMessageLevelResponse } from '../../../formats/ubl/messageLevelResponse.parse.ts';
import { messageLevelResponse } from './messageLevelResponses.ts';

const samples = resolve(import.meta.dirname, '../../../../shared/data/peppol/samples/mlr-mls');
const hasSamples = existsSync(samples);
if (!hasSamples) console.log('The samples of MLR and MLS are not beside the project: they are not read.');

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

const parse = (xml: string, format: Parameters<typeof parseMessageLevelResponse>[1]) =>
  parseMessageLevelResponse(piecesOf(Buffer.from(xml)), format);

describe('a message level response', () => {
  it('says which document it is about, how that stands, and why', async () => {
    const xml = messageLevelResponse({ about: 'SO-1-R', code: 'RE', text: 'Avvisat: pärmen saknas', reason: 'BV' });
    expect((await parse(xml, 'peppol-3-mlr')).status).toEqual({
      format: 'peppol-3-mlr',
      number: 'MLR-1',
      sender: { id: '5560001111', scheme: '0007' },
      standing: 'refused',
      about: ['SO-1-R'],
      text: 'Avvisat: pärmen saknas',
      reasons: [{ place: '/OrderResponse/ID', code: 'BV', text: 'Numret är okänt' }],
    });
  });

  it.each([
    ['AP', 'accepted'],
    ['AB', 'acknowledged'],
  ] as const)('with %s is no refusal', async (code, standing) => {
    const { status } = await parse(messageLevelResponse({ about: 'SO-1-R', code }), 'peppol-3-mlr');
    expect(status).toMatchObject({ standing, reasons: [] });
  });

  it('without a known code, or without a reference, says nothing', async () => {
    for (const options of [
      { about: 'SO-1-R', code: 'XX' },
      { about: '', code: 'RE' },
    ]) {
      const { status, findings } = await parse(messageLevelResponse(options), 'peppol-3-mlr');
      expect(status).toBeUndefined();
      expect(findings.some(({ severity }) => severity === 'fatal')).toBe(true);
    }
  });

  it('shows at the door who sends it and what it is about', () => {
    const peek = new DocumentPeek();
    peek.write(Buffer.from(messageLevelResponse({ about: 'SO-1-R', code: 'RE' })));
    expect(peek.finish()).toMatchObject({
      format: 'peppol-3-mlr',
      number: 'MLR-1',
      about: 'SO-1-R',
      buyer: [{ id: '5560001111', scheme: '0007' }],
    });
  });
});

describe.runIf(hasSamples)('the samples', () => {
  it.each([
    ['mlr3/MessageLevelResponse_Example.xml', 'peppol-3-mlr', 'refused', 1],
    ['mlr36a/Use_Case1.xml', 'peppol-36a-mlr', 'accepted', 0],
    ['mlr36a/Use_Case2.xml', 'peppol-36a-mlr', 'refused', 1],
    ['mls/MessageLevelStatus_Example_AB3.xml', 'peppol-mls', 'acknowledged', 0],
    ['mls/MessageLevelStatus_Example_AP.xml', 'peppol-mls', 'accepted', 0],
    ['mls/MessageLevelStatus_Example_RE.xml', 'peppol-mls', 'refused', 1],
    ['mls/MessageLevelStatus_Example_RE4.xml', 'peppol-mls', 'refused', 2],
  ] as const)('%s is read', async (name, format, standing, reasons) => {
    const { status } = await parse(readFileSync(resolve(samples, name), 'utf8'), format);
    expect(status).toMatchObject({ standing, about: [expect.stringMatching(/./)] });
    expect(status?.reasons).toHaveLength(reasons);
  });
});
