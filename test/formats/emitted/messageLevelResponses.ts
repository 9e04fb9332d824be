import type { MessageLevelLine, StatusReason } from '../../../formats/document/messageLevelResponse.ts';
import { writeMessageLevelResponse } from '../../../formats/ubl/messageLevelResponse.write.ts';
import { combinations, joined, mixtures, type Emitted } from './combine.ts';
import { partiesOf, partyKinds } from './parties.ts';

const reasons: readonly StatusReason[] = ['SV', 'BV', 'BW'];

function lineOf(reason: StatusReason, index: number): MessageLevelLine {
  const path = '/Order/OrderLine[3]/LineItem/Quantity';
  return { reason, text: `[RULE-${index}] Mängden är fel <"&>`, ...(index % 2 === 0 && { path }) };
}

/** Message level responses of every version, code, mixture of reasons and kind of parties. */
export function messageLevelResponses(): Emitted[] {
  const rows = combinations({
    format: ['peppol-36a-mlr', 'peppol-3-mlr'] as const,
    code: ['AB', 'AP', 'RE'] as const,
    mixture: [[], ...mixtures(reasons)],
    parties: partyKinds,
  });
  return rows
    .filter(({ format, code }) => code !== 'AB' || format === 'peppol-3-mlr')
    .map(({ format, code, mixture, parties }) => ({
      format,
      name: `${format} ${code} ${mixture.join('+') || 'no lines'}, ${parties}`,
      text: () => {
        const { seller: sender, buyer: receiver } = partiesOf(parties);
        const isLeast = parties === 'least';
        const answer = {
          number: 'MLR-1',
          issueDate: '2026-03-02',
          code,
          ...(code === 'RE' || !isLeast ? { description: 'Ordern bryter mot regler.' } : {}),
          ...(isLeast ? {} : { issueTime: '08:20:00', documentTypeCode: '220' }),
          sender,
          receiver,
          documentId: 'c3b1f1a0-0001-4000-8000-000000000001',
          lines: mixture.map(lineOf),
        };
        return joined(writeMessageLevelResponse(answer, format));
      },
    }));
}
