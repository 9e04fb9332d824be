import { describe, expect, it } from 'vitest';
import { timelineSentence } from '../../documents/sentences.ts';
import type { TimelineCode, TimelineFacts } from '../../documents/timeline.ts';
import { productRungs } from '../../shop/matchPolicy.ts';

function inBoth<C extends TimelineCode>(code: C, facts: TimelineFacts[C]): string[] {
  return (['en', 'sv'] as const).map((language) => timelineSentence({ code, facts, actor: 'Åsa' }, language));
}

const customer = { customer: 'K1', name: 'Björkviks skola' };
const identities = [{ scheme: '0088', value: '9520009901012' }];

describe('the timeline tells', () => {
  it.each([
    [
      { by: identities },
      'Customer K1 Björkviks skola found by GLN 9520009901012.',
      'Kund K1 Björkviks skola hittades med GLN 9520009901012.',
    ],
    [
      { by: identities, also: ['deliveryAddress'] },
      'Customer K1 Björkviks skola found by GLN 9520009901012, its delivery address.',
      'Kund K1 Björkviks skola hittades med GLN 9520009901012, leveransadressen.',
    ],
    [
      { by: [], also: ['remembered'] },
      'Customer K1 Björkviks skola found by an earlier answer about this partner.',
      'Kund K1 Björkviks skola hittades med ett tidigare svar om den här partnern.',
    ],
    [
      { by: [], also: ['default'] },
      'Customer K1 Björkviks skola found by the agreement, which names it where nothing else is known.',
      'Kund K1 Björkviks skola hittades med avtalet, som anger den när inget annat är känt.',
    ],
  ] as const)('by what a customer was found: %j', (found, english, swedish) => {
    expect(inBoth('customer.found', { ...customer, ...found })).toEqual([english, swedish]);
  });

  it('by which rung lines were matched, every one by a name', () => {
    const counts = Object.fromEntries([...productRungs, 'remembered' as const].map((rung) => [rung, 1]));
    for (const sentence of inBoth('lines.matched', { counts })) expect(sentence).not.toMatch(/undefined|Id\b/);
    expect(inBoth('lines.matched', { counts: { remembered: 2, cart: 1 } })).toEqual([
      '2 lines matched by an earlier answer about this partner, 1 by the cart that it comes from.',
      '2 rader matchade med ett tidigare svar om den här partnern, 1 med kundvagnen som den kommer från.',
    ]);
  });

  it('which place was remembered, and what a person has decided to remember', () => {
    expect(inBoth('place.remembered', { name: 'Skolan' })).toEqual([
      'Delivery place Skolan, by an earlier answer about this partner.',
      'Leveransplats Skolan, enligt ett tidigare svar om den här partnern.',
    ]);
    expect(inBoth('decision.made', { kind: 'accept', customer: 'K1', place: 'Ö-1', remembered: true })).toEqual([
      'Åsa accepted the order for customer K1 to Ö-1, to be remembered.',
      'Åsa accepterade ordern för kund K1 till Ö-1, att komma ihåg.',
    ]);
    const of = (decision: object) =>
      inBoth('decision.line', {
        ...{ line: '3', unit: 'C62', currency: 'SEK' },
        decision: { position: 3, action: 'accept', ...decision },
      });
    expect(of({ articleNumber: 'PÄRM', remember: true })).toEqual([
      'Line 3: article PÄRM, remembered for this partner.',
      'Rad 3: artikel PÄRM, sparas för den här partnern.',
    ]);
    expect(of({ asText: true })).toEqual([
      'Line 3: accepted as written, without an article.',
      'Rad 3: accepterad som den är skriven, utan artikel.',
    ]);
  });
});
