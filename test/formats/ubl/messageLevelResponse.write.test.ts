import { describe, expect, it } from 'vitest';
import { messageLevelLines, type MessageLevelResponse } from '../../../formats/document/messageLevelResponse.ts';
import { writeMessageLevelResponse } from '../../../formats/ubl/messageLevelResponse.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { partiesOf } from '../emitted/parties.ts';
import { utf8 } from '../kit.ts';
import { ORDER_XML } from './kit.ts';
import { validate } from './rules/kit/findings.ts';

const { seller: sender, buyer: receiver } = partiesOf('full');
const broken = ORDER_XML.replace(/<cbc:IssueDate>.*?<\/cbc:IssueDate>/, '').replace(
  /unitCode="[^"]*"/,
  'unitCode="ÖÖ"',
);
const refusal: MessageLevelResponse = {
  number: 'MLR-2026-1',
  issueDate: '2026-03-02',
  issueTime: '08:20:00',
  code: 'RE',
  description: 'The order breaks rules and was not taken in.',
  sender,
  receiver,
  documentId: 'c3b1f1a0-0001-4000-8000-000000000001',
  documentTypeCode: '220',
  lines: messageLevelLines(validate(utf8(broken)).findings),
};

describe('message level responses as files', () => {
  it.each([
    ['36A', 'peppol-36a-mlr'],
    ['3', 'peppol-3-mlr'],
  ] as const)('version %s', (version, format) => {
    expectGolden(`ubl/messageLevelResponse.${version}.xml`, writeMessageLevelResponse(refusal, format));
  });
});

describe('a message level response', () => {
  it('tells what is wrong with a document: where, which rule, of what kind', () => {
    expect(refusal.lines.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['SV', 'BV']));
    expect(refusal.lines.every(({ path, text }) => path?.startsWith('/Order') && /^\[[A-Z].*?\] /.test(text))).toBe(
      true,
    );
  });

  it('puts what refuses the document before what only warns', () => {
    const fatal = { id: 'A', layer: 'rules', severity: 'fatal', path: '/Order', line: 1, text: 'A.' } as const;
    const lines = messageLevelLines([
      { ...fatal, id: 'W', severity: 'warning' },
      fatal,
      { ...fatal, id: 'OURS', layer: 'advice' },
      { ...fatal, id: 'S', layer: 'structure' },
    ]);
    expect(lines).toEqual([
      { path: '/Order', reason: 'BV', text: '[A] A.' },
      { path: '/Order', reason: 'SV', text: '[S] A.' },
      { path: '/Order', reason: 'BW', text: '[W] A.' },
    ]);
  });

  it('acknowledges in version 3 alone', () => {
    const receipt = { ...refusal, code: 'AB', lines: [] } as const;
    expect(writeMessageLevelResponse(receipt, 'peppol-3-mlr')).toContain('<cbc:ResponseCode>AB<');
    expect(() => writeMessageLevelResponse(receipt, 'peppol-36a-mlr')).toThrow('no code AB');
  });

  it('never refuses without saying why', () => {
    const { description: _, ...silent } = refusal;
    expect(() => writeMessageLevelResponse(silent, 'peppol-3-mlr')).toThrow('must say why');
  });
});
