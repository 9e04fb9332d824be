import { describe, expect, test } from 'vitest';
import { judgeCatalogues, type StoredCatalogue } from '../../../bench/faults/catalogueVerdict.ts';
import type { ReceivedMessage } from '../../../bench/receiver.messages.ts';

const document = { messageId: 'm1', state: 'delivered', sha256: 'abc', articles: ['A', 'B'] };
const sent: StoredCatalogue = { number: 'K-1', state: 'done', document };
const message: ReceivedMessage = {
  ...{ messageId: 'm1', order: '', kind: 'answer', code: '', sha256: 'abc' },
  ...{ times: 2, accepted: 1, changed: false },
};

const judge = (stored: readonly StoredCatalogue[], messages: readonly ReceivedMessage[]) =>
  judgeCatalogues(['K-1'], stored, messages, 2);

describe('the verdict on catalogues', () => {
  test('nothing is wrong with one that arrived complete, whatever was sent again', () => {
    expect(judge([sent], [message])).toEqual({ lost: [], doubled: [] });
  });

  test.each<[string, readonly StoredCatalogue[], readonly ReceivedMessage[]]>([
    ['is not known', [], []],
    ['was refused', [{ number: 'K-1', state: 'refused' }], []],
    ['was not delivered', [{ ...sent, document: { ...document, state: 'gaveUp' } }], [message]],
    ['did not arrive', [sent], [{ ...message, accepted: 0 }]],
    ['lacks an article', [{ ...sent, document: { ...document, articles: ['A'] } }], [message]],
    ['arrived with other bytes', [sent], [{ ...message, sha256: 'def' }]],
    ['arrived in two versions', [sent], [{ ...message, changed: true }]],
  ])('one that %s is lost', (_, stored, messages) => {
    expect(judge(stored, messages).lost).not.toEqual([]);
  });

  test.each<[string, readonly StoredCatalogue[], readonly ReceivedMessage[]]>([
    ['an article twice', [{ ...sent, document: { ...document, articles: ['A', 'B', 'B'] } }], [message]],
    ['a catalogue twice', [sent, { ...sent, number: 'K-2' }], [message]],
    ['a message of nothing that is stored', [sent], [message, { ...message, messageId: 'm2' }]],
  ])('%s is doubled', (_, stored, messages) => {
    expect(judge(stored, messages).doubled).not.toEqual([]);
  });
});
